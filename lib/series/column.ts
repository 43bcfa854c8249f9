import type { Frequency } from "../periods/frequency.ts";
import type { Period } from "../periods/period.ts";
import { contiguous } from "./contiguous.ts";
import type { Observation, Series, Status } from "./series.ts";
import { weakestStatus } from "./status.ts";
import type { Values } from "./values.ts";

/**
 * Observations as three arrays of one length, in calendar order. Those of a regular frequency are contiguous,
 * so that the value n places back is the value n periods ago.
 */
export interface Column {
  readonly frequency: Frequency;
  readonly periods: readonly Period[];
  readonly values: Values;
  readonly statuses: readonly Status[];
}

/** A series as a column, its missing periods filled with `null`. */
export function columnOf(series: Series): Column {
  return fromObservations(contiguous(series).observations, series.type.frequency);
}

/** Contiguous observations as a column. */
export function fromObservations(observations: readonly Observation[], frequency: Frequency): Column {
  return {
    frequency,
    periods: observations.map(({ period }) => period),
    values: observations.map(({ value }) => value),
    statuses: observations.map(({ status }) => status),
  };
}

export function toObservations({ periods, values, statuses }: Column): Observation[] {
  return periods.map((period, t) => ({
    period,
    value: values[t] ?? null,
    status: statuses[t] ?? "reported",
  }));
}

/** The value and status at a period, or `null` and `reported` when the column does not reach it. */
export function at(
  { periods, values, statuses }: Column,
  period: Period,
): { value: number | null; status: Status } {
  const t = periods.indexOf(period);
  return { value: values[t] ?? null, status: statuses[t] ?? "reported" };
}

/**
 * Both columns cut to the periods they share, which are those from the later start to the earlier end. Dated
 * points meet where their periods are the same text.
 */
export function aligned(a: Column, b: Column): [Column, Column] {
  if (
    a.periods.length === b.periods.length &&
    a.periods[0] === b.periods[0] &&
    a.periods.at(-1) === b.periods.at(-1)
  ) {
    if (a.frequency !== "I" && a.frequency !== "D") return [a, b];
  }
  const placeInB = new Map(b.periods.map((period, t) => [period, t]));
  const places = a.periods.flatMap((period, t) => {
    const other = placeInB.get(period);
    return other === undefined ? [] : [[t, other] as const];
  });
  const [ofA, ofB] = [places.map(([t]) => t), places.map(([, t]) => t)];
  return [picked(a, ofA), picked(b, ofB)];
}

function picked({ frequency, periods, values, statuses }: Column, places: readonly number[]): Column {
  return {
    frequency,
    periods: places.map((t) => periods[t] as Period),
    values: places.map((t) => values[t] ?? null),
    statuses: places.map((t) => statuses[t] ?? "reported"),
  };
}

/** For each period the weakest of two statuses; the arrays have one length. */
export function weakerOf(a: readonly Status[], b: readonly Status[]): Status[] {
  return a.map((status, t) => weakestStatus([status, b[t] ?? "reported"]));
}

/** For each period the weakest status among its own and those `steps` before it. */
export function weakestWith(statuses: readonly Status[], steps: number): Status[] {
  return statuses.map((status, t) => weakestStatus([status, statuses[t - steps] ?? "reported"]));
}

/** For each period the weakest status among the last `steps`, or among all so far. */
export function weakestOfLast(statuses: readonly Status[], steps: number | "all"): Status[] {
  if (steps !== "all")
    return statuses.map((_, t) => weakestStatus(statuses.slice(Math.max(0, t + 1 - steps), t + 1)));
  let weakest: Status = "reported";
  return statuses.map((status) => {
    weakest = weakestStatus([weakest, status]);
    return weakest;
  });
}
