import type { WindowSample } from "./model.ts";

/**
 * Rows within this share of their days to the window's end are put together. The angle omega ln D then turns by at most
 * 25 / 16 radians within a row at the fastest oscillation that is searched, and by half a radian at the usual ones.
 */
const SHARE_OF_AGE = 1 / 16;

/**
 * A window in fewer rows, each the mean of neighbouring days and weighted by their number: every day near the end, where
 * the model moves fastest, and ever longer spans before; about 70 rows of 750. Its sum of squares tells where minima lie,
 * at a tenth of the work; what is reported is of all rows.
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
