const ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

/** Beyond this many deviations the rest of the distribution is below the spacing of numbers near 1. */
const ALL_OF_IT = 8.3;

/**
 * The standard normal distribution function, Phi(z), to 1e-15 absolutely.
 *
 * Phi(z) = 1/2 + phi(z) (z + z^3/3 + z^5/(3*5) + z^7/(3*5*7) + ...), summed until a term no longer counts
 * (Marsaglia 2004, "Evaluating the normal distribution").
 */
export function normalDistribution(z: number): number {
  if (z > ALL_OF_IT) return 1;
  if (z < -ALL_OF_IT) return 0;
  let term = z;
  let sum = z;
  for (let odd = 3; sum + term !== sum; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  const share = 1 / 2 + (sum * Math.exp((-z * z) / 2)) / ROOT_OF_TWO_PI;
  return Math.min(1, Math.max(0, share));
}
