import type { Era } from "../eras/era.ts";
import type { Report, SeriesRecord, SourceRecord } from "../series/record.ts";
import type { Series, SeriesType, Status } from "../series/series.ts";
import { A_FLOW } from "../series/testing.ts";
import type { FigureContext, FigureData, FigureEvent } from "./data.ts";
import { FigureSpec } from "./spec.ts";

/** The day the tests are read on. */
export const CONTEXT: FigureContext = { asOf: "2026-11-23" };

/** The dot-com era. */
export const DOTCOM: Era = {
  code: "DOTCOM",
  name: "Internet boom",
  hue: "dotcom",
  onset: { period: "1995-08", event: "Netscape lists", source: "sec" },
  peak: { period: "2000-03", event: "NASDAQ peaks", source: "nasdaq" },
  trough: { period: "2002-10", event: "NASDAQ bottoms", source: "nasdaq" },
};

const AI: Era = {
  code: "AI",
  name: "AI boom",
  hue: "ai",
  onset: { period: "2022-11", event: "ChatGPT is released", source: "openai" },
  peak: null,
  trough: null,
};

export const QUARTERLY_WORLD = { frequency: "Q", geography: "WORLD", universe: "Crunchbase" } as const;
export const MONTHLY_INDEX = {
  measure: "index",
  unit: { kind: "index", base: "1971 = 100" },
  prices: { kind: "none" },
  frequency: "M",
  universe: "Nasdaq",
} as const;

const SURVEY: SourceRecord = {
  key: "survey",
  publisher: "Survey House",
  title: "Quarterly survey",
  url: "https://example.org/survey",
  licence: "quoted, single figures",
  redistributable: false,
};

/** What values of a record were said in, unless a test says otherwise. */
export const A_REPORT: Report = { vintage: "2026-10-08", source: SURVEY };

/** A record of these values by period, in the order given. */
export function aRecord(
  code: string,
  values: Readonly<Record<string, number | null>>,
  { type = {}, status = {}, reports = {}, ...rest }: RecordOptions = {},
): SeriesRecord {
  const observations = Object.entries(values).map(([period, value]) => ({
    period,
    value,
    status: status[period] ?? ("reported" as const),
  }));
  const series: Series = { code, title: `Title of ${code}`, type: { ...A_FLOW, ...type }, observations };
  return {
    series,
    reports: observations.map(({ period }) => reports[period] ?? A_REPORT),
    earlierReports: [],
    withheldBy: SURVEY,
    notes: "",
    unitWords: "USD, nominal",
    staleAfterDays: null,
    ...rest,
  };
}

/** `status` and `reports` are by period; without them a value is reported, and of `A_REPORT`. */
interface RecordOptions extends Partial<Omit<SeriesRecord, "series" | "reports">> {
  readonly type?: Partial<SeriesType>;
  readonly status?: Readonly<Record<string, Status>>;
  readonly reports?: Readonly<Record<string, Report>>;
}

/** Data of these records, with the two eras. */
export function someData(records: readonly SeriesRecord[], events: readonly FigureEvent[] = []): FigureData {
  return {
    records: new Map(records.map((record) => [record.series.code, record])),
    eras: [DOTCOM, AI],
    events,
  };
}

/** A valid specification of a kind; state only what matters. */
export function aSpec<Kind extends FigureSpec["kind"]>(
  kind: Kind,
  overrides: Readonly<Record<string, unknown>>,
): Extract<FigureSpec, { kind: Kind }> {
  const spec = FigureSpec.parse({
    name: "a-figure",
    kind,
    titles: [{ text: "A plain title" }],
    subtitle: "What, unit, place",
    ...(kind === "clock" ? { range: { from: -12, to: 96 } } : {}),
    ...overrides,
  });
  return spec as Extract<FigureSpec, { kind: Kind }>;
}
