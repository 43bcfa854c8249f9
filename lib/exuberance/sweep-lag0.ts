import { exactSquare, LEAST_SHARE } from "./signed-square.ts";
import type { Sweep } from "./sweep.ts";

/**
 * All windows without lagged differences: for each start, sums of squares and products about the running means
 * grow by one row at a time (Welford 1962). With x the level less that of the window's first row and d the
 * difference after it, the signed square is sign(Sxd) Sxd^2 (c - 2) / (Sxx Sdd - Sxd^2): one division a window.
 */
export function sweepLag0(y: Float64Array, into: Sweep): number {
  const { badf, bsadf, starts, steps, reciprocals, shares } = into;
  const { minRows } = into.shape;
  const rows = steps.length;
  const least = LEAST_SHARE;
  let skipped = 0;
  for (let s = 0; s <= rows - minRows; s += 1) {
    const origin = y[s] as number;
    let mx = 0;
    let md = 0;
    let sxx = 0;
    let sxd = 0;
    let sdd = 0;
    for (let e = s, c = 1; e < rows; e += 1, c += 1) {
      const ax = (y[e] as number) - origin - mx;
      const ad = (steps[e] as number) - md;
      const share = shares[c] as number;
      const part = reciprocals[c] as number;
      sxx += share * ax * ax;
      sxd += share * ax * ad;
      sdd += share * ad * ad;
      mx += ax * part;
      md += ad * part;
      if (c < minRows) continue;

      const whole = sxx * sdd;
      const explained = sxd * sxd;
      const left = whole - explained;
      let square = (explained * (c - 2)) / left;
      if (sxd < 0) square = -square;
      if (left <= least * whole) {
        square = sxx > 0 ? exactSquare(y, 0, s, c) : Number.NaN;
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
