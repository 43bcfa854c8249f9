import type { Era } from "../eras/era.ts";
import type { FormulaContext } from "../formula/index.ts";
import { invariant } from "../invariant.ts";
import { formatPeriod } from "../numbers/format-period.ts";
import { formatValue } from "../numbers/format-value.ts";
import type { RegularFrequency } from "../periods/frequency.ts";
import { containingPeriod, dayNumber, lastDay, mustParse, type Period, periodAt } from "../periods/period.ts";
import { evaluateReports, type Traced } from "../reports/evaluate.ts";
import { newestValue } from "../series/newest-value.ts";
import type { SeriesRecord } from "../series/record.ts";
import type { Series } from "../series/series.ts";
import { daysStale } from "../series/staleness.ts";
import type { InputSpec } from "./inputs.ts";

/** A value with its period, as a number and as a reader sees it. */
export interface DatedValue {
  readonly value: number;
  readonly period: Period;
  readonly text: string;
  readonly periodText: string;
}

/** An input read against its dot-com history, or why it could not be. Plain JSON. */
export type Reading =
  | {
      readonly status: "read";
      readonly spec: InputSpec;
      readonly now: DatedValue;
      /** The dot-com value as long after that onset as `now` is after this one; `null` when not known. */
      readonly same: DatedValue | null;
      readonly sameAgePeriodText: string;
      /** The highest dot-com value between onset and trough. */
      readonly peak: DatedValue;
      readonly isStale: boolean;
    }
  | { readonly status: "unavailable"; readonly spec: InputSpec; readonly reason: string };

/** What readings are taken from. `now` and `then` are the two eras. */
export interface ReadingContext {
  readonly records: ReadonlyMap<string, SeriesRecord>;
  readonly now: Era;
  readonly then: Era;
  readonly formula: FormulaContext;
  /** The day on which the records were known, `YYYY-MM-DD`; staleness is counted from it. */
  readonly asOf: string;
}

/**
 * Reads one input: its newest value, the dot-com value at the same age, and the dot-com peak. Age is counted
 * in the input's own periods from the one that holds the onset. Unavailable when either formula is refused or
 * has no value in its era, as on a day before the era began. Values that are set against each other are of one
 * report where there is one.
 */
export function readInput(spec: InputSpec, context: ReadingContext): Reading {
  const now = evaluateReports(spec.now, context.records, context.formula);
  if (!now.ok) return { status: "unavailable", spec, reason: now.error.message };
  const then = evaluateReports(spec.then, context.records, context.formula);
  if (!then.ok) return { status: "unavailable", spec, reason: then.error.message };

  const newest = newestValue(now.value.series);
  if (!newest) return { status: "unavailable", spec, reason: "no value is known" };
  if (endsBefore(newest.period, context.now)) {
    const reason = `the newest value known, of ${formatPeriod(newest.period)}, is from before the ${context.now.name}`;
    return { status: "unavailable", spec, reason };
  }
  const peak = highest(then.value.series, context.then);
  if (!peak) return { status: "unavailable", spec, reason: "no dot-com value is known" };
  const { frequency } = mustParse(newest.period);
  const sameAge = atSameAge(newest.period, frequency, context);
  const same = then.value.series.observations.find((o) => o.period === sameAge && o.value !== null);
  return {
    status: "read",
    spec,
    now: dated(newest, now.value),
    same: same ? dated(same, then.value) : null,
    sameAgePeriodText: formatPeriod(sameAge),
    peak: dated(peak, then.value),
    isStale: isStale(now.value.codes, newest.period, context),
  };
}

/** Where a reading stands against the dot-com years, in words. */
export function positionWords(reading: Extract<Reading, { status: "read" }>): string {
  const { now, same, peak } = reading;
  if (now.value >= peak.value) return "past the dot-com peak";
  if (same === null) return "below the dot-com peak; no value at the same age";
  if (now.value === same.value) return "level with the same age, below the peak";
  return `${now.value > same.value ? "hotter" : "cooler"} than at the same age, below the peak`;
}

function endsBefore(period: Period, era: Era): boolean {
  return dayNumber(lastDay(period)) < dayNumber(era.onset.period);
}

function highest(series: Series, era: Era) {
  const from = dayNumber(era.onset.period);
  const to = era.trough ? dayNumber(lastDay(era.trough.period)) : Number.POSITIVE_INFINITY;
  let best: { period: Period; value: number | null } | undefined;
  for (const observation of series.observations) {
    const ends = dayNumber(lastDay(observation.period));
    if (observation.value === null || ends < from || dayNumber(observation.period) > to) continue;
    if (best === undefined || observation.value > (best.value ?? Number.NEGATIVE_INFINITY))
      best = observation;
  }
  return best;
}

function atSameAge(period: Period, frequency: RegularFrequency, { now, then }: ReadingContext): Period {
  const age = mustParse(period).ordinal - mustParse(containingPeriod(now.onset.period, frequency)).ordinal;
  return periodAt(frequency, mustParse(containingPeriod(then.onset.period, frequency)).ordinal + age);
}

/** A value that joins reports that should be one says so beside its period. */
function dated(
  observation: { period: Period; value: number | null },
  { series, mixedVintages }: Traced,
): DatedValue {
  const { value } = observation;
  invariant(value !== null, `${observation.period} has a value`);
  const period = formatPeriod(observation.period);
  const reports = mixedVintages(observation.period).length;
  return {
    value,
    period: observation.period,
    text: formatValue(value, series.type.unit),
    periodText: reports > 0 ? `${period}, of ${reports} reports` : period,
  };
}

/**
 * Stale when a series that the formula names has passed its own limit and ends no later than the reading does.
 * Output and prices, which formulas imply, do not age a reading: it has none where they are missing.
 */
function isStale(
  codes: readonly string[],
  period: Period,
  { records, asOf, formula }: ReadingContext,
): boolean {
  const implied = new Set([formula.deflator, formula.gdpQuarterly, formula.gdpAnnual]);
  const readingEnds = lastDay(period);
  return codes.some((code) => {
    if (implied.has(code)) return false;
    const record = records.get(code);
    const last = record && newestValue(record.series);
    if (!last || lastDay(last.period) > readingEnds) return false;
    return daysStale(last.period, record.staleAfterDays, asOf) !== null;
  });
}
