import type { Era } from "../eras/era.ts";
import { formatPeriod } from "../numbers/format-period.ts";
import { formatValue } from "../numbers/format-value.ts";
import type { RegularFrequency } from "../periods/frequency.ts";
import { containingPeriod, dayNumber, lastDay, mustParse, type Period, periodAt } from "../periods/period.ts";
import { newestValue } from "../series/newest-value.ts";
import { daysStale } from "../series/staleness.ts";
import type { Unit } from "../series/unit.ts";
import { medianOf } from "../statistics/quantile.ts";
import type { Course, Courses, PeriodValue } from "./course.ts";
import type { Indicator } from "./indicator.ts";
import type { KindContext } from "./kinds/kind.ts";
import { KINDS } from "./registry.ts";

/** A value with its period, as a number and as a reader sees it. */
export interface DatedValue {
  readonly value: number;
  readonly period: Period;
  readonly text: string;
  readonly periodText: string;
}

/** The middle of calm years. */
export interface CalmLevel {
  readonly value: number;
  readonly text: string;
  /** `1985 to 1994` */
  readonly spanText: string;
}

interface Read {
  readonly indicator: Indicator;
  readonly unit: Unit;
  readonly now: DatedValue;
  /** The value before it; `null` for the first. */
  readonly before: DatedValue | null;
  /** How many values of it are known. */
  readonly observations: number;
  /** Whether one of its series has passed its own limit. */
  readonly isStale: boolean;
  /** The guard's sentences on what is unlike in what was compared. */
  readonly labels: readonly string[];
}

/**
 * An indicator read against its dot-com history; read alone, where it has none; or why it could not be read. Plain
 * JSON.
 */
export type Reading =
  | (Read & {
      readonly status: "read";
      /** The dot-com value as long after that onset as `now` is after this one; `null` when not known. */
      readonly same: DatedValue | null;
      readonly sameAgePeriodText: string;
      /** The most bubble-like dot-com value between onset and trough. */
      readonly peak: DatedValue;
      /** `null`: no value of calm years is stored. */
      readonly calm: CalmLevel | null;
    })
  | (Read & { readonly status: "alone"; readonly reason: string })
  | { readonly status: "unavailable"; readonly indicator: Indicator; readonly reason: string };

/** A reading with something to set it against. */
export type ComparedReading = Extract<Reading, { status: "read" }>;

/** What readings are taken from. `now` and `then` are the two eras. */
export interface ReadingContext extends Omit<KindContext, "run"> {
  readonly now: Era;
  readonly then: Era;
  /** The day on which the records were known, `YYYY-MM-DD`; staleness is counted from it. */
  readonly asOf: string;
}

/**
 * Reads one indicator: its newest value, the dot-com value at the same age, the dot-com peak, and calm years. Age is
 * counted in the indicator's own periods from the one that holds the onset. Unavailable when a formula is refused or
 * has no value in its era, as on a day before the era began.
 */
export function readIndicator(indicator: Indicator, context: ReadingContext): Reading {
  const followed = KINDS[indicator.kind].follow(indicator, { ...context, run: context.then });
  if (!followed.ok) return { status: "unavailable", indicator, reason: followed.error };
  return readCourses(indicator, followed.value, context);
}

/** The same from courses that were followed already. */
function readCourses(indicator: Indicator, courses: Courses, context: ReadingContext): Reading {
  const { now, then, calm } = courses;
  const unavailable = (reason: string): Reading => ({ status: "unavailable", indicator, reason });
  const newest = now.values.at(-1);
  if (!newest) return unavailable("no value is known");
  if (endsBefore(newest.period, context.now)) {
    const [period, onset] = [newest.period, context.now.onset.period].map(formatPeriod);
    return unavailable(`the newest value known, of ${period}, is from before the onset of ${onset}`);
  }
  const before = now.values.at(-2);
  const read: Read = {
    indicator,
    unit: now.unit,
    now: dated(newest, now),
    before: before ? dated(before, now) : null,
    observations: now.values.length,
    isStale: isStale(now.codes, newest.period, context),
    labels: [...new Set([...now.labels, ...(then?.labels ?? [])])],
  };
  if (then === null) {
    return { ...read, status: "alone", reason: "no dot-com counterpart is stored" };
  }
  const peak = mostBubbleLike(inEra(then, context.then), indicator);
  if (!peak) return unavailable("no dot-com value is known");
  const sameAge = atSameAge(newest.period, context);
  const same = then.values.find(({ period }) => period === sameAge);
  return {
    ...read,
    status: "read",
    same: same ? dated(same, then) : null,
    sameAgePeriodText: formatPeriod(sameAge),
    peak: dated(peak, then),
    calm: calmLevel(calm, indicator, then),
  };
}

/** Where a reading stands against the dot-com years, in words. */
export function positionWords({ indicator, now, same, peak }: ComparedReading): string {
  const heat = (value: number) => (indicator.direction === "higher" ? value : -value);
  if (heat(now.value) >= heat(peak.value)) return "past the dot-com peak";
  if (same === null) return "below the dot-com peak; no value at the same age";
  if (now.value === same.value) return "level with the same age, below the peak";
  return `${heat(now.value) > heat(same.value) ? "hotter" : "cooler"} than at the same age, below the peak`;
}

/** The values of a course from the onset of an era to its trough. */
export function inEra({ values }: Course, { onset, trough }: Era): PeriodValue[] {
  const from = dayNumber(onset.period);
  const to = trough ? dayNumber(lastDay(trough.period)) : Number.POSITIVE_INFINITY;
  return values.filter(({ period }) => dayNumber(lastDay(period)) >= from && dayNumber(period) <= to);
}

function endsBefore(period: Period, era: Era): boolean {
  return dayNumber(lastDay(period)) < dayNumber(era.onset.period);
}

function mostBubbleLike(values: readonly PeriodValue[], { direction }: Indicator): PeriodValue | undefined {
  return values.reduce<PeriodValue | undefined>((best, each) => {
    if (best === undefined) return each;
    return (direction === "higher" ? each.value > best.value : each.value < best.value) ? each : best;
  }, undefined);
}

function calmLevel(
  calm: readonly PeriodValue[],
  { calmFrom, calmTo }: Indicator,
  { unit }: Course,
): CalmLevel | null {
  if (calm.length === 0 || calmFrom === null || calmTo === null) return null;
  const value = medianOf(calm.map((each) => each.value));
  const [from, to] = [formatPeriod(calmFrom), formatPeriod(calmTo)];
  return { value, text: formatValue(value, unit), spanText: from === to ? from : `${from} to ${to}` };
}

function atSameAge(period: Period, { now, then }: ReadingContext): Period {
  const frequency: RegularFrequency = mustParse(period).frequency;
  const age = mustParse(period).ordinal - mustParse(containingPeriod(now.onset.period, frequency)).ordinal;
  return periodAt(frequency, mustParse(containingPeriod(then.onset.period, frequency)).ordinal + age);
}

/** A value that joins reports that should be one says so beside its period. */
function dated({ period, value }: PeriodValue, { unit, reportsJoined }: Course): DatedValue {
  const words = formatPeriod(period);
  const reports = reportsJoined(period);
  return {
    value,
    period,
    text: formatValue(value, unit),
    periodText: reports > 0 ? `${words}, of ${reports} reports` : words,
  };
}

/**
 * Stale when a series that a formula names has passed its own limit and ends no later than the reading does. Output
 * and prices, which formulas imply, do not age a reading: it has none where they are missing.
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
