import { area as areaPath, line as linePath } from "d3-shape";
import type { Line } from "../model.ts";
import { type Box, bottomOf, rightOf } from "./box.ts";
import type { Frame, LineShape, Shape, Spot } from "./drawing.ts";
import type { InkMap } from "./ink-map.ts";
import { isKnown, isUnsure, type KnownPoint, runsOf, unbroken } from "./runs.ts";
import { type Scale, scaleOf } from "./scale.ts";
import { hatchPath, lineShape } from "./shapes.ts";

const BAR_GAP = 2;
const MIN_BAR = 2;
/** A value without length on the axis gets a bar this wide. */
const POINT_BAR = 8;
/** A bar is no wider, however few there are: a wide one would be read as an area. */
const MAX_BAR = 64;
const STUB = 10;
/** How far the tick of a first report reaches over its bar, or to either side of its place on a line. */
const OVER_BAR = 2;
const BESIDE = 6;
/** Marks closer together than this cannot be told apart one by one. */
const RING_SPACING = 9;
/** A line of so few values shows each of them: they are reports, not a curve. */
const SPARSE = 12;
const END_DOT: Readonly<Record<Line["hue"], number>> = {
  ai: 4,
  dotcom: 4,
  "other-1": 3,
  "other-2": 3,
  ink: 3,
};

/** Making a scale costs more than using it, and a frame's are used once a point. */
const SCALES = new WeakMap<Frame, { x: Scale; y: Scale }>();

/** The scales of a frame, from values to px in the drawing. */
export function scalesOf(frame: Frame): { x: Scale; y: Scale } {
  const ready = SCALES.get(frame);
  if (ready) return ready;
  const { plot } = frame;
  const scales = { x: scaleOf(frame.x, plot.x, rightOf(plot)), y: scaleOf(frame.y, bottomOf(plot), plot.y) };
  SCALES.set(frame, scales);
  return scales;
}

/** Marks that an ordinary chart has no notion of: first reports, and hatches for missing bars. */
export function extraMarkShapes(line: Line, frame: Frame): Shape[] {
  const absent = line.mark === "bar" ? absentBars(line, frame) : [];
  return [...absent, ...firstReportTicks(line, frame)];
}

/** The rectangle of one bar, hollow while its value is unsure. */
export function barShape(point: KnownPoint, box: Box, line: Line): Shape {
  if (!isUnsure(point)) return { kind: "rect", box, paint: `bar-${line.hue}` };
  return { kind: "rect", box: inset(box, 0.75), paint: `bar-hollow-${line.hue}` };
}

/** The shapes of one line's data, back to front. */
export function markShapes(line: Line, frame: Frame): Shape[] {
  const extras = extraMarkShapes(line, frame);
  if (line.mark === "bar") return [...barShapes(line, frame), ...extras];
  const dots = ringsAndDots(line, frame);
  if (line.mark === "dot") return [...dots, ...extras];
  const fill: Shape[] = line.mark === "area" ? areaShapes(line, frame) : [];
  return [...fill, ...strokeShapes(line, frame), ...dots, ...extras];
}

/** Inks what a line covers, so that labels keep clear of it. */
export function inkLine(line: Line, frame: Frame, ink: InkMap): void {
  if (line.mark === "bar") {
    for (const box of [...barsOf(line, frame).map((bar) => bar.box), ...stubsOf(line, frame)]) ink.fill(box);
  }
  for (const { from, to } of firstReportTicks(line, frame)) ink.stroke(from, to);
  if (line.mark === "bar") return;
  for (const point of line.points) {
    const at = spotOf(point, frame);
    if (at && line.mark === "dot") ink.fill({ x: at.x - 3, y: at.y - 3, width: 6, height: 6 });
  }
  if (line.mark === "dot") return;
  const connectors = runsOf(line).connectors.map((pair) => [...pair]);
  for (const run of [...unbroken(line.points), ...(line.mark === "step" ? [] : connectors)]) {
    const spots = pathSpots(run, line, frame);
    for (const [index, to] of spots.entries()) ink.stroke(spots[index - 1] ?? to, to);
  }
}

/** Where a point lies, or `null` when it has no value or the axis cannot show it. */
export function spotOf(point: { x: number; y: number | null }, frame: Frame): Spot | null {
  const scales = scalesOf(frame);
  const x = scales.x(point.x);
  const y = point.y === null ? null : scales.y(point.y);
  return x === null || y === null ? null : { x, y };
}

/** The bars of a line, from zero (or the foot of a log axis) to the value; a missing value has none. */
export function barsOf(line: Line, frame: Frame): Array<{ point: KnownPoint; box: Box }> {
  const scales = scalesOf(frame);
  const zero = Math.min(Math.max(scales.y(0) ?? bottomOf(frame.plot), frame.plot.y), bottomOf(frame.plot));
  return line.points.filter(isKnown).flatMap((point) => {
    const y = scales.y(point.y);
    if (y === null) return [];
    return [
      { point, box: { ...barSpan(point, scales.x), y: Math.min(y, zero), height: Math.abs(zero - y) } },
    ];
  });
}

function barSpan(point: { x: number; xEnd: number }, scale: Scale): { x: number; width: number } {
  const from = scale(point.x) ?? 0;
  const room = (scale(point.xEnd) ?? 0) - from;
  if (room <= 0) return { x: from - POINT_BAR / 2, width: POINT_BAR };
  const gap = Math.min(BAR_GAP, room * 0.2);
  const width = Math.min(MAX_BAR, Math.max(Math.min(room, MIN_BAR), room - gap));
  return { x: from + (room - width) / 2, width };
}

