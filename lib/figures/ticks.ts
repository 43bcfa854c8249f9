import { tickIncrement } from "d3-array";
import type { Clock } from "../eras/clock.ts";
import { formatPeriod } from "../numbers/format-period.ts";
import { MINUS } from "../numbers/format-value.ts";
import { dayNumber, periodAt } from "../periods/period.ts";
import type { Axis } from "./model.ts";

type Ticks = Axis["ticks"];
type Domain = Axis["domain"];

const MOST_TICKS = 8;
const MOST_ROUND_TICKS = 7;
const CALENDAR_STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600] as const;
const MONTHS_A_STEP: Readonly<Record<Clock, number>> = { M: 1, Q: 3, A: 12 };

/** A linear domain widened outward to round numbers, with its 4 to 7 round ticks. */
export function linearScale(lowest: number, highest: number): { domain: Domain; at: number[] } {
  const at = [5, 4, 3, 2]
    .map((count) => roundTicks(lowest, highest, count))
    .find((ticks) => ticks.length <= MOST_ROUND_TICKS);
  const [from = lowest, to = highest] = [at?.[0], at?.at(-1)];
  return { domain: [from, to], at: at ?? [from, to] };
}

/** A log domain around positive values, with ticks at 1-2-5, finer or coarser so that about 4 to 8 remain. */
export function logScale(lowest: number, highest: number): { domain: Domain; at: number[] } {
  const outer = decades(lowest, highest, [1, 1.5, 2, 3, 5, 7]);
  const from = outer.filter((tick) => tick <= lowest * 1.0001).at(-1) ?? lowest;
  const to = outer.find((tick) => tick >= highest * 0.9999) ?? highest;
  const candidates = [[1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]]
    .map((multiples) => decades(from, to, multiples).filter((tick) => tick >= from && tick <= to))
    .filter((at) => at.length >= 3);
  const fitting = candidates.find((at) => at.length <= MOST_TICKS - 1);
  return { domain: [from, to], at: fitting ?? everyOther(candidates.at(-1) ?? [from, to]) };
}

/** Calendar starts between two day numbers: years, half-years, quarters or months, whichever give at most 8. */
export function calendarTicks([from, to]: Domain): Ticks {
  const months = CALENDAR_STEPS.find((step) => calendarStarts(from, to, step).length <= MOST_TICKS) ?? 600;
  return calendarStarts(from, to, months).map((month) => ({
    at: dayNumber(month),
    text: months >= 12 ? month.slice(0, 4) : months === 3 ? quarterText(month) : formatPeriod(month),
  }));
}

/** Whole years since the onset (`Onset`, `1 year`, …), or months when the clock runs for under two years. */
export function clockTicks([from, to]: Domain, clock: Clock): Ticks {
  const perYear = 12 / MONTHS_A_STEP[clock];
  const step = [perYear / 4, perYear / 2, perYear, perYear * 2, perYear * 5, perYear * 10].find(
    (candidate) => Number.isInteger(candidate) && (to - from) / candidate <= MOST_TICKS + 1,
  );
  return multiplesWithin(from, to, step ?? perYear * 25).map((at) => ({
    at,
    text: sinceOnset(at * MONTHS_A_STEP[clock]),
  }));
}

/** Time since onset in words: `Onset`, `3 years`, `−1 year`, `6 months`, `3 years 11 months`. */
export function sinceOnset(months: number): string {
  if (months === 0) return "Onset";
  const size = Math.abs(Math.round(months));
  const years = counted(Math.floor(size / 12), "year");
  const rest = counted(size % 12, "month");
  const words = [years, rest].filter((part) => part !== null).join(" ");
  return months < 0 ? MINUS + words : words;
}

/** Whole multiples of `step` in a closed interval. */
export function multiplesWithin(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * step);
}

/** All multiples of a round step from just below `lowest` to just above `highest`. */
function roundTicks(lowest: number, highest: number, count: number): number[] {
  // d3 gives a step below one as its negative inverse, so that 3 × 0.1 is 3 / 10, exactly 0.3.
  const increment = tickIncrement(lowest, highest, count);
  const perUnit = increment < 0 ? -increment : 1 / increment;
  const from = Math.floor(lowest * perUnit + 1e-9);
  const to = Math.ceil(highest * perUnit - 1e-9);
  return Array.from({ length: to - from + 1 }, (_, index) =>
    increment < 0 ? (from + index) / perUnit : (from + index) * increment,
  );
}

function counted(count: number, noun: string): string | null {
  if (count === 0) return null;
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function calendarStarts(from: number, to: number, months: number): string[] {
  const first = monthOfDay(from) - 1;
  return multiplesWithin(first, monthOfDay(to), months)
    .map((ordinal) => periodAt("M", ordinal))
    .filter((month) => dayNumber(month) >= from && dayNumber(month) <= to);
}

/** The ordinal of the month that holds a day number. */
function monthOfDay(day: number): number {
  const [year, month] = periodAt("D", Math.floor(day)).split("-");
  return Number(year) * 12 + Number(month) - 1;
}

function quarterText(month: string): string {
  return `Q${(Number(month.slice(5, 7)) + 2) / 3} ${month.slice(0, 4)}`;
}

function decades(lowest: number, highest: number, multiples: readonly number[]): number[] {
  const first = Math.floor(Math.log10(lowest));
  const last = Math.ceil(Math.log10(highest));
  const powers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return powers.flatMap((power) => multiples.map((multiple) => Number(`${multiple}e${power}`)));
}

function everyOther(at: readonly number[]): number[] {
  const stride = Math.ceil(at.length / MOST_TICKS);
  return at.filter((_, index) => index % stride === 0);
}
