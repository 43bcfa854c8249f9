import type { Period } from "../periods/period.ts";
import type { SeriesRecord, SourceRecord } from "../series/record.ts";
import type { Unit } from "../series/unit.ts";

/** A series that is computed for a figure, and never stored. */
export interface ComputedSeries {
  /** What it is called in formulas. */
  readonly code: string;
  readonly title: string;
  /** In calendar order; `null` where there is no value. */
  readonly values: ReadonlyArray<{ readonly period: Period; readonly value: number | null }>;
  /** As the type has it, and in words. */
  readonly unit: { readonly type: Unit; readonly words: string };
  /** The day on which what it is computed from was known, `YYYY-MM-DD`. */
  readonly day: string;
  /** What was computed, where it is not the composite. */
  readonly sourceTitle?: string;
}

const SOURCE: SourceRecord = {
  key: "bubblescope_computed",
  publisher: "Bubblescope",
  title: "Composite of the indicators, by the method of this server",
  url: "",
  licence: "Computed here; its inputs keep their own terms",
  redistributable: true,
};

/** A computed series as the figure engine takes any other: same type, one report, its own source. */
export function computedRecord({
  code,
  title,
  values,
  unit,
  day,
  sourceTitle = SOURCE.title,
}: ComputedSeries): SeriesRecord {
  const report = { vintage: day, source: { ...SOURCE, title: sourceTitle } };
  return {
    series: {
      code,
      title,
      type: {
        measure: "index",
        unit: unit.type,
        prices: { kind: "none" },
        frequency: "M",
        rate: "period",
        yearEnds: 12,
        geography: "US",
        sector: "ALL",
        universe: "Bubblescope",
      },
      observations: values.map((each) => ({ ...each, status: "reported" })),
    },
    reports: values.map(() => report),
    earlierReports: [],
    withheldBy: null,
    notes: "",
    unitWords: unit.words,
    staleAfterDays: null,
  };
}
