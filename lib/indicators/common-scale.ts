import { towardsBubble } from "../gauge/direction.ts";
import { peakRatio } from "../gauge/peak-ratio.ts";
import type { ComparedReading, Reading } from "./reading.ts";
import {
  bandOf,
  COMMON_SCALE,
  type StoredThreshold,
  setsFor,
  type Threshold,
  type ThresholdSet,
} from "./threshold.ts";

/** The set of bands that readings are worded by unless a reader chooses another. */
const USUAL_SET = "dot-com-run";

/** Where a reading stands: 0 is the level of calm years, 100 the dot-com peak. Plain JSON. */
export interface CommonPlaces {
  readonly now: number;
  readonly before: number | null;
  readonly same: number | null;
}

/** The places of a reading on the common scale; `null` when no calm level is known, or the peak does not rise above it. */
export function placesOf(reading: ComparedReading): CommonPlaces | null {
  const { indicator, calm, peak, now, before, same } = reading;
  const { direction } = indicator;
  if (calm === null) return null;
  const scale = {
    base: towardsBubble(calm.value, direction),
    peak: towardsBubble(peak.value, direction),
    direction,
  };
  if (scale.peak <= scale.base) return null;
  const place = peakRatio(now.value, scale);
  if (place === null) return null;
  return {
    now: place,
    before: before && peakRatio(before.value, scale),
    same: same && peakRatio(same.value, scale),
  };
}

/** The sets that a reader may choose among for every reading, the usual one first. */
export function commonSets(rows: readonly StoredThreshold[]): ThresholdSet[] {
  const sets = setsFor(COMMON_SCALE, rows);
  return [...sets.filter(({ name }) => name === USUAL_SET), ...sets.filter(({ name }) => name !== USUAL_SET)];
}

/** The set of bands that an address asks for by name, or the usual one; `null` when none is stored. */
export function chosenSet(
  asked: string | readonly string[] | null | undefined,
  rows: readonly StoredThreshold[],
): ThresholdSet | null {
  const sets = commonSets(rows);
  return sets.find(({ name }) => name === asked) ?? sets[0] ?? null;
}

/** A band that a reading lies in, by a set of bands for every reading or by one made for its indicator. */
export interface NamedBand {
  readonly set: ThresholdSet;
  /** `null`: the lowest band begins above it. */
  readonly band: Threshold | null;
}

/** The band of a reading by every set there is: first those of all readings, then those of its indicator alone. */
export function bandsOfReading(reading: Reading, rows: readonly StoredThreshold[]): NamedBand[] {
  if (reading.status === "unavailable") return [];
  const places = reading.status === "read" ? placesOf(reading) : null;
  const common =
    places === null ? [] : commonSets(rows).map((set) => ({ set, band: bandOf(places.now, set) }));
  const own = setsFor(reading.indicator.name, rows);
  return [...common, ...own.map((set) => ({ set, band: bandOf(reading.now.value, set) }))];
}

/** Whether a value moved towards the bubble, away from it, or not at all, since the one before it. */
export function directionWords({
  indicator,
  now,
  before,
}: Extract<Reading, { now: unknown }>): string | null {
  if (before === null) return null;
  if (now.value === before.value) return "as before";
  const isHotter =
    towardsBubble(now.value, indicator.direction) > towardsBubble(before.value, indicator.direction);
  return `${isHotter ? "hotter" : "cooler"} than ${before.text} in ${before.periodText}`;
}
