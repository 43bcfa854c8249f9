import { invariant } from "../invariant.ts";
import { type Bits, sfc32 } from "./sfc32.ts";
import { splitMix64 } from "./split-mix.ts";

/** A sequence of independent random numbers that depends on nothing but its seed and its number. */
export interface RandomStream {
  /** Uniform on the open interval (0, 1), in steps of 2^-52: never 0, never 1. */
  uniform(): number;
  /** A whole number from 0 to `count` - 1, each as likely. */
  below(count: number): number;
  /** +1 or -1, each with probability 1/2: the bits of one word after the other, the lowest first. */
  sign(): 1 | -1;
  /** Standard normal. */
  normal(): number;
  /** The natural logarithm of a gamma variate of scale 1, finite for shapes so small that the variate underflows. */
  logGamma(shape: number): number;
}

/**
 * The stream with this number under this seed, both whole numbers from 0 up. The same pair gives the same bits on
 * every machine; streams of different numbers are for work that is shared out, so that its result does not depend
 * on who does which part.
 *
 * sfc32, its state mixed from seed and number by splitmix64; normals by the polar method (Marsaglia 1964), gamma
 * variates by squeeze and rejection (Marsaglia and Tsang 2000).
 */
export function randomStream(seed: number, number = 0): RandomStream {
  invariant(Number.isSafeInteger(seed) && seed >= 0, `the seed ${seed} is a whole number from 0 up`);
  invariant(Number.isSafeInteger(number) && number >= 0, `the stream ${number} is a whole number from 0 up`);
  const bits = bitsOf(seed, number);

  const uniform = () => ((bits() >>> 6) * 2 ** 26 + (bits() >>> 6) + 0.5) / 2 ** 52;
  const normal = polarNormal(uniform);
  return { uniform, below: (count) => Math.floor(uniform() * count), sign: signs(bits), normal, logGamma };

  function logGamma(shape: number): number {
    invariant(shape > 0 && shape < Infinity, `the gamma shape ${shape} is positive`);
    return shape < 1
      ? logGammaFromOne(shape + 1, uniform, normal) + Math.log(uniform()) / shape
      : logGammaFromOne(shape, uniform, normal);
  }
}

function bitsOf(seed: number, number: number): Bits {
  const ofSeed = splitMix64(BigInt(seed));
  const next = splitMix64(ofSeed() ^ splitMix64(BigInt(number) + ofSeed())());
  const [first, second] = [next(), next()];
  return sfc32(low(first), high(first), low(second), high(second));
}

function low(word: bigint): number {
  return Number(BigInt.asUintN(32, word));
}

function high(word: bigint): number {
  return Number(word >> 32n);
}

function signs(bits: Bits): () => 1 | -1 {
  let word = 0;
  let left = 0;
  return () => {
    if (left === 0) {
      word = bits();
      left = 32;
    }
    const sign = (word & 1) === 1 ? 1 : -1;
    word >>>= 1;
    left -= 1;
    return sign;
  };
}

/** Each accepted point of the unit disc gives two normals; the second is kept for the next call. */
function polarNormal(uniform: () => number): () => number {
  let kept: number | null = null;
  return () => {
    if (kept !== null) {
      const normal = kept;
      kept = null;
      return normal;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      kept = y * scale;
      return x * scale;
    }
  };
}

function logGammaFromOne(shape: number, uniform: () => number, normal: () => number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const root = 1 + c * x;
    if (root <= 0) continue;
    const logCube = 3 * Math.log(root);
    if (Math.log(uniform()) < (x * x) / 2 + d * (1 - root ** 3 + logCube)) return Math.log(d) + logCube;
  }
}
