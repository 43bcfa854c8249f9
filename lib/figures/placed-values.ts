import { givesStoredValues } from "../formula/index.ts";
import { formatPeriod } from "../numbers/format-period.ts";
import { formatValue } from "../numbers/format-value.ts";
import type { Period } from "../periods/period.ts";
import { err, ok, type Result } from "../result.ts";
import type { Observation, SeriesType } from "../series/series.ts";
import type { Unit } from "../series/unit.ts";
import { shownUnit } from "./display.ts";
import { type Evaluation, trimmed } from "./evaluation.ts";
import type { Point } from "./model.ts";
import type { FigureSpec, LineSpec } from "./spec.ts";

/** The values of one formula, each at its place, with every number decided. */
export interface PlacedValues {
  readonly evaluation: Evaluation;
  readonly type: SeriesType;
  /** The unit they are shown in. */
  readonly unit: Unit;
  readonly points: readonly Point[];
  /** Whether they were computed from stored ones, so that not all their digits mean something. */
  readonly isComputed: boolean;
  /** How many of them a log axis cannot show; they are gaps. */
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
  /** How all that belongs to a line is rebased, told from the line's own observations; refused with a sentence. */
  readonly rebasing?: (observations: readonly Observation[]) => Result<Rebasing, string>;
}

/** Values set against the one that a line had in period `base`. */
export interface Rebasing {
  readonly base: Period;
  readonly unit: Unit;
  readonly restate: (observations: readonly Observation[]) => Observation[];
}

/** How values are shown. */
export interface Setting {
  readonly mark: LineSpec["mark"];
  readonly display: FigureSpec["display"];
  readonly scale: "linear" | "log";
  readonly placement: Placement;
  readonly rebasing: Rebasing | null;
}

/** Puts the values of a formula in their places; refused with a sentence when none can be shown. */
export function placeValues(evaluation: Evaluation, setting: Setting): Result<PlacedValues, string> {
  const { mark, display, scale, placement, rebasing } = setting;
  const observations = rebasing ? rebasing.restate(evaluation.observations) : evaluation.observations;
  const placed = trimmed(placement.place(observations));
  if (placed.length === 0) return err(nothingInRange(evaluation, placement.range));

  const unit = rebasing?.unit ?? shownUnit(evaluation.type.unit, display);
  const holdsUntilNext = mark === "step" && evaluation.type.frequency === "I";
  const points = placed.map((at, index) =>
    pointAt(at, mark, unit, scale, holdsUntilNext ? placed[index + 1] : undefined),
  );
  const unloggable = placed.filter(({ value }) => value !== null && isUnloggable(value, scale)).length;
  if (unloggable > 0 && points.every(({ y }) => y === null)) {
    return err("It has no positive value, and a log axis shows only positive ones; use a linear scale.");
  }
  return ok({
    evaluation,
    type: rebasing ? { ...evaluation.type, unit } : evaluation.type,
    unit,
    points,
    isComputed: rebasing !== null || !givesStoredValues(evaluation.formula),
    unloggable,
  });
}

/** An observation as a point of a drawing; on a log axis one of zero or less is a gap. */
export function pointAt(
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

/** The periods of the points that have a value. */
export function knownPeriods(points: readonly Point[]): Period[] {
  return points.filter(({ y }) => y !== null).map(({ period }) => period);
}

function isUnloggable(value: number, scale: "linear" | "log"): boolean {
  return scale === "log" && value <= 0;
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
