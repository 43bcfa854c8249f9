import { choleskyInPlace } from "./cholesky.ts";
import { addRow, clear, newMoments } from "./moments.ts";
import { exactSquare, LEAST_SHARE } from "./signed-square.ts";
import type { Sweep } from "./sweep.ts";

/**
 * All windows for any lag order: the centred cross products of (z_1 .. z_lag, x, d) are factored as L L', and
 * t = sqrt(dof) L[d,x] / L[d,d]. No inverse is carried from window to window, so none drifts.
 */
export function sweepLags(y: Float64Array, into: Sweep): number {
  const { badf, bsadf, starts, steps } = into;
  const { minRows, lag } = into.shape;
  const rows = steps.length - lag;
  const size = lag + 2;
  const moments = newMoments(lag);
  const lower = new Float64Array(moments.products.length);
  const least = LEAST_SHARE;
  let skipped = 0;
  for (let s = 0; s <= rows - minRows; s += 1) {
    const origin = y[s + lag] as number;
    clear(moments);
    for (let e = s, c = 1; e < rows; e += 1, c += 1) {
      addRow(moments, y, steps, e + lag, c, origin);
      if (c < minRows) continue;
      lower.set(moments.products);
      let square: number;
      if (choleskyInPlace(lower, size, least) === size) {
        const ratio = (lower[lower.length - 2] as number) / (lower[lower.length - 1] as number);
        square = (c - size) * ratio * Math.abs(ratio);
      } else {
        square = exactSquare(y, lag, s, c);
        if (Number.isNaN(square)) skipped += 1;
      }
      const i = e - minRows + 1;
      if (square > (bsadf[i] as number)) {
        bsadf[i] = square;
        starts[i] = s;
      }
    }
    if (s === 0) badf.set(bsadf);
  }
  return skipped;
}
