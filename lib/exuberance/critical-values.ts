import { quantileOfSorted } from "../statistics/quantile.ts";
import { quantileError } from "./quantile-error.ts";
import { replicationWidth, type Simulation } from "./simulation.ts";

/** The levels, in per cent, of the critical values that are given. */
export const LEVELS = [90, 95, 99] as const;
export type Level = (typeof LEVELS)[number];

/** One value for each level. */
export type ByLevel<Value> = Readonly<Record<Level, Value>>;

/** The statistics that every replication gives, in the order of its numbers. */
export const STATISTICS = ["adf", "sadf", "gsadf"] as const;
export type Statistic = (typeof STATISTICS)[number];

/** Simulated critical values of one statistic, with their standard errors. */
export interface CriticalValues {
  readonly values: ByLevel<number>;
  readonly errors: ByLevel<number>;
}

/** All simulated values of one statistic, in the order of the replications. */
export function simulatedValues(
  simulation: Simulation,
  numbers: Float64Array,
  statistic: Statistic,
): Float64Array {
  return column(numbers, replicationWidth(simulation), STATISTICS.indexOf(statistic));
}

/** The 90, 95 and 99 % quantiles (type 7) of a statistic over all replications. */
export function criticalValues(
  simulation: Simulation,
  numbers: Float64Array,
  statistic: Statistic,
): CriticalValues {
  const sorted = simulatedValues(simulation, numbers, statistic).sort();
  return {
    values: byLevel((level) => quantileOfSorted(sorted, level / 100)),
    errors: byLevel((level) => quantileError(sorted, level / 100)),
  };
}

/**
 * The four things that are called the critical value of BSADF.
 * - `pointwise`: at each end date the quantile of BSADF there. It is crossed by chance at some date far more often
 *   than its level says (Phillips, Shi and Yu 2015).
 * - `sadf-running`: the quantile of the largest BADF so far, a higher line, which the R package exuber draws.
 * - `global`: the quantile of GSADF, one level for all dates: it controls the error over the whole sample.
 * - `family-wise`: the quantile of the largest BSADF over the periods under control in the bootstrap of Phillips and
 *   Shi (2020), one level for all dates.
 */
export const LINE_KINDS = ["pointwise", "sadf-running", "global", "family-wise"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** The lines that a simulation with paths gives, one value for each end date. */
export function criticalPaths(
  simulation: Simulation,
  numbers: Float64Array,
): Readonly<Record<"pointwise" | "sadf-running", ByLevel<Float64Array>>> {
  const width = replicationWidth(simulation);
  const ends = (width - STATISTICS.length) / 2;
  const lineFrom = (first: number) => {
    const line = byLevel(() => new Float64Array(ends));
    for (let i = 0; i < ends; i += 1) {
      const sorted = column(numbers, width, first + i).sort();
      for (const level of LEVELS) line[level][i] = quantileOfSorted(sorted, level / 100);
    }
    return line;
  };
  return { pointwise: lineFrom(STATISTICS.length), "sadf-running": lineFrom(STATISTICS.length + ends) };
}

/** One value for each level. */
export function byLevel<Value>(make: (level: Level) => Value): ByLevel<Value> {
  return { 90: make(90), 95: make(95), 99: make(99) };
}

function column(numbers: Float64Array, width: number, at: number): Float64Array {
  return Float64Array.from({ length: numbers.length / width }, (_, b) => numbers[b * width + at] as number);
}
