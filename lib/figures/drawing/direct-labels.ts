import type { Line, Panel } from "../model.ts";
import { type Box, bottomOf, rightOf } from "./box.ts";
import type { Frame, Shape, Spot } from "./drawing.ts";
import { END_GAP, endText, lastSpot, type Naming } from "./line-ends.ts";
import { marginCandidates } from "./margin-labels.ts";
import { markedPoints, spotOf } from "./marks.ts";
import { type Candidate, type LabelSpace, type TextLines, textBox, textSize } from "./placement.ts";
import { isKnown, type KnownPoint } from "./runs.ts";
import { lineShape } from "./shapes.ts";

/** A place worse than this covers so much that a line in the key serves better. */
const MAX_COST = 90;
/** The last value of a line that is named elsewhere is worth less room. */
const MAX_VALUE_COST = 24;
/** How far from the end a label may be moved, px. */
const NAME_REACH = 96;
const VALUE_REACH = 36;
/** A label moved further than this has a leader, or it would be read as of another point. */
const STRAY = 12;
/** What of the way to a label belongs to its mark, or to the label itself, px. */
const END = 3;
/** A name without its value at the end of its line, which is still better than a name elsewhere along it. */
const COST_OF_NO_VALUE = 14;
/** A label without a leader that is as near to another value's mark as to its own. */
const COST_OF_DOUBT = 20;
const ALONG = [0.85, 0.7, 0.55, 0.4, 0.25, 0.1, 0] as const;
const RANK: Readonly<Record<Line["hue"], number>> = { ai: 0, dotcom: 1, "other-1": 2, "other-2": 3, ink: 4 };

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
    const others = otherMarks(panel, line, frame, anchor, name.length > 0);
    const places = endPlaces(line, anchor, end, name).map((place) => doubted(place, anchor, others));
    const hasTwin = panel.lines.some((other) => other.id !== line.id && other.hue === line.hue);
    const along = name.length > 0 && !hasTwin ? alongLine(line, frame, name) : [];
    const placed = space.place(inMargin.get(line.id) ?? [...places, ...along], {
      maxCost: name.length > 0 || naming.isNamedByTitle ? MAX_COST : MAX_VALUE_COST,
    });
    if (placed) shapes.push(...placed);
    else if (name.length > 0) unnamed.push(line.id);
  }
  return { shapes, unnamed };
}

/** Over a bar, or around the end of a line: name and value together, else the name alone. */
function endPlaces({ mark }: Line, at: Spot, end: TextLines, name: TextLines): Candidate[] {
  const reach = name.length > 0 ? NAME_REACH : VALUE_REACH;
  if (mark === "bar") return aboveBar(at, end, reach);
  const named = name.length === 0 ? [] : aroundEnd(at, name, STRAY);
  return [
    ...aroundEnd(at, end, reach),
    ...named.map((place) => ({ ...place, cost: place.cost + COST_OF_NO_VALUE })),
  ];
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
      [at.x + END_GAP, middle - shift, "start", far],
      [at.x + END_GAP, middle + shift, "start", far],
      [at.x - END_GAP - 2, middle - shift, "end", 7 + far],
      [at.x - END_GAP - 2, middle + shift, "end", 8 + far],
    ] as const;
    return [
      ...stray,
      ...beside.map(([x, y, anchor, cost]) => ({ box: textBox(lines, x, y, anchor), anchor, lines, cost })),
    ];
  });
}

/** Only over its bar: a value beside it would be read as of the next, and one on it would not be read. */
function aboveBar(at: Spot, lines: TextLines, reach: number): Candidate[] {
  const top = { x: at.x, y: at.y + END_GAP - 3 };
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
  const y = at.y - END_GAP - height - shift;
  const place = { box: textBox(lines, x, y, anchor), anchor, lines, cost };
  return { ...place, ...wayTo(at.x, y + height + 1, at.y - 5, shift > STRAY) };
}

function below(...[at, lines, shift, x, anchor, cost]: Place): Candidate {
  const y = at.y + END_GAP + shift;
  const place = { box: textBox(lines, x, y, anchor), anchor, lines, cost };
  return { ...place, ...wayTo(at.x, at.y + 5, y, shift > STRAY) };
}

/** The way from a point to its label, with a leader along it when it is long. Its ends touch the mark and the words. */
function wayTo(x: number, from: number, to: number, hasLeader: boolean): Partial<Candidate> {
  const strip: Box = { x: x - 1, y: from, width: 2, height: Math.max(0, to - from) };
  const between: Box = { ...strip, y: from + END, height: strip.height - 2 * END };
  const crosses = between.height > 0 ? { crosses: between } : {};
  if (!hasLeader) return crosses;
  return { shapes: [lineShape({ x, y: from }, { x, y: to }, "leader")], keepClear: strip, ...crosses };
}

/**
 * Where the values are marked that a label could be read as of: any of the panel for a bare value, and for one with
 * its line's name those in its own hue.
 */
function otherMarks(panel: Panel, { hue }: Line, frame: Frame, anchor: Spot, isNamed: boolean): Spot[] {
  return panel.lines
    .filter((line) => line.mark !== "bar" && (!isNamed || line.hue === hue))
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
