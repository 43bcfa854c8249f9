import type { Era } from "../eras/era.ts";
import { NORMALISATIONS, type Normalisation, normalise } from "../gauge/normalise.ts";
import { type PeakScale, peakRatio, peakScale } from "../gauge/peak-ratio.ts";
import { dayNumber, lastDay } from "../periods/period.ts";
import { err, ok, type Result } from "../result.ts";
import type { Courses } from "./course.ts";
import type { Indicator } from "./indicator.ts";
import { inEra } from "./reading.ts";

/** Where a value stands by each way of placing it; `null` where that way has no answer. */
export type Places = Readonly<Record<Normalisation | "peakRatio", number | null>>;

/** The common scale of one indicator: 0 is the level of calm years, 100 the dot-com peak. */
export interface Scale {
  readonly peak: PeakScale;
  /** The known values from calm years to the end of the dot-com run, which percentiles and the like are counted among. */
  readonly sample: readonly number[];
}

/**
 * The scale of an indicator, from the values of calm years and of the dot-com run that are stored. The peak is the most
 * bubble-like value stored between onset and trough: where a survey lacks years, of the years that it has.
 *
 * Error: why there is no scale, as a clause.
 */
export function scaleOf({ direction }: Indicator, { then, calm }: Courses, run: Era): Result<Scale, string> {
  if (then === null) return err("no dot-com counterpart is stored");
  if (calm.length === 0) return err("no value of calm years is stored");
  const boom = inEra(then, run);
  if (boom.length === 0) return err("no dot-com value is stored");
  const reference = calm.map(({ value }) => value);
  const peak = peakScale({ reference, boom: boom.map(({ value }) => value), direction });
  if (!peak.ok) return err(peak.error.message);
  const first = Math.min(...calm.map(({ period }) => dayNumber(period)));
  const end = run.trough ? dayNumber(lastDay(run.trough.period)) : Number.POSITIVE_INFINITY;
  const known = then.values.filter(({ period }) => dayNumber(period) >= first && dayNumber(period) <= end);
  const periods = new Set(known.map(({ period }) => period));
  const calmBesides = calm.filter(({ period }) => !periods.has(period));
  return ok({ peak: peak.value, sample: [...calmBesides, ...known].map(({ value }) => value) });
}

/** Where a value stands on the scale, by the peak ratio and by the other ways that the composite is varied by. */
export function placesOn({ peak, sample }: Scale, value: number): Places {
  const among = (method: Normalisation): number | null => {
    const choice = { method, direction: peak.direction, sample: "expanding" } as const;
    const last = normalise([...sample, value], choice).at(-1);
    return last?.ok ? last.value.value : null;
  };
  const placed = NORMALISATIONS.map((method) => [method, among(method)] as const);
  return {
    ...(Object.fromEntries(placed) as Record<Normalisation, number | null>),
    peakRatio: peakRatio(value, peak),
  };
}
