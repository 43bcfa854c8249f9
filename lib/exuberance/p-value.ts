/** Two simulated values this near are one: signs drawn all alike give the series back, but for its rounding. */
const TIE = 1e-9;

/**
 * The p-value of a right-tailed test from simulated values in any order: (1 + #{simulated >= statistic}) / (N + 1)
 * (Davison and Hinkley 1997). Values that differ by rounding alone count as equal. Never 0.
 */
export function simulatedPValue(simulated: ArrayLike<number>, statistic: number): number {
  const least = statistic - TIE * Math.abs(statistic);
  let reached = 0;
  for (let b = 0; b < simulated.length; b += 1) if ((simulated[b] as number) >= least) reached += 1;
  return (1 + reached) / (simulated.length + 1);
}

/**
 * P-values adjusted for testing several series at once, in the order given (Holm 1979): the i-th smallest of m is
 * multiplied by m - i + 1, and none falls below an earlier one or exceeds 1.
 */
export function holmAdjusted(pValues: readonly number[]): number[] {
  const order = [...pValues.keys()].sort((a, b) => (pValues[a] as number) - (pValues[b] as number));
  const adjusted = new Array<number>(pValues.length);
  let least = 0;
  for (const [i, place] of order.entries()) {
    least = Math.max(least, Math.min(1, (pValues.length - i) * (pValues[place] as number)));
    adjusted[place] = least;
  }
  return adjusted;
}
