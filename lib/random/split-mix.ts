const GOLDEN = 0x9e3779b97f4a7c15n;
const WORD = 64;

/** Gives the next 64 random bits. */
export type LongBits = () => bigint;

/**
 * The generator splitmix64 (Steele, Lea, Flood 2014, with Stafford's mix 13). Slow here and used only to turn a
 * seed, however plain, into well mixed state for another generator.
 */
export function splitMix64(seed: bigint): LongBits {
  let state = BigInt.asUintN(WORD, seed);
  return () => {
    state = BigInt.asUintN(WORD, state + GOLDEN);
    return mixed(state);
  };
}

function mixed(state: bigint): bigint {
  const once = BigInt.asUintN(WORD, (state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n);
  const twice = BigInt.asUintN(WORD, (once ^ (once >> 27n)) * 0x94d049bb133111ebn);
  return twice ^ (twice >> 31n);
}
