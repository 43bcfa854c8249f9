import type { Era } from "../eras/era.ts";
import { givesStoredValues } from "../formula/index.ts";
import { formatPeriod } from "../numbers/format-period.ts";
import { formatValue } from "../numbers/format-value.ts";
import { err, ok, type Result } from "../result.ts";
import type { SeriesRecord } from "../series/record.ts";
import type { Observation, SeriesType } from "../series/series.ts";
import type { Unit } from "../series/unit.ts";
import { shownUnit } from "./display.ts";
import { type Evaluation, evaluate, evaluateFirstReports, trimmed } from "./evaluation.ts";
import type { Line, Point } from "./model.ts";
import type { FigureSpec, LineSpec } from "./spec.ts";

/** A line with every number decided. */
export interface PlottedLine {
  readonly spec: LineSpec;
  readonly era: Era | null;
  readonly evaluation: Evaluation;
  readonly type: SeriesType;
  /** The unit it is shown in. */
  readonly unit: Unit;
  readonly points: readonly Point[];
  readonly firstReports: readonly Point[];
  /** Whether the values were computed from stored ones, so that not all their digits mean something. */
  readonly isComputed: boolean;
  /** Values that a log axis cannot show; they are gaps. */
  readonly unloggable: number;
}

/** An observation at its place on the x axis. */
export interface Placed extends Observation {
  readonly x: number;
  readonly xEnd: number;
}

/** How a figure turns the observations of one line into places; leaves out what its range does not hold. */
export interface Placement {
  readonly place: (observations: readonly Observation[]) => Placed[];
  /** The range in words, for the sentence that says nothing is in it. */
  readonly range: string;
  /** Rebases or otherwise restates all observations first; refused with a sentence. */
  readonly restate?: (observations: readonly Observation[]) => Result<readonly Observation[], string>;
  readonly restatedUnit?: Unit;
}

interface LineSetting {
  readonly display: FigureSpec["display"];
  readonly scale: "linear" | "log";
  readonly era: Era | null;
}

/** Evaluates a line and puts its values in their places; refused with the sentence the figure shows instead. */
export function plotLine(
  spec: LineSpec,
  records: ReadonlyMap<string, SeriesRecord>,
  placement: Placement,
  { display, scale, era }: LineSetting,
): Result<PlottedLine, string> {
  const evaluation = evaluate(spec.formula, records);
  if (!evaluation.ok) return evaluation;
  const restated = placement.restate?.(evaluation.value.observations) ?? ok(evaluation.value.observations);
  if (!restated.ok) return restated;
  const placed = trimmed(placement.place(restated.value));
  if (placed.length === 0) return err(nothingInRange(evaluation.value, placement.range));

  const unit = placement.restatedUnit ?? shownUnit(evaluation.value.type.unit, display);
  const holdsUntilNext = spec.mark === "step" && evaluation.value.type.frequency === "I";
  const points = placed.map((at, index) =>
    pointAt(at, spec.mark, unit, scale, holdsUntilNext ? placed[index + 1] : undefined),
  );
  const unloggable = placed.filter(({ value }) => value !== null && isUnloggable(value, scale)).length;
  if (unloggable > 0 && points.every(({ y }) => y === null)) {
    return err("It has no positive value, and a log axis shows only positive ones; use a linear scale.");
  }
  return ok({
    spec,
    era,
    evaluation: evaluation.value,
    type: placement.restatedUnit ? { ...evaluation.value.type, unit } : evaluation.value.type,
    unit,
    points,
    firstReports: spec.firstReports ? restatedSince(spec, records, placement, points, unit) : [],
    isComputed: placement.restate !== undefined || !givesStoredValues(spec.formula),
    unloggable,
  });
}

/** The model's line. */
export function modelLine({ spec, points, firstReports }: PlottedLine): Line {
  const { id, label, hue, mark, connectGaps } = spec;
  return { id, label, hue, mark, connectGaps, points, firstReports };
}

/** Whether a mark fills from zero. */
export function isFilled(mark: LineSpec["mark"]): boolean {
  return mark === "bar" || mark === "area";
}

function pointAt(
  { x, xEnd, value, period, status }: Placed,
  mark: LineSpec["mark"],
  unit: Unit,
  scale: "linear" | "log",
  next?: Placed,
): Point {
  const y = value === null || isUnloggable(value, scale) ? null : value;
  return {
    x,
    xEnd: mark === "dot" ? x : (next?.x ?? xEnd),
    y,
    period,
    status,
    text: formatValue(value, unit),
  };
}

function isUnloggable(value: number, scale: "linear" | "log"): boolean {
  return scale === "log" && value <= 0;
}

/** The first reports that differ from the values drawn. */
function restatedSince(
  spec: LineSpec,
  records: ReadonlyMap<string, SeriesRecord>,
  placement: Placement,
  points: readonly Point[],
  unit: Unit,
): Point[] {
  const first = evaluateFirstReports(spec.formula, records);
  if (!first.ok) return [];
  const now = new Map(points.map((point) => [point.period, point.y]));
  return placement
    .place(first.value.observations)
    .filter(({ period, value }) => value !== null && now.has(period) && now.get(period) !== value)
    .map((placed) => pointAt(placed, spec.mark, unit, "linear"));
}

function nothingInRange({ observations, formula }: Evaluation, range: string): string {
  const [first, last] = [observations[0], observations.at(-1)];
  if (!first || !last) return `No value is stored for ${formula}.`;
  const stored =
    first === last
      ? `the only value is of ${formatPeriod(first.period)}`
      : `values run from ${formatPeriod(first.period)} to ${formatPeriod(last.period)}`;
  return `No data ${range}: ${stored}. Widen the range.`;
}
