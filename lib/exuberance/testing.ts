import { type Period, shiftPeriod } from "../periods/period.ts";
import { type DatedValue, readSample, type Sample } from "./sample.ts";

/** Dated values from period `from` on. */
export function aDatedSeries(values: Iterable<number | null>, from: Period = "1990-01"): DatedValue[] {
  return Array.from(values, (value, t) => ({ period: shiftPeriod(from, t), value }));
}

/** A sample that can be tested. */
export function aSample(values: Iterable<number>, from: Period = "1990-01"): Sample {
  const sample = readSample(aDatedSeries(values, from));
  if (!sample.ok) throw new Error(`not a sample: ${sample.error.kind}`);
  return sample.value;
}