function barShapes(line: Line, frame: Frame): Shape[] {
  return barsOf(line, frame).map(({ point, box }) => barShape(point, box, line));
}

/** A missing period among bars: a hatched stub, so that it is not read as zero. */
function absentBars(line: Line, frame: Frame): Shape[] {
  return stubsOf(line, frame).map((box) => ({ kind: "path", d: hatchPath(box, 4), paint: "absent" }));
}

function stubsOf(line: Line, frame: Frame): Box[] {
  const { x } = scalesOf(frame);
  return line.points
    .filter((point) => point.y === null && point.xEnd > point.x)
    .map((point) => ({ ...barSpan(point, x), y: bottomOf(frame.plot) - STUB, height: STUB }));
}

function areaShapes(line: Line, frame: Frame): Shape[] {
  const foot = scalesOf(frame).y(0) ?? bottomOf(frame.plot);
  const shape = areaPath<Spot>(
    (spot) => spot.x,
    foot,
    (spot) => spot.y,
  ).digits(1);
  return unbroken(line.points).flatMap((run) =>
    pathShapes(shape(pathSpots(run, line, frame)), `area-${line.hue}`),
  );
}

function strokeShapes(line: Line, frame: Frame): Shape[] {
  const shape = linePath<Spot>(
    (spot) => spot.x,
    (spot) => spot.y,
  ).digits(1);
  const runs = runsOf(line);
  const draw = (run: readonly KnownPoint[]) => shape(pathSpots(run, line, frame)) ?? "";
  return [
    ...pathShapes(runs.connectors.map(draw).join(""), `connector-${line.hue}`),
    ...pathShapes(runs.carried.map(draw).join(""), `carried-${line.hue}`),
    ...pathShapes(runs.solid.map(draw).join(""), `line-${line.hue}`),
  ];
}

function pathShapes(d: string | null, paint: Extract<Shape, { kind: "path" }>["paint"]): Shape[] {
  return d ? [{ kind: "path", d, paint }] : [];
}

function pathSpots(run: readonly KnownPoint[], line: Line, frame: Frame): Spot[] {
  return cornersOf(run, line).flatMap((corner) => spotOf(corner, frame) ?? []);
}

/** The corners of a run's path in values; a step holds each value to the end of its period. */
export function cornersOf(run: readonly KnownPoint[], line: Line): Array<{ x: number; y: number }> {
  if (line.mark !== "step") return run.map(({ x, y }) => ({ x, y }));
  return run.flatMap(({ x, xEnd, y }) => [
    { x, y },
    { x: xEnd, y },
  ]);
}

interface MarkedPoint {
  readonly point: KnownPoint;
  /** Where on the axis the mark stands: the end of the period for the last step. */
  readonly x: number;
  readonly at: Spot;
  readonly r: number;
}

/** Values to mark one by one: all of a dot line and of a sparse one; the last, the lonely and the unsure of any other. */
export function markedPoints(line: Line, frame: Frame): MarkedPoint[] {
  const known = line.points.filter(isKnown);
  const last = known.at(-1);
  const alone = new Set(runsOf(line).alone);
  const isSparse = known.length <= SPARSE;
  let nextRing = Number.POSITIVE_INFINITY;
  const fromTheEnd = known.toReversed().flatMap((point) => {
    const isLast = point === last;
    const x = line.mark === "step" && isLast ? point.xEnd : point.x;
    const at = spotOf({ x, y: point.y }, frame);
    if (!at) return [];
    const hasOwnMark = (isSparse || isUnsure(point)) && nextRing - at.x >= RING_SPACING;
    if (line.mark !== "dot" && !isLast && !alone.has(point) && !hasOwnMark) return [];
    nextRing = at.x;
    return [{ point, x, at, r: isLast || line.mark === "dot" ? END_DOT[line.hue] : 3 }];
  });
  return fromTheEnd.reverse();
}

function ringsAndDots(line: Line, frame: Frame): Shape[] {
  return markedPoints(line, frame).map(({ point, at, r }) => {
    return { kind: "circle", at, r, paint: isUnsure(point) ? `ring-${line.hue}` : `dot-${line.hue}` };
  });
}

/** Over the whole bar or step in ink, which shows on the bar itself; on a line to either side of its place. */
function firstReportTicks(line: Line, frame: Frame): LineShape[] {
  const { x } = scalesOf(frame);
  return line.firstReports.flatMap((point) => {
    const at = spotOf(point, frame);
    if (!at) return [];
    if (line.mark === "bar") {
      const bar = barSpan(point, x);
      const from = { x: bar.x - OVER_BAR, y: at.y };
      return [lineShape(from, { x: bar.x + bar.width + OVER_BAR, y: at.y }, "first-ink")];
    }
    const end = line.mark === "step" ? (x(point.xEnd) ?? at.x) : at.x;
    const reach = end > at.x ? 0 : BESIDE;
    return [lineShape({ x: at.x - reach, y: at.y }, { x: end + reach, y: at.y }, `first-${line.hue}`)];
  });
}

function inset(box: Box, by: number): Box {
  return {
    x: box.x + by,
    y: box.y + by,
    width: Math.max(0, box.width - 2 * by),
    height: Math.max(0, box.height - 2 * by),
  };
}
