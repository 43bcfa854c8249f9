import { formatPeriod } from "../../numbers/format-period.ts";
import { parsePeriod } from "../../periods/period.ts";
import type { Band, EventMark, Panel } from "../model.ts";
import { type Box, bottomOf, rightOf } from "./box.ts";
import type { Frame, LineShape, Shape, Spot } from "./drawing.ts";
import { scalesOf, spotOf } from "./marks.ts";
import { type Candidate, type LabelSpace, type TextLines, textBox, textSize } from "./placement.ts";
import { isKnown } from "./runs.ts";
import { lineShape } from "./shapes.ts";
import { wrapText } from "./text-width.ts";

/** A drawing at least this wide has room for four annotations; a narrower one for two. */
const WIDE = 560;

/** Era bands behind the grid, both edges drawn so that overlapping bands stay readable. */
export function bandShapes(bands: readonly Band[], frame: Frame): Shape[] {
  return bands.flatMap((band) => {
    const box = bandBox(band, frame);
    if (!box) return [];
    const edges = [box.x, rightOf(box)].map((x) => {
      return lineShape({ x, y: box.y }, { x, y: bottomOf(box) }, `band-edge-${band.hue}`);
    });
    return [{ kind: "rect", box, paint: `band-${band.hue}` } as const, ...edges];
  });
}

/** Marks the edges of bands inside the plot, so that labels keep off them. */
export function markBandEdges(bands: readonly Band[], frame: Frame, space: LabelSpace): void {
  for (const band of bands) {
    const box = bandBox(band, frame);
    if (!box) continue;
    const inside = [box.x, rightOf(box)].filter((x) => x > frame.plot.x + 1 && x < rightOf(frame.plot) - 1);
    for (const x of inside) space.edges.stroke({ x, y: box.y }, { x, y: bottomOf(box) });
  }
}

/**
 * Names wide bands at their head and narrow ones at their foot, or at the other end when that is taken; a band
 * without room stays unnamed.
 */
export function placeBandLabels(bands: readonly Band[], frame: Frame, space: LabelSpace): Shape[] {
  return bands.flatMap((band) => {
    const box = bandBox(band, frame);
    if (!box) return [];
    const lines: TextLines = [{ text: band.label, paint: `text-${band.hue}`, bold: false }];
    const isWide = box.width > 2 * textSize(lines).width;
    const [first, second] = isWide ? [box.y + 4, bottomOf(box) - 20] : [bottomOf(box) - 20, box.y + 4];
    const candidates = [first, second].flatMap((y, row): Candidate[] => [
      { box: textBox(lines, box.x + box.width / 2, y, "middle"), anchor: "middle", lines, cost: 1 + row * 4 },
      {
        box: textBox(lines, box.x + 5, y, "start"),
        anchor: "start",
        lines,
        cost: isWide ? row * 4 : 2 + row * 4,
      },
      { box: textBox(lines, rightOf(box) - 5, y, "end"), anchor: "end", lines, cost: 3 + row * 4 },
    ]);
    return space.place(candidates, { maxCost: 36 }) ?? [];
  });
}

/** A band's part of the plot; `null` outside the plot, and for one that covers it all and so sets nothing apart. */
function bandBox(band: Band, frame: Frame): Box | null {
  const { plot } = frame;
  const scale = scalesOf(frame).x;
  const from = Math.max(plot.x, scale(band.from) ?? plot.x);
  const to = Math.min(rightOf(plot), band.to === null ? rightOf(plot) : (scale(band.to) ?? rightOf(plot)));
  const isWhole = from <= plot.x && to >= rightOf(plot);
  return to > from && !isWhole ? { x: from, y: plot.y, width: to - from, height: plot.height } : null;
}

/** Benchmark levels across the plot. */
export function benchmarkShapes(panel: Panel, frame: Frame): LineShape[] {
  return panel.benchmarks.flatMap(({ at, hue }) => {
    const y = scalesOf(frame).y(at);
    if (y === null) return [];
    return [lineShape({ x: frame.plot.x, y }, { x: rightOf(frame.plot), y }, `benchmark-${hue}`)];
  });
}

