import { invariant } from "../invariant.ts";
import { isCoarser, PERIODS_PER_YEAR, type RegularFrequency } from "./frequency.ts";
import { dayNumber, firstDay, lastDay, mustParse, type Period, periodAt, periodOfDay } from "./period.ts";

/** Every period from `from` to `to`, both included, which share a frequency; empty when `to` comes first. */
export function periodsBetween(from: Period, to: Period): Period[] {
  const first = mustParse(from);
  const last = mustParse(to);
  invariant(first.frequency === last.frequency, `${from} and ${to} have one frequency`);
  const count = Math.max(0, last.ordinal - first.ordinal + 1);
  return Array.from({ length: count }, (_, step) => periodAt(first.frequency, first.ordinal + step));
}

/**
 * The period of `frequency` that a finer period counts towards: the one that holds its first day, or, for an
 * ISO week, which may straddle two, the one that holds its Thursday and so most of its days (ISO 8601).
 */
export function coarserPeriod(period: Period, frequency: RegularFrequency): Period {
  const { frequency: own, ordinal } = mustParse(period);
  if (own === frequency) return period;
  invariant(isCoarser(frequency, own), `${frequency} is coarser than ${period}`);
  if (own === "W") return periodOfDay(periodAt("D", dayNumber(period) + 3), frequency);
  if (own === "D" || frequency === "W") return periodOfDay(period, frequency);
  return periodAt(frequency, Math.floor(ordinal / partsIn(frequency, own)));
}

/** The periods of `frequency` that count towards `period` (see `coarserPeriod`), in order: 2024-Q2 holds three months. */
export function periodsInside(period: Period, frequency: RegularFrequency): Period[] {
  const { frequency: own, ordinal } = mustParse(period);
  if (own === frequency) return [period];
  if (frequency !== "D" && frequency !== "W" && own !== "W") {
    const parts = partsIn(own, frequency);
    return Array.from({ length: parts }, (_, part) => periodAt(frequency, ordinal * parts + part));
  }
  const first = periodOfDay(firstDay(period), frequency);
  const last = periodOfDay(lastDay(period), frequency);
  const inside = periodsBetween(first, last);
  return frequency === "W" ? inside.filter((week) => coarserPeriod(week, own) === period) : inside;
}

/** How many periods of a finer frequency make one of a coarser, months to years. */
function partsIn(coarser: RegularFrequency, finer: RegularFrequency): number {
  return PERIODS_PER_YEAR[finer] / PERIODS_PER_YEAR[coarser];
}

/** Whether a day is a Saturday or Sunday; 1970-01-01 was a Thursday. */
export function isWeekend(day: Period): boolean {
  const weekday = (((dayNumber(day) + 3) % 7) + 7) % 7;
  return weekday >= 5;
}

/**
 * The years from the first day of `from` to the first day of `to` by the calendar: months over twelve, and odd
 * days over 31 to the month, so that the same day ten years on is ten years on, however many leap days lie between.
 */
export function yearsBetween(from: Period, to: Period): number {
  const [fromYear, fromMonth, fromDay] = numbersOf(firstDay(from));
  const [toYear, toMonth, toDay] = numbersOf(firstDay(to));
  return ((toYear - fromYear) * 12 + (toMonth - fromMonth) + (toDay - fromDay) / 31) / 12;
}

function numbersOf(day: string): [year: number, month: number, day: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}
