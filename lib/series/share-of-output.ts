import { type Column, fromObservations, weakerOf } from "./column.ts";
import { levelReader } from "./deflate.ts";
import { rollingSum } from "./rolling.ts";
import { combine, mapValues } from "./values.ts";

const MONTHS = { Q: 3, H: 6, A: 12 } as const;

/**
 * Amounts as a share of the output of the same span of time.
 *
 * share[t] = amount[t] / output over the `months` that end with t
 *
 * `output` is at an annual rate, quarterly or annual; a quarter's output is a quarter of its rate, a longer
 * span adds up its periods. Without `months` (stocks, and flows at an annual rate) the divisor is the annual
 * rate itself. Amounts are quarterly, half-yearly or annual. Missing on either side gives `null`.
 */
export function shareOfOutput(amounts: Column, output: Column, months: number | null): Column {
  const { frequency } = amounts;
  if (frequency !== "Q" && frequency !== "H" && frequency !== "A")
    return { ...amounts, values: amounts.values.map(() => null) };
  const levels = amounts.periods.map(levelReader(output));
  const rates = levels.map(({ value }) => (value !== null && value > 0 ? value : null));
  const ofPeriod = mapValues(rates, (rate) => (rate * MONTHS[frequency]) / 12);
  const divisor = months === null ? rates : rollingSum(ofPeriod, Math.round(months / MONTHS[frequency]));
  const statuses = levels.map(({ status }) => status);
  return {
    ...amounts,
    values: combine(amounts.values, divisor, (amount, whole) => amount / whole),
    statuses: weakerOf(amounts.statuses, statuses),
  };
}

/**
 * The output series that reaches more of the amounts: the first on equal reach. One is used for the whole
 * result, since two vintages of GDP spliced together would draw a step that never happened.
 */
export function outputReachingFurthest(amounts: Column, candidates: readonly Column[]): Column {
  let best = candidates[0] ?? fromObservations([], "A");
  let most = -1;
  for (const candidate of candidates) {
    const levelOf = levelReader(candidate);
    const reach = amounts.periods.filter(
      (period, t) => amounts.values[t] !== null && levelOf(period).value !== null,
    ).length;
    if (reach > most) [best, most] = [candidate, reach];
  }
  return best;
}
