import { formatPeriod } from "../../numbers/format-period.ts";
import type { Line, Panel } from "../model.ts";
import { type Box, bottomOf, rightOf } from "./box.ts";
import type { Frame, Shape, Spot } from "./drawing.ts";
import { barsOf, markedPoints, spotOf } from "./marks.ts";
import { type Candidate, type LabelSpace, type TextLines, textBox, textSize } from "./placement.ts";
import { isKnown, type KnownPoint } from "./runs.ts";
import { lineShape } from "./shapes.ts";
import { wrapText } from "./text-width.ts";

const GAP = 8;
/** A place worse than this covers so much that a line in the key serves better. */
const MAX_COST = 90;
/** The last value of a line that is named elsewhere is worth less room. */
const MAX_VALUE_COST = 24;
/** How far from the end a label may be moved, px. */
const NAME_REACH = 96;
const VALUE_REACH = 36;
/** A label moved further than this has a leader, or it would be read as of another point. */
const STRAY = 12;
/** A label without a leader that is as near to another value's mark as to its own. */
const COST_OF_DOUBT = 20;
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
  /** Whether the title already names the only line. */
  readonly isNamedByTitle: boolean;
  /** Whether values stand without their dates, which the axis under them gives. */
  readonly isShort: boolean;
}

/** What stands beside the end of a line: its name, and its last value with the date. A bar stands over its date. */
function endText(line: Line, naming: Naming): { end: TextLines; name: TextLines } {
  const paint = `text-${line.hue}` as const;
  const last = line.points.filter(isKnown).at(-1);
  const isNamed = naming.isNamedByTitle || naming.keyed.has(line.id);
  const isUndated = isNamed && (naming.isShort || line.mark === "bar");
  const value = last ? (isUndated ? last.text : `${last.text}, ${formatPeriod(last.period)}`) : "";
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
    const reach = name.length > 0 ? NAME_REACH : VALUE_REACH;
    const others = otherMarks(panel, line, frame, anchor);
    const places = line.mark === "bar" ? aboveBar(anchor, end, reach) : aroundEnd(anchor, end, reach);
    const atEnd = inMargin.get(line.id) ?? places.map((place) => doubted(place, anchor, others));
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
const MARGIN_PART = 1 / 8;

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

/**
 * The margin to the right of a plot for the labels of lines that end near the end of the axis, px; 0 for none. The
 * value over a last bar may reach into it, so that it does not stand over the bar before.
 */
export function marginRoom(
  [from, to]: readonly [number, number],
  lines: readonly Line[],
  naming: Naming,
): number {
  const ends = lines.flatMap((line) => {
    const last = line.points.filter(isKnown).at(-1);
    if (!last || last.x < to - (to - from) * MARGIN_PART) return [];
    const { end, name } = endText(line, naming);
    return [{ isBar: line.mark === "bar", isNamed: name.length > 0, width: textSize(end).width }];
  });
  const besides = ends.filter(({ isBar }) => !isBar).map(({ width }) => width);
  const over = ends.filter(({ isBar, isNamed }) => isBar && !isNamed).map(({ width }) => width - 6);
  const beside = Math.max(0, ...besides) + (besides.length > 1 ? 28 : besides.length * 16);
  return Math.max(beside, ...over);
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
  return shifts(reach).flatMap((shift): Candidate[] => {
    const far = shift * 0.35;
    const stray = [
      above(at, lines, shift, at.x + 6, "end", 3 + far),
      above(at, lines, shift, at.x, "middle", 2 + far),
      above(at, lines, shift, at.x - 4, "start", 4 + far),
      below(at, lines, shift, at.x + 6, "end", 6 + far),
      below(at, lines, shift, at.x, "middle", 6 + far),
    ];
    if (shift > STRAY) return stray;
    const middle = at.y - height / 2;
    const beside = [
      [at.x + GAP, middle - shift, "start", far],
      [at.x + GAP, middle + shift, "start", far],
      [at.x - GAP - 2, middle - shift, "end", 7 + far],
      [at.x - GAP - 2, middle + shift, "end", 8 + far],
    ] as const;
    return [
      ...stray,
      ...beside.map(([x, y, anchor, cost]) => ({ box: textBox(lines, x, y, anchor), anchor, lines, cost })),
    ];
  });
}

/** Only over its bar: a value beside it would be read as of the next, and one on it would not be read. */
function aboveBar(at: Spot, lines: TextLines, reach: number): Candidate[] {
  const top = { x: at.x, y: at.y + GAP - 3 };
  return shifts(reach).flatMap((shift) => {
    const far = shift * 0.35;
    return [
      above(top, lines, shift, at.x, "middle", far),
      above(top, lines, shift, at.x + 6, "end", 2 + far),
      above(top, lines, shift, at.x - 6, "start", 2 + far),
    ];
  });
}

function shifts(reach: number): number[] {
  return Array.from({ length: Math.floor(reach / 6) + 1 }, (_, index) => index * 6);
}

type Place = [
  at: Spot,
  lines: TextLines,
  shift: number,
  x: number,
  anchor: Candidate["anchor"],
  cost: number,
];

function above(...[at, lines, shift, x, anchor, cost]: Place): Candidate {
  const { height } = textSize(lines);
  const y = at.y - GAP - height - shift;
  const place = { box: textBox(lines, x, y, anchor), anchor, lines, cost };
  return shift > STRAY ? { ...place, ...leaderOf(at.x, y + height + 1, at.y - 5) } : place;
}

function below(...[at, lines, shift, x, anchor, cost]: Place): Candidate {
  const y = at.y + GAP + shift;
  const place = { box: textBox(lines, x, y, anchor), anchor, lines, cost };
  return shift > STRAY ? { ...place, ...leaderOf(at.x, at.y + 5, y) } : place;
}

function leaderOf(x: number, from: number, to: number): Pick<Candidate, "shapes" | "keepClear" | "crosses"> {
  const strip: Box = { x: x - 1, y: from, width: 2, height: Math.max(0, to - from) };
  return { shapes: [lineShape({ x, y: from }, { x, y: to }, "leader")], keepClear: strip, crosses: strip };
}

/** Where other values in the line's own hue are marked one by one. */
function otherMarks(panel: Panel, { hue }: Line, frame: Frame, anchor: Spot): Spot[] {
  return panel.lines
    .filter((line) => line.mark !== "bar" && line.hue === hue)
    .flatMap((line) => markedPoints(line, frame).map(({ at }) => at))
    .filter((at) => distance(at, anchor) > 1);
}

function doubted(place: Candidate, anchor: Spot, others: readonly Spot[]): Candidate {
  const own = distanceTo(place.box, anchor);
  const isInDoubt = place.shapes === undefined && others.some((other) => distanceTo(place.box, other) < own);
  return isInDoubt ? { ...place, cost: place.cost + COST_OF_DOUBT } : place;
}

function distance(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** From a box to a place outside it; 0 within it. */
function distanceTo(box: Box, at: Spot): number {
  return Math.hypot(
    Math.max(box.x - at.x, 0, at.x - rightOf(box)),
    Math.max(box.y - at.y, 0, at.y - bottomOf(box)),
  );
}

/** Away from its end a line is only named: the last value would be read at the wrong place. */
function alongLine(line: Line, frame: Frame, lines: TextLines): Candidate[] {
  const known = line.points.filter(isKnown);
  const { height } = textSize(lines);
  return ALONG.flatMap((part) => {
    const at = spotOf(known[Math.floor(part * (known.length - 1))] as KnownPoint, frame);
    if (!at) return [];
    return [10, 22].flatMap((away): Candidate[] => {
      const cost = 30 + (1 - part) * 8 + away * 0.3;
      return (["middle", "start", "end"] as const).flatMap((anchor) => [
        { box: textBox(lines, at.x, at.y - away - height, anchor), anchor, lines, cost },
        { box: textBox(lines, at.x, at.y + away, anchor), anchor, lines, cost: cost + 2 },
      ]);
    });
  });
}
