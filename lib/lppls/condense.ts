import type { WindowSample } from "./model.ts";

/** Days whose oscillation differs by less than a radian at omega = 25 are one row: a 25th of the days to the end. */
const SHARE_OF_AGE = 1 / 16;

/**
 * A window in fewer rows: days far from its end are put together, at their mean, as long as the fastest oscillation
 * that is searched hardly moves between them. For finding where minima lie, not for what is reported: about 110 rows of
 * 750, and the error of its sum of squares is the same everywhere near enough.
 */
export function condense({ ages, logPrices, weights }: WindowSample): WindowSample {
  const rows: { age: number; price: number; weight: number }[] = [];
  let open: { oldest: number; age: number; price: number; weight: number } | null = null;
  for (const [i, age] of ages.entries()) {
    const [price, weight] = [logPrices[i] as number, weights[i] as number];
    if (open && open.oldest - age <= SHARE_OF_AGE * age) {
      open.age += weight * age;
      open.price += weight * price;
      open.weight += weight;
    } else {
      open = { oldest: age, age: weight * age, price: weight * price, weight };
      rows.push(open);
    }
  }
  return {
    ages: Float64Array.from(rows, (row) => row.age / row.weight),
    logPrices: Float64Array.from(rows, (row) => row.price / row.weight),
    weights: Float64Array.from(rows, (row) => row.weight),
  };
}
