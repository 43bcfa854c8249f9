import { randomStream } from "../random/stream.ts";
import { type Band, hull, quantileBand } from "./band.ts";
import { type Choice, type Place, type VariedInput, varyIndex } from "./choices.ts";

/** An index on one date: its inputs, and the level by the choices that are published. */
export interface PointAlong {
  readonly inputs: readonly VariedInput[];
  readonly level: number;
}

/** How the choices are drawn for a course. */
export interface CourseSimulation {
  readonly seed: number;
  readonly draws: number;
  readonly normalisations: readonly Place[];
}

/** The 5-95 % and the 25-75 % band of an index on one date. */
export interface Bands {
  readonly band90: Band;
  readonly band50: Band;
}

/**
 * The bands of an index on each date, one after the other, `null` where its choices cannot be varied.
 *
 * On all dates with the same inputs the same choices are used, so that a band moves because values moved and not
 * because other numbers were drawn (common random numbers). Each band is stretched to hold its level, as in
 * `simulateUncertainty`. The same seed gives the same bits, whatever the order of the dates.
 */
export function* bandsAlong(
  points: readonly PointAlong[],
  { seed, draws, normalisations }: CourseSimulation,
): Generator<Bands | null> {
  const drawn = new Map<string, readonly Choice[]>();
  for (const { inputs, level } of points) {
    const varied = varyIndex(inputs, { normalisations });
    if (!varied.ok) {
      yield null;
      continue;
    }
    const key = inputs.map(({ id, weight }) => `${id} ${weight}`).join();
    let choices = drawn.get(key);
    if (choices === undefined) {
      const stream = randomStream(seed);
      choices = Array.from({ length: draws }, () => varied.value.draw(stream));
      drawn.set(key, choices);
    }
    const levels = Float64Array.from(choices, varied.value.level).sort();
    yield {
      band90: hull(quantileBand(levels, 0.05, 0.95), level),
      band50: hull(quantileBand(levels, 0.25, 0.75), level),
    };
  }
}
