import { type Frequency, frequencyWords } from "../periods/frequency.ts";
import { dayNumber, firstDay, lastDay, type Period } from "../periods/period.ts";
import { err, ok, type Result } from "../result.ts";
import type { Observation } from "../series/series.ts";

/**
 * Days after the end of its period for which a value still counts. The method states days, months, quarters and
 * years; three weeks and two half-years follow the same idea. An irregular value speaks for its own span only.
 */
export const CARRIED_FOR_DAYS: Readonly<Record<Frequency, number>> = {
  D: 10,
  W: 21,
  M: 62,
  Q: 200,
  H: 365,
  A: 550,
  I: 0,
};

/** The newest value that counts on a day, and how old it is by then. */
export interface CarriedValue {
  readonly value: number;
  readonly period: Period;
  /** Days from the last day of the period; 0 while the period is under way. */
  readonly ageDays: number;
  /** Whether the value is from a period that is over, and is flagged with its age. */
  readonly isCarried: boolean;
}

/** Why no value counts: none has begun by that day, or the newest is older than it may be. */
export type CarryRefusal =
  | { readonly kind: "none-known"; readonly message: string }
  | {
      readonly kind: "too-old";
      readonly period: Period;
      readonly ageDays: number;
      readonly limitDays: number;
      readonly message: string;
    };

/**
 * The value that stands for an indicator on `day` (`YYYY-MM-DD`): the newest whose period has begun, never one made
 * up between two others. `observations` are in calendar order and hold what was known on that day.
 */
export function carryForward(
  observations: readonly Pick<Observation, "period" | "value">[],
  frequency: Frequency,
  day: string,
): Result<CarriedValue, CarryRefusal> {
  const newest = observations.findLast(({ period, value }) => value !== null && firstDay(period) <= day);
  if (newest?.value == null) return err({ kind: "none-known", message: `no value is known on ${day}` });

  const { period, value } = newest;
  const ageDays = Math.max(0, dayNumber(day) - dayNumber(lastDay(period)));
  const limitDays = CARRIED_FOR_DAYS[frequency];
  if (ageDays > limitDays) {
    const { adjective } = frequencyWords(frequency);
    const message = `the newest value, of ${period}, is ${ageDays} days old on ${day}; ${adjective} values count for ${limitDays}`;
    return err({ kind: "too-old", period, ageDays, limitDays, message });
  }
  return ok({ value, period, ageDays, isCarried: ageDays > 0 });
}
