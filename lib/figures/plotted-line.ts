import type { Era } from "../eras/era.ts";
import { givesStoredValues } from "../formula/index.ts";
import { formatPeriod } from "../numbers/format-period.ts";
import { formatValue } from "../numbers/format-value.ts";
import type { Period } from "../periods/period.ts";
import { err, ok, type Result } from "../result.ts";
import type { SeriesRecord } from "../series/record.ts";
import type { Observation, SeriesType } from "../series/series.ts";
import type { Unit } from "../series/unit.ts";
import { shownUnit } from "./display.ts";
import { type Evaluation, evaluate, trimmed, type Use } from "./evaluation.ts";
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
  /** What its points and first reports are of. */
  readonly uses: readonly Use[];
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
  /** Rebases all observations first, on the one of period `base`; refused with a sentence. */
  readonly rebase?: (observations: readonly Observation[]) => Result<Rebased, string>;
  readonly rebasedUnit?: Unit;
}

interface Rebased {
  readonly observations: readonly Observation[];
  readonly base: Period;
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
  const rebased = placement.rebase?.(evaluation.value.observations) ?? ok(null);
  if (!rebased.ok) return rebased;
  const observations = rebased.value?.observations ?? evaluation.value.observations;
  const placed = trimmed(placement.place(observations));
  if (placed.length === 0) return err(nothingInRange(evaluation.value, placement.range));

  const unit = placement.rebasedUnit ?? shownUnit(evaluation.value.type.unit, display);
  const holdsUntilNext = spec.mark === "step" && evaluation.value.type.frequency === "I";
  const points = placed.map((at, index) =>
    pointAt(at, spec.mark, unit, scale, holdsUntilNext ? placed[index + 1] : undefined),
  );
  const unloggable = placed.filter(({ value }) => value !== null && isUnloggable(value, scale)).length;
  if (unloggable > 0 && points.every(({ y }) => y === null)) {
    return err("It has no positive value, and a log axis shows only positive ones; use a linear scale.");
  }
  const first = spec.firstReports ? restatedSince(spec, records, placement, points, unit) : null;
  return ok({
    spec,
    era,
    evaluation: evaluation.value,
    type: placement.rebasedUnit ? { ...evaluation.value.type, unit } : evaluation.value.type,
    unit,
    points,
    isComputed: placement.rebase !== undefined || !givesStoredValues(spec.formula),
    firstReports: first?.points ?? [],
    uses: [
      {
        label: spec.label,
        evaluation: evaluation.value,
        periods: [...knownPeriods(points), ...(rebased.value ? [rebased.value.base] : [])],
      },
      ...(first
        ? [{ label: spec.label, evaluation: first.evaluation, periods: knownPeriods(first.points) }]
        : []),
    ],
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
): { readonly points: Point[]; readonly evaluation: Evaluation } | null {
  const first = evaluate(spec.formula, records, "first");
  if (!first.ok) return null;
  const now = new Map(points.map((point) => [point.period, point.y]));
  const restated = placement
    .place(first.value.observations)
    .filter(({ period, value }) => value !== null && now.has(period) && now.get(period) !== value)
    .map((placed) => pointAt(placed, spec.mark, unit, "linear"));
  return { points: restated, evaluation: first.value };
}

function knownPeriods(points: readonly Point[]): Period[] {
  return points.filter(({ y }) => y !== null).map(({ period }) => period);
}

function nothingInRange({ observations, formula }: Evaluation, range: string): string {
  const [first, last] = [observations[0], observations.at(-1)];
  if (!first || !last) return `No value is known for ${formula}.`;
  const stored =
    first === last
      ? `the only value is of ${formatPeriod(first.period)}`
      : `values run from ${formatPeriod(first.period)} to ${formatPeriod(last.period)}`;
  return `No data ${range}: ${stored}. Widen the range.`;
}
