import type { Line, Point } from "../model.ts";

/** A point that has a value. */
export type KnownPoint = Point & { readonly y: number };

/** The parts of a line, each a list of unbroken runs of at least two points. */
export interface LineRuns {
  /** Between values that are known. */
  readonly solid: ReadonlyArray<readonly KnownPoint[]>;
  /** To and between values that are provisional or claimed. */
  readonly carried: ReadonlyArray<readonly KnownPoint[]>;
  /** Across missing periods, when the line asks for it. */
  readonly connectors: ReadonlyArray<readonly [KnownPoint, KnownPoint]>;
  /** Values without a neighbour on either side, which no stroke would show. */
  readonly alone: readonly KnownPoint[];
}

export function isKnown(point: Point): point is KnownPoint {
  return point.y !== null;
}

/** Whether a value may still change or is not verified, and is therefore drawn hollow. */
export function isUnsure(point: Pick<Point, "status">): boolean {
  return point.status === "provisional" || point.status === "claimed";
}

/** Splits a line at its gaps and where its values stop being known. */
export function runsOf(line: Line): LineRuns {
  const whole = unbroken(line.points);
  const solid: KnownPoint[][] = [];
  const carried: KnownPoint[][] = [];
  for (const run of whole) {
    for (const [from, to] of pairs(run)) extend(isUnsure(to) || isUnsure(from) ? carried : solid, from, to);
  }
  const connectors = line.connectGaps ? pairs(whole).map(([before, after]) => ends(before, after)) : [];
  const alone = whole.flatMap((run) => (run.length === 1 ? run : []));
  return { solid, carried, connectors, alone };
}

/** The stretches of consecutive points that have a value. */
export function unbroken(points: readonly Point[]): KnownPoint[][] {
  return stretchesOf(points, isKnown);
}

/** The stretches of consecutive items that pass a test. */
export function stretchesOf<Item, Passing extends Item>(
  items: readonly Item[],
  passes: (item: Item) => item is Passing,
): Passing[][] {
  const runs: Passing[][] = [];
  let current: Passing[] = [];
  for (const item of items) {
    if (passes(item)) {
      if (current.length === 0) runs.push(current);
      current.push(item);
    } else current = [];
  }
  return runs;
}

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.slice(1).map((item, index) => [items[index] as T, item]);
}

function extend(runs: KnownPoint[][], from: KnownPoint, to: KnownPoint): void {
  const last = runs.at(-1);
  if (last && last.at(-1) === from) last.push(to);
  else runs.push([from, to]);
}

function ends(before: readonly KnownPoint[], after: readonly KnownPoint[]): [KnownPoint, KnownPoint] {
  return [before.at(-1) as KnownPoint, after[0] as KnownPoint];
}
