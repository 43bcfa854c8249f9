import { formatPeriod } from "../../numbers/format-period.ts";
import type { Line, Panel } from "../model.ts";
import { bottomOf, rightOf } from "./box.ts";
import type { Frame, Shape, Spot } from "./drawing.ts";
import { barsOf, spotOf } from "./marks.ts";
import { type Candidate, type LabelSpace, type TextLines, textBox, textSize } from "./placement.ts";
import { isKnown, type KnownPoint } from "./runs.ts";
import { lineShape } from "./shapes.ts";
import { wrapText } from "./text-width.ts";

const GAP = 8;
/** A place worse than this covers so much that a line in the key serves better. */
const MAX_COST = 90;
/** The last value of a line that is named elsewhere is worth less room. */
const MAX_VALUE_COST = 24;
/** How far from the end a label may be moved, px: a bare value further off would be read as of another point. */
const NAME_REACH = 96;
const VALUE_REACH = 12;
const ALONG = [0.85, 0.7, 0.55, 0.4, 0.25, 0.1, 0] as const;
const RANK: Readonly<Record<Line["hue"], number>> = { ai: 0, dotcom: 1, "other-1": 2, "other-2": 3, ink: 4 };

/** How the lines of a panel are named. */
export interface Naming {
  /** Longest line of a label, px. */
  readonly maxWidth: number;
  /** Lines that the key names: here only their last value is written. */
  readonly keyed: ReadonlySet<string>;
  /** Whether there is a margin to the right of the plot for the names of lines that end there. */
  readonly hasMargin: boolean;
  /** Whether the panel's own title already names its only line. */
  readonly isNamedByTitle: boolean;
}

/** What stands beside the end of a line: its name, and its last value with the date. */
export function endText(line: Line, naming: Naming): { end: TextLines; name: TextLines } {
  const paint = `text-${line.hue}` as const;
  const last = line.points.filter(isKnown).at(-1);
  const value = last ? `${last.text}, ${formatPeriod(last.period)}` : "";
  const isNamed = naming.isNamedByTitle || naming.keyed.has(line.id);
  const name = isNamed
    ? []
    : wrapText(line.label, naming.maxWidth, 2, true).map((text) => ({ text, paint, bold: true }));
  const values = wrapText(value, naming.maxWidth, 2, isNamed).map((text) => ({ text, paint, bold: isNamed }));
  return { end: [...name, ...values], name };
}

/** Names the lines of a panel at their ends, era lines first; returns the lines it found no good place for. */
export function placeDirectLabels(
  panel: Panel,
  frame: Frame,
  space: LabelSpace,
  naming: Naming,
): { shapes: Shape[]; unnamed: string[] } {
  const shapes: Shape[] = [];
  const unnamed: string[] = [];
  const inMargin = naming.hasMargin ? marginCandidates(panel, frame, naming) : new Map<string, Candidate[]>();
  const lines = [...panel.lines].sort((a, b) => RANK[a.hue] - RANK[b.hue]);
  for (const line of lines) {
    const anchor = lastSpot(line, frame);
    if (!anchor) continue;
    const { end, name } = endText(line, naming);
    const atEnd = inMargin.get(line.id) ?? aroundEnd(anchor, end, name.length > 0 ? NAME_REACH : VALUE_REACH);
    const hasTwin = panel.lines.some((other) => other.id !== line.id && other.hue === line.hue);
    const along = name.length > 0 && !hasTwin ? alongLine(line, frame, name) : [];
    const placed = space.place([...atEnd, ...(inMargin.has(line.id) ? [] : along)], {
      maxCost: name.length > 0 || naming.isNamedByTitle ? MAX_COST : MAX_VALUE_COST,
    });
    if (placed) shapes.push(...placed);
    else if (name.length > 0) unnamed.push(line.id);
  }
  return { shapes, unnamed };
}

/** The part of the axis, at its end, from which on a line counts as ending at the margin. */
export const MARGIN_PART = 1 / 8;

/**
 * Names to the right of the plot in the order in which the lines end: right beside the end, or in a column with a
 * leader when neighbours did not allow that.
 */
