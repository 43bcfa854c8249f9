/**
 * Factors a symmetric matrix given by its lower triangle (row by row, `size` rows) as L L', into the same storage.
 *
 * Says how many rows it could factor: fewer than `size` when a pivot keeps no more than the share `least` of its
 * diagonal entry, whose digits are then spent.
 */
export function choleskyInPlace(lower: Float64Array, size: number, least: number): number {
  for (let i = 0; i < size; i += 1) {
    const row = (i * (i + 1)) / 2;
    for (let j = 0; j <= i; j += 1) {
      const other = (j * (j + 1)) / 2;
      let rest = lower[row + j] as number;
      for (let k = 0; k < j; k += 1) rest -= (lower[row + k] as number) * (lower[other + k] as number);
      if (j < i) lower[row + j] = rest / (lower[other + j] as number);
      else if (rest > least * (lower[row + i] as number)) lower[row + i] = Math.sqrt(rest);
      else return i;
    }
  }
  return size;
}
