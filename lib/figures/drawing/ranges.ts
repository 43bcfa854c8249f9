import { area as areaPath, line as linePath } from "d3-shape";
import type { Line, RangePoint } from "../model.ts";
import type { Frame, Shape, Spot } from "./drawing.ts";
import { scalesOf } from "./marks.ts";
import type { LabelSpace } from "./placement.ts";
import { stretchesOf } from "./runs.ts";

/** Both ends of a band at one place, in values or in px. */
export interface Ends {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

type WholePoint = RangePoint & Ends;

/** The shapes of a line's band: its area, and its edges, which stay readable where bands overlap. */
export function rangeShapes(line: Line, frame: Frame): Shape[] {
  const runs = rangeRuns(line, frame);
  if (runs.length === 0) return [];
  const area = areaPath<Ends>(
    (at) => at.x,
    (at) => at.low,
    (at) => at.high,
  ).digits(1);
  const edge = linePath<Spot>(
    (at) => at.x,
    (at) => at.y,
  ).digits(1);
  const edges = rangeEdges(runs).map((run) => edge(run.map((spot) => placed(spot, frame))) ?? "");
  return [
    { kind: "path", d: runs.map((run) => area(inPx(run, frame))).join(""), paint: `range-${line.hue}` },
    { kind: "path", d: edges.join(""), paint: `range-edge-${line.hue}` },
  ];
}

/**
 * The stretches of a band in values, one list for each: straight from period to period, or held to the end of each
 * period under a step. A period without either end, or with one that the axis cannot show, parts two stretches.
 */
export function rangeRuns(line: Line, frame: Frame): Ends[][] {
  const { y } = scalesOf(frame);
  const isShown = (point: RangePoint): point is WholePoint => {
    return [point.low, point.high].every((end) => end !== null && y(end) !== null);
  };
  return stretchesOf(line.range?.points ?? [], isShown).map((run) =>
    run.flatMap(({ x, xEnd, low, high }) => {
      const places = line.mark === "step" ? [x, xEnd] : [line.mark === "bar" ? (x + xEnd) / 2 : x];
      return places.map((place) => ({ x: place, low, high }));
    }),
  );
}

/** The edges of a band as strokes in values: along its ends, or from one to the other where it has no length. */
export function rangeEdges(runs: ReadonlyArray<readonly Ends[]>): Spot[][] {
  return runs.flatMap((run) => {
    const [first] = run;
    if (!first) return [];
    if (run.every(({ x }) => x === first.x)) return [[first.low, first.high].map((y) => ({ x: first.x, y }))];
    return [run.map(({ x, high }) => ({ x, y: high })), run.map(({ x, low }) => ({ x, y: low }))];
  });
}

/** Marks the edges of a band, so that labels keep off them where there is other room. */
export function markRangeEdges(line: Line, frame: Frame, space: LabelSpace): void {
  for (const run of rangeEdges(rangeRuns(line, frame))) {
    const spots = run.map((spot) => placed(spot, frame));
    for (const [index, to] of spots.entries()) space.ends.stroke(spots[index - 1] ?? to, to);
  }
}

function inPx(run: readonly Ends[], frame: Frame): Ends[] {
  return run.map(({ x, low, high }) => ({
    x: placed({ x, y: low }, frame).x,
    low: placed({ x, y: low }, frame).y,
    high: placed({ x, y: high }, frame).y,
  }));
}

/** Runs hold only what both axes show. */
function placed({ x, y }: Spot, frame: Frame): Spot {
  const scales = scalesOf(frame);
  return { x: scales.x(x) ?? frame.plot.x, y: scales.y(y) ?? frame.plot.y };
}