function marginCandidates(panel: Panel, frame: Frame, naming: Naming): Map<string, Candidate[]> {
  const { plot } = frame;
  const ends = panel.lines.flatMap((line) => {
    const at = line.mark === "bar" ? null : lastSpot(line, frame);
    if (!at || at.x < rightOf(plot) - plot.width * MARGIN_PART) return [];
    const lines = endText(line, naming).end;
    return [{ id: line.id, at, lines, height: textSize(lines).height }];
  });
  const column = Math.max(0, ...ends.map(({ at }) => at.x)) + GAP;
  const sorted = ends.sort((a, b) => a.at.y - b.at.y);
  const tops = spread(
    sorted.map(({ at, height }) => ({ wanted: at.y - height / 2, height })),
    plot.y - 8,
    bottomOf(plot),
  );
  return new Map(
    sorted.map(({ id, at, lines, height }, index) => {
      const top = tops[index] ?? 0;
      const middle = top + height / 2;
      const isMoved = Math.abs(middle - at.y) > 9;
      const leader = lineShape({ x: at.x + 5, y: at.y }, { x: column + 9, y: middle }, "leader");
      const anchor = "start" as const;
      const inColumn = {
        box: textBox(lines, column + 12, top, anchor),
        anchor,
        lines,
        cost: 8,
        shapes: isMoved ? [leader] : [],
      };
      const beside = { box: textBox(lines, at.x + GAP, top, anchor), anchor, lines, cost: 0 };
      return [id, isMoved ? [inColumn] : [beside, inColumn]];
    }),
  );
}

/** Moves stacked boxes, given from the top down, apart by as little as keeps them within `from` to `to`. */
function spread(
  boxes: ReadonlyArray<{ wanted: number; height: number }>,
  from: number,
  to: number,
): number[] {
  const tops: number[] = [];
  let free = from;
  for (const { wanted, height } of boxes) {
    tops.push(Math.max(wanted, free));
    free = (tops.at(-1) ?? 0) + height + 1;
  }
  let limit = to;
  for (let index = boxes.length - 1; index >= 0; index -= 1) {
    const height = boxes[index]?.height ?? 0;
    tops[index] = Math.min(tops[index] ?? 0, limit - height);
    limit = (tops[index] ?? 0) - 1;
  }
  return tops;
}

function lastSpot(line: Line, frame: Frame): Spot | null {
  if (line.mark === "bar") {
    const bar = barsOf(line, frame).at(-1);
    return bar ? { x: bar.box.x + bar.box.width / 2, y: bar.box.y } : null;
  }
  const last = line.points.filter(isKnown).at(-1);
  return last ? spotOf(line.mark === "step" ? { x: last.xEnd, y: last.y } : last, frame) : null;
}

function aroundEnd(at: Spot, lines: TextLines, reach: number): Candidate[] {
  const { height } = textSize(lines);
  const candidates: Candidate[] = [];
  const add = (x: number, y: number, anchor: Candidate["anchor"], cost: number) => {
    candidates.push({ box: textBox(lines, x, y, anchor), anchor, lines, cost });
  };
  for (let shift = 0; shift <= reach; shift += 6) {
    const far = shift * 0.35;
    add(at.x + GAP, at.y - height / 2 - shift, "start", far);
    add(at.x + GAP, at.y - height / 2 + shift, "start", far);
    add(at.x + 6, at.y - GAP - height - shift, "end", 3 + far);
    add(at.x, at.y - GAP - height - shift, "middle", 2 + far);
    add(at.x - 4, at.y - GAP - height - shift, "start", 4 + far);
    add(at.x + 6, at.y + GAP + shift, "end", 6 + far);
    add(at.x, at.y + GAP + shift, "middle", 6 + far);
    add(at.x - GAP - 2, at.y - height / 2 - shift, "end", 7 + far);
    add(at.x - GAP - 2, at.y - height / 2 + shift, "end", 8 + far);
  }
  return candidates;
}

/** Away from its end a line is only named: the last value would be read at the wrong place. */
function alongLine(line: Line, frame: Frame, lines: TextLines): Candidate[] {
  const known = line.points.filter(isKnown);
  const { height } = textSize(lines);
  return ALONG.flatMap((part) => {
    const at = spotOf(known[Math.floor(part * (known.length - 1))] as KnownPoint, frame);
    if (!at) return [];
    return [10, 22, 36].flatMap((away): Candidate[] => {
      const cost = 30 + (1 - part) * 8 + away * 0.3;
      return (["middle", "start", "end"] as const).flatMap((anchor) => [
        { box: textBox(lines, at.x, at.y - away - height, anchor), anchor, lines, cost },
        { box: textBox(lines, at.x, at.y + away, anchor), anchor, lines, cost: cost + 2 },
      ]);
    });
  });
}
