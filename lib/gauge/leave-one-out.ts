import type { Result } from "../result.ts";
import { aggregate, type Level, type LevelRefusal, type NormalisedReadings } from "./aggregate.ts";
import { type IndexDefinition, withoutInput } from "./index-definition.ts";

/** The index as it would be if one input were no part of it. */
export interface WithoutOne {
  readonly id: string;
  readonly index: Result<Level, LevelRefusal>;
  /** Arithmetic index without the input less that with it; `null` where either has no level. */
  readonly change: number | null;
}

/** What the index owes to single inputs. */
export interface LeaveOneOut {
  /** One for each input that counts, in the order of the definition. */
  readonly without: readonly WithoutOne[];
  /** The input without which the index moves most; `null` when no change is known. */
  readonly largest: { readonly id: string; readonly change: number } | null;
  /** Whether that is more than 10 points: a one-indicator index, which is said where it is shown. */
  readonly isOneIndicatorIndex: boolean;
}

/** An index that moves further than this without one indicator hangs on it. */
const MOST_OF_ONE = 10;

/** Room for rounding: a move of ten points is not more than ten. */
const ROUNDING = 1e-9;

/**
 * Takes each input that counts out of the definition in turn and aggregates again. Coverage is of the definition that
 * is left, so that the test of an index does not become a test of its coverage.
 *
 * Source: OECD/JRC Handbook on Constructing Composite Indicators (2008), chapter 7.
 */
export function leaveOneOut(definition: IndexDefinition, readings: NormalisedReadings): LeaveOneOut {
  const whole = aggregate(definition, readings);
  const without = whole.counted.map(({ id }) => {
    const rest = withoutInput(definition, id);
    const { index } = aggregate(rest, readings);
    const change = whole.index.ok && index.ok ? index.value.arithmetic - whole.index.value.arithmetic : null;
    return { id, index, change };
  });
  let largest: LeaveOneOut["largest"] = null;
  for (const { id, change } of without) {
    if (change === null || (largest && Math.abs(change) <= Math.abs(largest.change))) continue;
    largest = { id, change };
  }
  return {
    without,
    largest,
    isOneIndicatorIndex: largest !== null && Math.abs(largest.change) > MOST_OF_ONE + ROUNDING,
  };
}
