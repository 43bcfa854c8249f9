const defaultSeed = 20000310;

/** The seed of every property test; `BUBBLESCOPE_SEED` replaces it. */
export const propertySeed = Number(process.env.BUBBLESCOPE_SEED ?? defaultSeed);

/** Prints the seed once per run, so that a failure can be repeated. */
export function setup(): void {
  console.log(`property tests: seed ${propertySeed} (set BUBBLESCOPE_SEED to change it)`);
}
