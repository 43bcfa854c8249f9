import type { UploadContext, UploadSeries } from "./check/upload-series.ts";
import { UploadSettings } from "./settings.ts";

/** A series of annual US dollars in billions, but for what is stated. */
export function anUploadSeries(change: Partial<UploadSeries> = {}): UploadSeries {
  return {
    code: "VC_US_A",
    title: "US venture funding",
    frequency: "A",
    unitKind: "currency",
    currency: "USD",
    scale: 1e9,
    source: "pitchbook",
    plausibleMin: null,
    plausibleMax: null,
    ...change,
  };
}

/** The series that awkward files are about: one of every frequency, and of each unit that numbers may state. */
export const SERIES: readonly UploadSeries[] = [
  anUploadSeries(),
  anUploadSeries({ code: "VC_AI_A", title: "AI venture funding", plausibleMin: "1", plausibleMax: "1000" }),
  anUploadSeries({ code: "VC_US_Q", title: "US venture funding, by quarter", frequency: "Q" }),
  anUploadSeries({ code: "VC_US_H", title: "US venture funding, by half-year", frequency: "H" }),
  anUploadSeries({
    code: "CPI_M",
    title: "Consumer prices",
    frequency: "M",
    unitKind: "index",
    currency: null,
    scale: null,
  }),
  anUploadSeries({
    code: "NASDAQ_D",
    title: "Nasdaq Composite",
    frequency: "D",
    unitKind: "index",
    currency: null,
    scale: null,
  }),
  anUploadSeries({
    code: "AI_SHARE_A",
    title: "Share of AI",
    unitKind: "share",
    currency: null,
    scale: null,
  }),
  anUploadSeries({ code: "GROWTH_A", title: "Growth", unitKind: "percent", currency: null, scale: null }),
  anUploadSeries({ code: "DEALS_A", title: "Deals", unitKind: "count", currency: null, scale: null }),
  anUploadSeries({ code: "EUR_A", title: "European venture funding", currency: "EUR", scale: 1 }),
  anUploadSeries({ code: "OPENAI_VAL", title: "OpenAI, valuation", frequency: "I", scale: 1 }),
];

export const TODAY = "2026-11-25";

/** What an upload is checked against in tests. */
export function aContext(change: Partial<UploadContext> = {}): UploadContext {
  return {
    series: new Map(SERIES.map((series) => [series.code, series])),
    sources: new Set(["pitchbook", "crunchbase"]),
    today: TODAY,
    ...change,
  };
}

/** Settings with every choice left at its default but those stated, and a vintage for all rows. */
export function theSettings(change: Parameters<typeof UploadSettings.parse>[0] = {}): UploadSettings {
  const stated = change as Record<string, unknown>;
  return UploadSettings.parse({ defaults: { vintage: "2026-11-01" }, ...stated });
}
