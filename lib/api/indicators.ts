import { type CommonPlaces, type NamedBand, placesOf } from "../indicators/common-scale.ts";
import type { Indicator } from "../indicators/indicator.ts";
import type { DatedValue, Reading } from "../indicators/reading.ts";
import { aProblem, type Problem } from "./problem.ts";

/** A value of a period. */
interface Dated {
  readonly period: string;
  readonly value: number;
}

/** A reading as programs get it: in the unit of its formula, a share as 0.304. */
export type ReadingView =
  | { readonly status: "unavailable"; readonly reason: string }
  | {
      readonly status: "read" | "alone";
      readonly unit: string;
      readonly now: Dated;
      readonly before: Dated | null;
      readonly same: Dated | null;
      readonly peak: Dated | null;
      readonly calm: { readonly from: string; readonly to: string; readonly value: number } | null;
      /** On the common scale: 0 is the level of calm years, 100 the dot-com peak; not cut. */
      readonly place: CommonPlaces | null;
      readonly isStale: boolean;
      /** In what the comparison is unlike. */
      readonly unlike: readonly string[];
    };

/** An indicator with its reading and the bands it lies in. */
export interface IndicatorView extends Indicator {
  readonly reading: ReadingView;
  readonly bands: ReadonlyArray<{
    readonly set: string;
    readonly version: number;
    readonly level: string | null;
    readonly source: string;
  }>;
}

/** Every indicator, in order. */
export interface IndicatorListView {
  readonly revision: number;
  readonly asOf: string;
  readonly indicators: readonly IndicatorView[];
}

/** An indicator as programs get it. */
export function indicatorView(reading: Reading, bands: readonly NamedBand[]): IndicatorView {
  return {
    ...reading.indicator,
    reading: readingView(reading),
    bands: bands.map(({ set, band }) => ({
      set: set.name,
      version: set.version,
      level: band?.level ?? null,
      source: set.bands[0]?.source.title ?? "",
    })),
  };
}

function readingView(reading: Reading): ReadingView {
  if (reading.status === "unavailable") return { status: "unavailable", reason: reading.reason };
  const { indicator, now, before, isStale, labels, unit } = reading;
  const shared = {
    unit: unit.kind,
    now: dated(now),
    before: before && dated(before),
    isStale,
    unlike: labels,
  };
  if (reading.status === "alone") {
    return { status: "alone", ...shared, same: null, peak: null, calm: null, place: null };
  }
  const { same, peak, calm } = reading;
  const { calmFrom, calmTo } = indicator;
  return {
    status: "read",
    ...shared,
    same: same && dated(same),
    peak: dated(peak),
    calm:
      calm && calmFrom !== null && calmTo !== null ? { from: calmFrom, to: calmTo, value: calm.value } : null,
    place: placesOf(reading),
  };
}

function dated({ period, value }: DatedValue): Dated {
  return { period, value };
}

/** The problem of a name that no indicator has. */
export function unknownIndicator(name: string): Problem {
  return aProblem(404, "unknown-indicator", "No such indicator", `No indicator is named “${name}”.`);
}

/** The problem of a day on which there is no composite. */
export function noComposite(reason: string): Problem {
  return aProblem(404, "no-composite", "There is no composite", reason);
}
