import type { Result } from "../result.ts";
import type { Values } from "../series/values.ts";
import {
  type Correlation,
  type CorrelationRefusal,
  rankCorrelation,
} from "../statistics/rank-correlation.ts";

/** The history of one input on the dates that all inputs share; sign turned towards the bubble. */
export interface InputHistory {
  readonly id: string;
  readonly values: Values;
}

/** Two inputs and how alike they move. */
export interface InputPair {
  readonly ids: readonly [string, string];
  readonly correlation: Result<Correlation, CorrelationRefusal>;
  /** Whether they are so alike that an index with both counts one thing twice. */
  readonly isDoubleCounting: boolean;
}

/** Two inputs whose ranks correlate above this count one thing twice. */
const MOST_ALIKE = 0.9;

/** Spearman's correlation of every pair of inputs, each pair once, in the order of the inputs. */
export function inputPairs(histories: readonly InputHistory[]): InputPair[] {
  return histories.flatMap((a, i) =>
    histories.slice(i + 1).map((b) => {
      const correlation = rankCorrelation(a.values, b.values);
      const isDoubleCounting = correlation.ok && correlation.value.rho > MOST_ALIKE;
      return { ids: [a.id, b.id] as const, correlation, isDoubleCounting };
    }),
  );
}