/** Writes what each benchmark is beside its line. */
export function placeBenchmarkLabels(
  panel: Panel,
  frame: Frame,
  space: LabelSpace,
  maxWidth: number,
): Shape[] {
  return panel.benchmarks.flatMap(({ at, hue, label, text }) => {
    const y = scalesOf(frame).y(at);
    if (y === null) return [];
    const words = wrapText(`${label}: ${text}`, maxWidth, 2);
    const lines: TextLines = words.map((line) => ({ text: line, paint: `text-${hue}`, bold: false }));
    const { height } = textSize(lines);
    const { plot } = frame;
    const candidates = [0, 0.25, 0.5, 0.75, 1].flatMap((part): Candidate[] => {
      const anchor = part === 1 ? "start" : part === 0 ? "end" : "middle";
      const x = rightOf(plot) - 2 - part * (plot.width - 4);
      return [
        { box: textBox(lines, x, y - height - 3, anchor), anchor, lines, cost: part * 8 },
        { box: textBox(lines, x, y + 3, anchor), anchor, lines, cost: part * 8 + 3 },
      ];
    });
    return space.place(candidates) ?? [];
  });
}

/**
 * Marks events: a mark on the line or at the foot of the plot for each, and the words of as many as find a place
 * where they cover no line, in the order given: at most four on a wide drawing, two on a narrow one.
 */
export function placeEvents(
  events: readonly EventMark[],
  panel: Panel,
  frame: Frame,
  space: LabelSpace,
  width: number,
): Shape[] {
  const most = width >= WIDE ? 4 : 2;
  let written = 0;
  return events.flatMap((event) => {
    const at = eventSpot(event, panel, frame);
    if (!at) return [];
    const words =
      written < most ? space.place(eventCandidates(event, at, frame.plot, width), { maxInk: 0 }) : null;
    if (words) written += 1;
    return [...(words ?? []), eventMark(event, at)];
  });
}

function eventMark(event: EventMark, at: Spot): Shape {
  if (event.lineId !== null) return { kind: "circle", at, r: 3, paint: `dot-${event.hue}` };
  return { kind: "path", d: `M${at.x - 4},${at.y}h8l-4,-6z`, paint: "foot" };
}

function eventSpot(event: EventMark, panel: Panel, frame: Frame): Spot | null {
  const x = scalesOf(frame).x(event.x);
  if (x === null || x < frame.plot.x || x > rightOf(frame.plot)) return null;
  const line = panel.lines.find(({ id }) => id === event.lineId);
  const points = line?.points.filter(isKnown) ?? [];
  const nearest = points.reduce<(typeof points)[number] | null>((best, point) => {
    return best === null || Math.abs(point.x - event.x) < Math.abs(best.x - event.x) ? point : best;
  }, null);
  const y = nearest && spotOf(nearest, frame)?.y;
  return { x, y: y ?? bottomOf(frame.plot) };
}

function eventCandidates(event: EventMark, at: Spot, plot: Box, width: number): Candidate[] {
  const date = parsePeriod(event.date) ? formatPeriod(event.date) : event.date;
  const words = wrapText(`${date}: ${event.label}`, width >= WIDE ? 168 : 124, 3);
  const lines: TextLines = words.map((text) => ({ text, paint: "text-note", bold: false }));
  const { height } = textSize(lines);
  const candidates: Candidate[] = [];
  for (let y = plot.y - 8; y + height <= bottomOf(plot) - 4; y += 6) {
    const isAbove = y + height <= at.y;
    const far = isAbove ? at.y - (y + height) : y - at.y;
    if (far < 8) continue;
    const end = isAbove ? y + 3 : y + height - 3;
    const keepClear = { x: at.x - 1, y: Math.min(at.y, end), width: 2, height: Math.abs(at.y - end) };
    for (const anchor of ["start", "end"] as const) {
      const box = textBox(lines, anchor === "start" ? at.x + 5 : at.x - 5, y, anchor);
      const leader = lineShape({ x: at.x, y: end }, { x: at.x, y: at.y }, "leader");
      candidates.push({
        box,
        anchor,
        lines,
        cost: far * 0.12 + (isAbove ? 0 : 4),
        shapes: [leader],
        keepClear,
      });
    }
  }
  return candidates;
}
