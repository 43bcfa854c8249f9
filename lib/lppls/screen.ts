import type { Shape, WindowSample } from "./model.ts";
import type { SearchBox } from "./profiles.ts";

/** How finely a box is looked over. */
export interface Grid {
  readonly ahead: number;
  readonly m: number;
  readonly omega: number;
}

/** The grid's local minima, best first, at most `most` of them. */
export function screen(sample: WindowSample, box: SearchBox, grid: Grid, most: number): Shape[] {
  const axes = {
    ahead: geometric(box.ahead.low, box.ahead.high, grid.ahead),
    m: even(box.m.low, box.m.high, grid.m),
    omega: even(box.omega.low, box.omega.high, grid.omega),
  };
  const fitted = new Float64Array(grid.ahead * grid.m * grid.omega);
  const layer = layerOf(sample, box, grid);
  for (const [t, ahead] of axes.ahead.entries()) layer(ahead, fitted.subarray(t * grid.m * grid.omega));
  return localMaxima(fitted, grid)
    .slice(0, most)
    .map(([t, k, w]) => ({
      ahead: axes.ahead[t] as number,
      m: axes.m[k] as number,
      omega: axes.omega[w] as number,
    }));
}

/**
 * Writes the explained sum of squares for every (m, omega) of one tc. Along m the powers, and along omega the cosines
 * and sines, follow from their neighbours (angle addition), so that a row costs one logarithm, two exponentials and four
 * circular functions for the whole layer. The sums of squared columns come from cosines of the double angle.
 */
function layerOf({ ages, logPrices, weights }: WindowSample, box: SearchBox, grid: Grid) {
  const n = ages.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = logPrices.reduce((sum, price, i) => sum + (weights[i] as number) * price, 0) / total;
  const y = logPrices.map((price) => price - mean);
  const stepOfM = grid.m > 1 ? (box.m.high - box.m.low) / (grid.m - 1) : 0;
  const stepOfOmega = grid.omega > 1 ? (box.omega.high - box.omega.low) / (grid.omega - 1) : 0;
  const cosines = new Float64Array(n * grid.omega);
  const sines = new Float64Array(n * grid.omega);
  const power = new Float64Array(n);
  const growth = new Float64Array(n);
  const [wf, wfy, wff] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];

  return (ahead: number, out: Float64Array): void => {
    for (let i = 0; i < n; i += 1) turnRow(i, Math.log(ahead + (ages[i] as number)));
    for (let k = 0; k < grid.m; k += 1) {
      let [sf, sfy, sff] = [0, 0, 0];
      for (let i = 0; i < n; i += 1) {
        const f = power[i] as number;
        const weighted = (weights[i] as number) * f;
        wf[i] = weighted;
        wfy[i] = weighted * (y[i] as number);
        wff[i] = weighted * f;
        sf += weighted;
        sfy += wfy[i] as number;
        sff += wff[i] as number;
        power[i] = f * (growth[i] as number);
      }
      for (let w = 0; w < grid.omega; w += 1) out[k * grid.omega + w] = explained(w, sf, sfy, sff);
    }
  };

  function turnRow(i: number, log: number): void {
    power[i] = Math.exp(box.m.low * log);
    growth[i] = Math.exp(stepOfM * log);
    let cos = Math.cos(box.omega.low * log);
    let sin = Math.sin(box.omega.low * log);
    const [turnCos, turnSin] = [Math.cos(stepOfOmega * log), Math.sin(stepOfOmega * log)];
    for (let w = 0; w < grid.omega; w += 1) {
      cosines[w * n + i] = cos;
      sines[w * n + i] = sin;
      const turned = cos * turnCos - sin * turnSin;
      sin = sin * turnCos + cos * turnSin;
      cos = turned;
    }
  }

  function explained(w: number, sf: number, sfy: number, sff: number): number {
    let [sg, sh, sgy, shy, sfg, sfh, doubleCos, doubleSin] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let i = 0, at = w * n; i < n; i += 1, at += 1) {
      const cos = cosines[at] as number;
      const sin = sines[at] as number;
      const f = wf[i] as number;
      const fy = wfy[i] as number;
      const ffCos = (wff[i] as number) * cos;
      const ffSin = (wff[i] as number) * sin;
      sg += f * cos;
      sh += f * sin;
      sgy += fy * cos;
      shy += fy * sin;
      sfg += ffCos;
      sfh += ffSin;
      doubleCos += ffCos * cos - ffSin * sin;
      doubleSin += ffSin * cos;
    }
    const sgg = (sff + doubleCos) / 2;
    const shh = (sff - doubleCos) / 2;
    return explainedByThree(
      sff - (sf * sf) / total,
      sfg - (sf * sg) / total,
      sfh - (sf * sh) / total,
      sgg - (sg * sg) / total,
      doubleSin - (sg * sh) / total,
      shh - (sh * sh) / total,
      sfy,
      sgy,
      shy,
    );
  }
}

/** r' S^-1 r for a symmetric S of three columns, by Cholesky; a column with nothing of its own explains nothing. */
function explainedByThree(
  ff: number,
  fg: number,
  fh: number,
  gg: number,
  gh: number,
  hh: number,
  fy: number,
  gy: number,
  hy: number,
): number {
  if (!(ff > 0)) return 0;
  const gPart = fg / ff;
  const hPart = fh / ff;
  const g = gg - gPart * fg;
  const gRest = gy - gPart * fy;
  let sum = (fy * fy) / ff;
  if (!(g > LEAST_OWN * gg)) return sum;
  const ghRest = gh - gPart * fh;
  const h = hh - hPart * fh - (ghRest * ghRest) / g;
  sum += (gRest * gRest) / g;
  if (!(h > LEAST_OWN * hh)) return sum;
  const hRest = hy - hPart * fy - (ghRest / g) * gRest;
  return sum + (hRest * hRest) / h;
}

const LEAST_OWN = 1e-10;

/** Places of the grid that none of their up to 26 neighbours exceeds, highest first; of equals the first. */
function localMaxima(values: Float64Array, grid: Grid): (readonly [number, number, number])[] {
  const at = (t: number, k: number, w: number) => values[(t * grid.m + k) * grid.omega + w] as number;
  const found: { place: readonly [number, number, number]; value: number }[] = [];
  for (let t = 0; t < grid.ahead; t += 1) {
    for (let k = 0; k < grid.m; k += 1) {
      for (let w = 0; w < grid.omega; w += 1) {
        const value = at(t, k, w);
        if (isHighest(at, grid, t, k, w, value)) found.push({ place: [t, k, w], value });
      }
    }
  }
  return found.sort((a, b) => b.value - a.value).map(({ place }) => place);
}

function isHighest(
  at: (t: number, k: number, w: number) => number,
  grid: Grid,
  t: number,
  k: number,
  w: number,
  value: number,
): boolean {
  return !(
    (t > 0 && at(t - 1, k, w) > value) ||
    (t < grid.ahead - 1 && at(t + 1, k, w) > value) ||
    (k > 0 && at(t, k - 1, w) > value) ||
    (k < grid.m - 1 && at(t, k + 1, w) > value) ||
    (w > 0 && at(t, k, w - 1) > value) ||
    (w < grid.omega - 1 && at(t, k, w + 1) > value)
  );
}

function even(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((high - low) * i) / Math.max(1, count - 1));
}

function geometric(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low * (high / low) ** (i / Math.max(1, count - 1)));
}
