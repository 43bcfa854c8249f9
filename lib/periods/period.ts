import { invariant } from "../invariant.ts";
import type { RegularFrequency } from "./frequency.ts";

/**
 * A span of the calendar in ISO text: `2024-08-31` (day), `2024-W35` (ISO week),
 * `2024-08` (month), `2024-Q2` (quarter), `2024-H1` (half-year), `2024` (year).
 * A period is always this text, never a `Date`.
 */
export type Period = string;

const DAY_MS = 86_400_000;
const FORMS: readonly [RegularFrequency, RegExp][] = [
  ["D", /^([1-9]\d{3})-(\d{2})-(\d{2})$/],
  ["W", /^([1-9]\d{3})-W(\d{2})$/],
  ["M", /^([1-9]\d{3})-(\d{2})$/],
  ["Q", /^([1-9]\d{3})-Q([1-4])$/],
  ["H", /^([1-9]\d{3})-H([12])$/],
  ["A", /^([1-9]\d{3})$/],
];
const PER_YEAR = { M: 12, Q: 4, H: 2, A: 1 } as const;

/** The frequency whose form `text` has and whose calendar holds it, or `null` (`2024-02-30`, `2024-Q5`). */
export function parsePeriod(text: string): { frequency: RegularFrequency; ordinal: number } | null {
  for (const [frequency, form] of FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const ordinal = ordinalOf(frequency, Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1));
    return ordinal !== null && periodAt(frequency, ordinal) === text ? { frequency, ordinal } : null;
  }
  return null;
}

function ordinalOf(frequency: RegularFrequency, year: number, part: number, day: number): number | null {
  if (frequency === "D") return utcDay(year, part, day);
  if (frequency === "W") return (isoYearStart(year) + 3) / 7 + (part - 1);
  if (frequency === "M" && (part < 1 || part > 12)) return null;
  return year * PER_YEAR[frequency] + (part - 1);
}

/**
 * The period with this ordinal. Ordinals of one frequency are consecutive integers in calendar order;
 * days count from 1970-01-01, weeks from the one that holds it. Years run from 1000 to 9999.
 */
export function periodAt(frequency: RegularFrequency, ordinal: number): Period {
  if (frequency === "D") return isoDate(ordinal);
  if (frequency === "W") return isoWeek(weekStart(ordinal));
  const perYear = PER_YEAR[frequency];
  const year = String(Math.floor(ordinal / perYear)).padStart(4, "0");
  const part = ordinal - Math.floor(ordinal / perYear) * perYear + 1;
  if (frequency === "A") return year;
  return frequency === "M" ? `${year}-${String(part).padStart(2, "0")}` : `${year}-${frequency}${part}`;
}

/** The ordinal of a period already known to be of `frequency`; throws on any other text. */
export function ordinal(period: Period, frequency: RegularFrequency): number {
  const parsed = parsePeriod(period);
  invariant(parsed?.frequency === frequency, `${period} is a ${frequency} period`);
  return parsed.ordinal;
}

/** The period `steps` later (earlier when negative), of the same frequency. */
export function shiftPeriod(period: Period, steps: number): Period {
  const parsed = mustParse(period);
  return periodAt(parsed.frequency, parsed.ordinal + steps);
}

/** The first calendar day of a period, as `YYYY-MM-DD`. */
export function firstDay(period: Period): string {
  const { frequency, ordinal } = mustParse(period);
  return isoDate(startDay(frequency, ordinal));
}

/** The last calendar day of a period, as `YYYY-MM-DD`. */
export function lastDay(period: Period): string {
  const { frequency, ordinal } = mustParse(period);
  return isoDate(startDay(frequency, ordinal + 1) - 1);
}

/** The period of `frequency` that holds the first day of `period`. */
export function containingPeriod(period: Period, frequency: RegularFrequency): Period {
  return periodOfDay(firstDay(period), frequency);
}

/** The period of `frequency` that holds a calendar day given as `YYYY-MM-DD`. */
export function periodOfDay(day: string, frequency: RegularFrequency): Period {
  const dayNumber = ordinal(day, "D");
  if (frequency === "D") return day;
  if (frequency === "W") return isoWeek(weekStart(Math.floor((dayNumber + 3) / 7)));
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const perYear = PER_YEAR[frequency];
  return periodAt(frequency, year * perYear + Math.floor(((month - 1) * perYear) / 12));
}

/** Days since 1970-01-01 of the first day of a period: the common axis of all frequencies. */
export function dayNumber(period: Period): number {
  const { frequency, ordinal } = mustParse(period);
  return startDay(frequency, ordinal);
}

/** Days since 1970-01-01 of the day after the last of a period: where it ends on that axis. */
export function endDayNumber(period: Period): number {
  const { frequency, ordinal } = mustParse(period);
  return startDay(frequency, ordinal + 1);
}

/** A period that is known to be well formed; throws otherwise. */
export function mustParse(period: Period): { frequency: RegularFrequency; ordinal: number } {
  const parsed = parsePeriod(period);
  invariant(parsed, `${period} is a period`);
  return parsed;
}

function startDay(frequency: RegularFrequency, ordinal: number): number {
  if (frequency === "D") return ordinal;
  if (frequency === "W") return weekStart(ordinal);
  const months = ordinal * (12 / PER_YEAR[frequency]);
  return Math.round(Date.UTC(Math.floor(months / 12), months - Math.floor(months / 12) * 12, 1) / DAY_MS);
}

function utcDay(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS);
}

function isoDate(dayNumber: number): string {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

/** 1970-01-01 was a Thursday, so its ISO week began three days earlier. */
function weekStart(ordinal: number): number {
  return ordinal * 7 - 3;
}

/** The Monday of ISO week 1, which is the week that holds 4 January (ISO 8601). */
function isoYearStart(year: number): number {
  const fourth = utcDay(year, 1, 4);
  return weekStart(Math.floor((fourth + 3) / 7));
}

function isoWeek(monday: number): Period {
  const year = new Date((monday + 3) * DAY_MS).getUTCFullYear();
  const week = (monday - isoYearStart(year)) / 7 + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
