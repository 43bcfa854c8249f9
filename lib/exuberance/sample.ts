import { isWeekend } from "../periods/alignment.ts";
import type { RegularFrequency } from "../periods/frequency.ts";
import { type Period, parsePeriod } from "../periods/period.ts";
import { err, ok, type Result } from "../result.ts";
import type { Refusal } from "./refusal.ts";

/** A value for a period; `null` is missing. */
export interface DatedValue {
  readonly period: Period;
  readonly value: number | null;
}

/** Consecutive periods of one frequency, each with a finite value. */
export interface Sample {
  readonly frequency: RegularFrequency;
  readonly periods: readonly Period[];
  readonly values: Float64Array;
}

/** A test needs as many observations. */
const LEAST_OBSERVATIONS = 20;

/**
 * The values of a series, ready to be tested. Missing values before the first and after the last known one are left
 * off; a missing value or period between them is a gap, which no test bridges. A daily series without a weekend day
 * steps from Friday to Monday.
 *
 * Errors: `unknown-period`, `mixed-frequency`, `out-of-order`, `gap`, `not-finite`, `too-short`.
 */
export function readSample(series: readonly DatedValue[]): Result<Sample, Refusal> {
  const first = series.findIndex(({ value }) => value !== null);
  const known = first < 0 ? [] : series.slice(first, series.findLastIndex(({ value }) => value !== null) + 1);
  const steps = readPeriods(known);
  if (!steps.ok) return steps;
  for (const { period, value } of known) {
    if (value === null) return err({ kind: "gap", period, frequency: steps.value });
    if (!Number.isFinite(value)) return err({ kind: "not-finite", period, value: String(value) });
  }
  if (known.length < LEAST_OBSERVATIONS) return err(tooShort(known.length));
  return ok({
    frequency: steps.value,
    periods: known.map(({ period }) => period),
    values: Float64Array.from(known, ({ value }) => value as number),
  });
}

/**
 * The natural logarithm of every value, in which steady growth is a straight line.
 *
 * Errors: `not-positive`.
 */
export function logarithms(sample: Sample): Result<Sample, Refusal> {
  const at = sample.values.findIndex((value) => value <= 0);
  if (at >= 0) {
    return err({
      kind: "not-positive",
      period: sample.periods[at] as Period,
      value: sample.values[at] as number,
    });
  }
  return ok({ ...sample, values: sample.values.map(Math.log) });
}

/** The one frequency of periods that follow each other without a gap. */
function readPeriods(series: readonly DatedValue[]): Result<RegularFrequency, Refusal> {
  const parsed = series.map(({ period }) => parsePeriod(period));
  const expected = parsed[0]?.frequency;
  const skipsWeekends = !series.some(({ period }, t) => parsed[t]?.frequency === "D" && isWeekend(period));
  for (const [t, { period }] of series.entries()) {
    const current = parsed[t];
    if (!current) return err({ kind: "unknown-period", period });
    if (expected && current.frequency !== expected) {
      return err({ kind: "mixed-frequency", period, frequency: current.frequency, expected });
    }
    const before = parsed[t - 1];
    const after = series[t - 1]?.period;
    if (!before || after === undefined) continue;
    const step = current.ordinal - before.ordinal;
    if (step <= 0) return err({ kind: "out-of-order", period, after });
    const isNext =
      step === 1 || (expected === "D" && skipsWeekends && step === 3 && isMonday(current.ordinal));
    if (!isNext) return err({ kind: "gap", period, frequency: current.frequency });
  }
  return expected ? ok(expected) : err(tooShort(0));
}

function tooShort(observations: number): Refusal {
  return { kind: "too-short", observations, least: LEAST_OBSERVATIONS };
}

/** Day 0 is 1970-01-01, a Thursday. */
function isMonday(day: number): boolean {
  return (((day - 4) % 7) + 7) % 7 === 0;
}
