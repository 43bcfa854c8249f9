import { periodsInside } from "../periods/alignment.ts";
import { isCoarser } from "../periods/frequency.ts";
import { containingPeriod, mustParse, type Period } from "../periods/period.ts";
import { type Column, weakerOf } from "./column.ts";
import type { Status } from "./series.ts";
import { weakestStatus } from "./status.ts";
import { combine, finite } from "./values.ts";

/** A price level, or a level of output, for one period. */
export interface Level {
  readonly value: number | null;
  readonly status: Status;
}

const LEAST_PUBLISHED = 2 / 3;

/**
 * Reads the level of an index or rate over a period of any frequency: the value itself; the mean of the values
 * inside a longer period; the value of the period around a shorter one.
 *
 * A mean needs the last value inside and at least two thirds of them, because a price index of a closed year
 * with a month that was never published still says what that year's prices were. Such a mean is an `estimate`.
 * A period still under way has no level.
 */
export function levelReader(levels: Column): (period: Period) => Level {
  const place = new Map(levels.periods.map((period, t) => [period, t]));
  const levelIn = (period: Period): Level => {
    const t = place.get(period) ?? -1;
    return { value: levels.values[t] ?? null, status: levels.statuses[t] ?? "reported" };
  };
  return (period) => {
    const { frequency } = mustParse(period);
    const own = levels.frequency;
    if (own === "I" || own === frequency) return levelIn(period);
    if (!isCoarser(frequency, own)) return levelIn(containingPeriod(period, own));
    return meanLevel(periodsInside(period, own).map(levelIn));
  };
}

function meanLevel(inside: readonly Level[]): Level {
  const present = inside.flatMap(({ value }) => (value === null ? [] : [value]));
  const isClosed = inside.at(-1)?.value != null && present.length >= inside.length * LEAST_PUBLISHED;
  if (!isClosed) return { value: null, status: "reported" };
  const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
  const isWhole = present.length === inside.length;
  const status = weakestStatus([...inside.map((level) => level.status), isWhole ? "reported" : "estimate"]);
  return { value: finite(mean), status };
}

/**
 * Restates nominal amounts in the prices of a base level.
 *
 * real[t] = nominal[t] * base / deflator[t]
 *
 * Same periods as `nominal`; `null` where either is missing or the price level is not positive.
 */
export function deflate(nominal: Column, deflator: Column, base: number): Column {
  const levels = nominal.periods.map(levelReader(deflator));
  const prices = levels.map(({ value }) => (value !== null && value > 0 ? value : null));
  return {
    ...nominal,
    values: combine(nominal.values, prices, (amount, price) => (amount * base) / price),
    statuses: weakerOf(
      nominal.statuses,
      levels.map(({ status }) => status),
    ),
  };
}
