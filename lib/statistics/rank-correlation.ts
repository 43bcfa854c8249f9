import { err, ok, type Result } from "../result.ts";
import type { Values } from "../series/values.ts";

/** A correlation, and the number of periods in which both values are known. */
export interface Correlation {
  readonly rho: number;
  readonly pairs: number;
}

/** Why two series have no correlation: too few periods in common, or one of them does not move in these. */
export interface CorrelationRefusal {
  readonly kind: "too-few-pairs" | "constant";
  readonly pairs: number;
  readonly message: string;
}

/** With two pairs every correlation is 1 or -1. */
const LEAST_PAIRS = 3;

/**
 * Spearman's rank correlation over the periods in which both values are known: the correlation of mid-ranks, which
 * ties leave right. Both arrays are of one length.
 */
export function rankCorrelation(a: Values, b: Values): Result<Correlation, CorrelationRefusal> {
  const left: number[] = [];
  const right: number[] = [];
  for (const [t, value] of a.entries()) {
    const other = b[t] ?? null;
    if (value === null || other === null) continue;
    left.push(value);
    right.push(other);
  }
  const pairs = left.length;
  if (pairs < LEAST_PAIRS) {
    const message = `${pairs} periods in common; a rank correlation needs ${LEAST_PAIRS}`;
    return err({ kind: "too-few-pairs", pairs, message });
  }
  const rho = correlation(midRanks(left), midRanks(right));
  if (rho === null) {
    return err({
      kind: "constant",
      pairs,
      message: `one series does not move in the ${pairs} periods in common`,
    });
  }
  return ok({ rho, pairs });
}

/** Ranks from 1, equal values sharing the mean of theirs. */
function midRanks(values: readonly number[]): number[] {
  const order = values.map((value, t) => ({ value, t })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (order[to]?.value === order[from]?.value) to += 1;
    for (const { t } of order.slice(from, to)) ranks[t] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

function correlation(a: readonly number[], b: readonly number[]): number | null {
  const middle = (a.length + 1) / 2;
  let [aa, bb, ab] = [0, 0, 0];
  for (const [t, left] of a.entries()) {
    const [x, y] = [left - middle, (b[t] as number) - middle];
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : null;
}
