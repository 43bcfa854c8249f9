import { invariant } from "../invariant.ts";
import type { LinearPart, Shape, WindowSample } from "./model.ts";

/** The step of least squares at a shape: gradient and curvature along (ln ahead, m, omega), of half the SSE. */
export interface Slope {
  readonly gradient: readonly [number, number, number];
  /** Upper triangle of J'J: uu, um, uw, mm, mw, ww. */
  readonly curvature: readonly [number, number, number, number, number, number];
}

/** The linear least squares inside a fit. It keeps buffers, so that what it says is of the last shape given to `sseAt`. */
export interface Projection {
  /** Sum of squared residuals with the best linear parameters at this shape. */
  sseAt(shape: Shape): number;
  linearPart(): LinearPart;
  slope(): Slope;
  /** Largest |p / p_hat - 1|: residuals are of log-prices. */
  largestPriceError(): number;
}

/** A column whose part that is not in the others is smaller than this has none. */
const COLLINEAR = 1e-11;

/**
 * Regresses log-prices on 1, D^m, D^m cos(omega ln D) and D^m sin(omega ln D), with D the days to tc.
 *
 * Columns are centred, which takes the constant out, and made orthogonal one by one (modified Gram-Schmidt with the
 * log-prices as the last column), which is as stable as Householder's QR and indifferent to their unlike sizes. The slope
 * is that of variable projection in Kaufman's form (1975): its gradient is exact, its curvature that of Gauss-Newton.
 */
export function projectOnto({ ages, logPrices, weights }: WindowSample): Projection {
  const n = ages.length;
  const roots = weights.map(Math.sqrt);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const column = () => new Float64Array(n);
  const [d, logD] = [column(), column()];
  const [f, g, h] = [column(), column(), column()];
  const [q1, q2, q3] = [column(), column(), column()];
  const [byAhead, byM, byOmega] = [column(), column(), column()];
  const [target, residual, along] = [column(), column(), column()];
  const meanTarget = centre(logPrices, target);
  let shape: Shape | null = null;
  let linear: LinearPart = { a: 0, b: 0, c1: 0, c2: 0 };

  return { sseAt, linearPart: () => linear, slope, largestPriceError };

  function sseAt(at: Shape): number {
    shape = at;
    const { ahead, m, omega } = at;
    for (let i = 0; i < n; i += 1) {
      const days = ahead + (ages[i] as number);
      const log = Math.log(days);
      const power = Math.exp(m * log);
      const angle = omega * log;
      d[i] = days;
      logD[i] = log;
      f[i] = power;
      g[i] = power * Math.cos(angle);
      h[i] = power * Math.sin(angle);
    }
    const [mf, mg, mh] = [centre(f, q1), centre(g, q2), centre(h, q3)];
    residual.set(target);
    const r11 = normalise(q1, norm(q1));
    const sizeG = norm(q2);
    const r12 = removed(q1, q2);
    const r22 = normalise(q2, sizeG);
    const sizeH = norm(q3);
    const r13 = removed(q1, q3);
    const r23 = removed(q2, q3);
    const r33 = normalise(q3, sizeH);
    const [z1, z2, z3] = [removed(q1, residual), removed(q2, residual), removed(q3, residual)];
    const c2 = r33 > 0 ? z3 / r33 : 0;
    const c1 = r22 > 0 ? (z2 - r23 * c2) / r22 : 0;
    const b = r11 > 0 ? (z1 - r12 * c1 - r13 * c2) / r11 : 0;
    linear = { a: meanTarget - b * mf - c1 * mg - c2 * mh, b, c1, c2 };
    return dot(residual, residual);
  }

  function slope(): Slope {
    invariant(shape, "a slope is of a shape");
    const { ahead, m, omega } = shape;
    const { b, c1, c2 } = linear;
    for (let i = 0; i < n; i += 1) {
      const power = b * (f[i] as number) + c1 * (g[i] as number) + c2 * (h[i] as number);
      const turn = c2 * (g[i] as number) - c1 * (h[i] as number);
      byAhead[i] = (ahead / (d[i] as number)) * (m * power + omega * turn);
      byM[i] = (logD[i] as number) * power;
      byOmega[i] = (logD[i] as number) * turn;
    }
    for (const bent of [byAhead, byM, byOmega]) {
      centre(bent, along);
      for (const q of [q1, q2, q3]) removed(q, along);
      bent.set(along);
    }
    return {
      gradient: [-dot(byAhead, residual), -dot(byM, residual), -dot(byOmega, residual)],
      curvature: [
        dot(byAhead, byAhead),
        dot(byAhead, byM),
        dot(byAhead, byOmega),
        dot(byM, byM),
        dot(byM, byOmega),
        dot(byOmega, byOmega),
      ],
    };
  }

  function largestPriceError(): number {
    return residual.reduce(
      (largest, value, i) => Math.max(largest, Math.abs(Math.expm1(value / (roots[i] as number)))),
      0,
    );
  }

  /** Takes the weighted mean out of a column and scales its rows by the roots of their weights; gives the mean. */
  function centre(from: Float64Array, to: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += (weights[i] as number) * (from[i] as number);
    const mean = sum / total;
    for (let i = 0; i < n; i += 1) to[i] = (roots[i] as number) * ((from[i] as number) - mean);
    return mean;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}

/** Takes the part along the unit column `q` out of `a`; gives its length. */
function removed(q: Float64Array, a: Float64Array): number {
  const length = dot(q, a);
  for (let i = 0; i < a.length; i += 1) a[i] = (a[i] as number) - length * (q[i] as number);
  return length;
}

/** Makes a column one of unit length and gives the length it had; a column with nothing of its own becomes 0. */
function normalise(a: Float64Array, sizeBefore: number): number {
  const length = norm(a);
  if (length <= COLLINEAR * sizeBefore) {
    a.fill(0);
    return 0;
  }
  const scale = 1 / length;
  for (let i = 0; i < a.length; i += 1) a[i] = (a[i] as number) * scale;
  return length;
}
