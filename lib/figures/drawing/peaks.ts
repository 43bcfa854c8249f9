import { formatPeriod } from "../../numbers/format-period.ts";
import type { Line, Panel } from "../model.ts";
import type { Frame, Shape, Spot } from "./drawing.ts";
import { barsOf, spotOf } from "./marks.ts";
import { type Candidate, type LabelSpace, type TextLines, textBox, textSize } from "./placement.ts";
import { isKnown, type KnownPoint } from "./runs.ts";

const AWAY = 6;
/** A line of fewer values has no peak to speak of. */
const FEWEST = 4;
/** A peak this near to the end of its line, px, has the end's label beside it. */
const NEAR_END = 80;

/** Writes the highest value of each line beside it, where it covers nothing; a line that ends at its highest has its label there. */
export function placePeaks(panel: Panel, frame: Frame, space: LabelSpace): Shape[] {
  return panel.lines.flatMap((line) => {
    const peak = peakOf(line);
    const at = peak && placeOf(peak, line, frame);
    if (!at) return [];
    const text = line.mark === "bar" ? peak.text : `${peak.text}, ${formatPeriod(peak.period)}`;
    return (
      space.place(candidates(at, [{ text, paint: `text-${line.hue}`, bold: false }]), { maxInk: 0 }) ?? []
    );
  });
}

function peakOf(line: Line): KnownPoint | null {
  const known = line.points.filter(isKnown);
  if (line.mark === "dot" || known.length < FEWEST) return null;
  const peak = known.reduce((highest, point) => (point.y > highest.y ? point : highest));
  return peak === known.at(-1) ? null : peak;
}

function placeOf(peak: KnownPoint, line: Line, frame: Frame): Spot | null {
  if (line.mark !== "bar") {
    const at = spotOf(peak, frame);
    const end = line.points
      .filter(isKnown)
      .map((point) => spotOf(point, frame))
      .at(-1);
    return at && end && end.x - at.x < NEAR_END ? null : at;
  }
  const bar = barsOf(line, frame).find(({ point }) => point === peak);
  return bar ? { x: bar.box.x + bar.box.width / 2, y: bar.box.y } : null;
}

function candidates(at: Spot, lines: TextLines): Candidate[] {
  const { height } = textSize(lines);
  const above = at.y - AWAY - height;
  const places: [number, number, Candidate["anchor"], number][] = [
    [at.x, above, "middle", 0],
    [at.x - 4, above, "start", 1],
    [at.x + 4, above, "end", 1],
    [at.x + AWAY + 2, at.y - height, "start", 2],
    [at.x - AWAY - 2, at.y - height, "end", 2],
  ];
  return places.map(([x, y, anchor, cost]) => ({ box: textBox(lines, x, y, anchor), anchor, lines, cost }));
}
