import { exactSquare, LEAST_SHARE } from "./signed-square.ts";
import type { Sweep } from "./sweep.ts";

/**
 * All windows with one lagged difference z: the six centred sums of (z, x, d), unrolled. What z explains is taken
 * off by a 2x2 elimination whose common factor Szz cancels, so that again one division gives the signed square.
 */
export function sweepLag1(y: Float64Array, into: Sweep): number {
  const { badf, bsadf, starts, steps, reciprocals, shares } = into;
  const { minRows } = into.shape;
  const rows = steps.length - 1;
  const least = LEAST_SHARE;
  let skipped = 0;
  for (let s = 0; s <= rows - minRows; s += 1) {
    const origin = y[s + 1] as number;
    let mz = 0;
    let mx = 0;
    let md = 0;
    let szz = 0;
    let szx = 0;
    let szd = 0;
    let sxx = 0;
    let sxd = 0;
    let sdd = 0;
    for (let e = s, c = 1; e < rows; e += 1, c += 1) {
      const az = (steps[e] as number) - mz;
      const ax = (y[e + 1] as number) - origin - mx;
      const ad = (steps[e + 1] as number) - md;
      const share = shares[c] as number;
      const part = reciprocals[c] as number;
      const fz = share * az;
      const fx = share * ax;
      szz += fz * az;
      szx += fz * ax;
      szd += fz * ad;
      sxx += fx * ax;
      sxd += fx * ad;
      sdd += share * ad * ad;
      mz += az * part;
      mx += ax * part;
      md += ad * part;
      if (c < minRows) continue;

      const wholeX = sxx * szz;
      const wholeD = sdd * szz;
      const ownX = wholeX - szx * szx;
      const ownD = wholeD - szd * szd;
      const ownXd = sxd * szz - szx * szd;
      const left = ownX * ownD - ownXd * ownXd;
      let square = (ownXd * ownXd * (c - 3)) / left;
      if (ownXd < 0) square = -square;
      if (left <= least * ownX * wholeD || ownX <= least * wholeX) {
        square = wholeX > 0 ? exactSquare(y, 1, s, c) : Number.NaN;
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
