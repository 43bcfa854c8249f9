import { randomStream } from "../random/stream.ts";

/** Series whose truth is known, by which the tests are judged. */
export type Truth = "random walk" | "volatility five times up" | "one bubble";

/**
 * Series number `b` of n observations.
 * - random walk: y[t] = y[t-1] + e[t], e standard normal;
 * - volatility five times up: the same, with a standard deviation of 5 in the second half, and no bubble;
 * - one bubble: the single-bubble process of Phillips, Shi and Yu (2015) with their parameters: from 100 and with a
 *   standard deviation of 6.79, explosive with root 1 + n^-0.6 from observation 0.4 n to 0.55 n, then back to where it began.
 */
export function aSeriesOf(truth: Truth, n: number, b: number): Float64Array {
  const random = randomStream(20260101, b);
  const y = new Float64Array(n);
  const [from, to] = [Math.floor(0.4 * n), Math.floor(0.55 * n)];
  y[0] = truth === "one bubble" ? 100 : random.normal();
  for (let t = 1; t < n; t += 1) {
    const before = y[t - 1] as number;
    const shock = random.normal();
    if (truth === "random walk") y[t] = before + shock;
    else if (truth === "volatility five times up") y[t] = before + shock * (t >= n / 2 ? 5 : 1);
    else {
      // Observation t is number t + 1 of the paper, which counts from 1.
      const root = t + 1 >= from && t + 1 <= to ? 1 + n ** -0.6 : 1;
      const level = t === to ? (y[from - 1] as number) : root * before;
      y[t] = level + 6.79 * shock;
    }
  }
  return y;
}
