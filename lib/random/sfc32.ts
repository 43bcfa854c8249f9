/** Gives the next 32 random bits, as an integer from 0 to 2^32 - 1. */
export type Bits = () => number;

const WARM_UP = 12;

/**
 * The generator sfc32 (C. Doty-Humphrey, PractRand, 2010): 128 bits of state with a counter, so that no cycle
 * is shorter than 2^32. The first twelve outputs are thrown away, as its author advises, to mix the state.
 */
export function sfc32(a: number, b: number, c: number, counter: number): Bits {
  let [x, y, z, count] = [a | 0, b | 0, c | 0, counter | 0];
  const next = () => {
    const output = (x + y + count) | 0;
    count = (count + 1) | 0;
    x = y ^ (y >>> 9);
    y = (z + (z << 3)) | 0;
    z = (((z << 21) | (z >>> 11)) + output) | 0;
    return output >>> 0;
  };
  for (let round = 0; round < WARM_UP; round += 1) next();
  return next;
}
