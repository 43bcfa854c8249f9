import type { Period } from "../periods/period.ts";
import { err, ok, type Result } from "../result.ts";
import { fitWindow } from "./fit-window.ts";
import { type Recursion, recursiveAdf } from "./recursion.ts";
import type { Refusal } from "./refusal.ts";
import type { Sample } from "./sample.ts";
import { firstEnd, type RecursionShape } from "./window.ts";

const LEAST_DEGREES_OF_FREEDOM = 3;
const MOST_SKIPPED = 0.05;

/** A fit that leaves less than this share of the squared differences unexplained leaves nothing but rounding. */
const PERFECT = 1e-20;

/**
 * The recursive statistics of a sample, all of them finite, or why they would say nothing.
 *
 * Errors: `small-window` (fewer than 3 degrees of freedom in the smallest window); `large-window` (longer than the
 * sample); `no-variation` (an end date at which the level varies in no window, or more than 5 % of windows without
 * variation); `deterministic` (a window in which the regression fits but for rounding: exactly exponential, linear or
 * interpolated data).
 */
export function checkedRecursion(sample: Sample, shape: RecursionShape): Result<Recursion, Refusal> {
  const { values } = sample;
  const degreesOfFreedom = shape.minRows - shape.lag - 2;
  if (degreesOfFreedom < LEAST_DEGREES_OF_FREEDOM) {
    const least = LEAST_DEGREES_OF_FREEDOM;
    return err({ kind: "small-window", rows: shape.minRows, lag: shape.lag, degreesOfFreedom, least });
  }
  const needed = firstEnd(shape) + 1;
  if (values.length < needed) return err({ kind: "large-window", observations: values.length, needed });

  const result = recursiveAdf(values, shape);
  const { skipped, windows } = result;
  if (isConstant(values)) return err({ kind: "no-variation", skipped: windows, windows });
  const perfect = perfectWindow(sample, shape);
  if (perfect) return err(perfect);
  const hasEmptyEnd = [result.badf, result.bsadf].some((ends) => !ends.every(Number.isFinite));
  if (hasEmptyEnd || skipped > MOST_SKIPPED * windows) return err({ kind: "no-variation", skipped, windows });
  return ok(result);
}

/**
 * The first of the smallest windows that is fitted perfectly. They suffice, because a part of a perfect fit is a perfect
 * fit. What is left may be as large as the rounding of the values themselves. A level that moves once and then stands
 * still is fitted perfectly too, but stands still rather than follows a rule.
 */
function perfectWindow({ values, periods }: Sample, { minRows, lag }: RecursionShape): Refusal | null {
  const rounding = minRows * (4 * Number.EPSILON * size(values)) ** 2;
  for (let start = 0; start + minRows + lag < values.length; start += 1) {
    const fit = fitWindow(values, lag, start, minRows);
    if (fit === null || fit.residual > Math.max(PERFECT * fit.total, rounding)) continue;
    const end = start + minRows + lag;
    if (moves(values.subarray(start, end + 1)) <= lag + 1) continue;
    return { kind: "deterministic", from: periods[start] as Period, to: periods[end] as Period };
  }
  return null;
}

/** How often the level changes. */
function moves(values: Float64Array): number {
  let count = 0;
  for (let t = 1; t < values.length; t += 1) if (values[t] !== values[t - 1]) count += 1;
  return count;
}

function size(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}
