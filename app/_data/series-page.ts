import "server-only";
import { loadSeriesRecords } from "../../db/queries/series-records.ts";
import { type Vintage, vintagesOf } from "../../db/queries/vintages.ts";
import type { SeriesSummary } from "../../lib/api/series.ts";
import { type Evaluated, evaluateFormula } from "../../lib/formula/index.ts";
import { formatValue } from "../../lib/numbers/format-value.ts";
import { frequencyWords } from "../../lib/periods/frequency.ts";
import type { Period } from "../../lib/periods/period.ts";
import { newestValue } from "../../lib/series/newest-value.ts";
import type { SeriesRecord, SourceRecord } from "../../lib/series/record.ts";
import type { Status } from "../../lib/series/series.ts";
import { daysStale } from "../../lib/series/staleness.ts";
import { type LedgerLine, ledger } from "../../lib/vintages/ledger.ts";
import { type VintageTable, vintageTable } from "../../lib/vintages/vintage-table.ts";
import { type AsOf, momentOf } from "./as-of.ts";
import { claimsOnSeries } from "./claims.ts";
import { loadDashboard } from "./figures.ts";
import { perRevision } from "./per-revision.ts";
import { describedSeries, findSeries } from "./series.ts";
import { store } from "./store.ts";

/** A row of a series with its citation, as the page shows it. */
export type CitedRow = Vintage;

/** The newest value known, with how it compares with the period before and the year before, in words. */
export interface LatestView {
  readonly period: Period;
  readonly text: string;
  /** What the number cannot say of itself: `a quarter, nominal`; may be empty. */
  readonly qualifier: string;
  readonly status: Status;
  /** `null` where a comparison has no meaning or no value. */
  readonly onPrevious: string | null;
  readonly onYear: string | null;
}

/** A commit that stored rows of the series. */
export interface TouchedBy {
  readonly number: number;
  readonly day: string;
  readonly message: string;
  readonly rows: number;
}

/** All that the page of one series shows. */
export interface SeriesPageView {
  readonly summary: SeriesSummary;
  readonly notes: string;
  readonly asOf: string;
  readonly daysStale: number | null;
  readonly latest: LatestView | null;
  /** The sources of the values that stand, newest period first; that of the series while it has none. */
  readonly sources: readonly SourceRecord[];
  readonly vintages: VintageTable;
  readonly ledger: readonly LedgerLine<CitedRow>[];
  readonly revisions: readonly TouchedBy[];
  readonly claims: Awaited<ReturnType<typeof claimsOnSeries>>;
  /** Dashboard figures that draw the series. */
  readonly usedBy: ReadonlyArray<{ readonly name: string; readonly title: string }>;
}

/** The page of a public series as known then; `null` if there is none of this code. */
export async function loadSeriesPage(code: string, asOf: AsOf = {}): Promise<SeriesPageView | null> {
  const { day, asAt, name } = await momentOf(asOf);
  return perRevision(`series page ${code} ${name}`, async () => {
    const { db } = await store();
    const [summary, [row]] = await Promise.all([findSeries(code, asOf), describedSeries([code], asAt)]);
    if (!summary || !row) return null;
    const [all, records] = await Promise.all([
      vintagesOf(db, row.id, asAt),
      loadSeriesRecords(db, [code], day, "public", asAt),
    ]);
    const known = all.filter(({ vintage }) => vintage <= day);
    const lines = ledger(known, summary.frequency);
    return {
      summary,
      notes: row.notes,
      asOf: day,
      daysStale: daysStale(summary.lastPeriod, summary.staleAfterDays, day),
      latest: latestOf(records.get(code)),
      sources: sourcesOf(lines, summary.source),
      vintages: vintageTable(known),
      ledger: lines,
      revisions: touchedBy(known),
      claims: await claimsOnSeries(code),
      usedBy: await figuresWith(code, asOf),
    };
  });
}

function sourcesOf(lines: readonly LedgerLine<CitedRow>[], own: SourceRecord): SourceRecord[] {
  const standing = lines.flatMap(({ latest }) =>
    latest === null || latest.value === null ? [] : latest.source,
  );
  const byKey = new Map(standing.map((source) => [source.key, source]));
  return byKey.size === 0 ? [own] : [...byKey.values()];
}

function latestOf(record: SeriesRecord | undefined): LatestView | null {
  const last = record && newestValue(record.series);
  if (!last) return null;
  const { series } = record;
  return {
    period: last.period,
    text: formatValue(last.value, series.type.unit),
    qualifier: qualifierOf(record),
    status: last.status,
    onPrevious: changeAt(`pch(${series.code})`, record, last.period),
    onYear: changeAt(`yoy(${series.code})`, record, last.period),
  };
}

function qualifierOf({ series: { type }, unitWords }: SeriesRecord): string {
  const { measure, frequency, prices, unit } = type;
  const isPerPeriod = (measure === "flow" || measure === "count") && frequency !== "I";
  return [
    isPerPeriod ? (type.rate === "annual" ? "at an annual rate" : `a ${frequencyWords(frequency).noun}`) : "",
    prices.kind === "nominal" ? "nominal" : prices.kind === "constant" ? `${prices.base} prices` : "",
    unit.kind === "index" || unit.kind === "count" ? unitWords : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/** What a growth formula gives at `period`. Growth of a ratio is not shown: its move is in points, not per cent. */
function changeAt(formula: string, { series }: SeriesRecord, period: Period): string | null {
  if (series.type.measure === "ratio") return null;
  const grown = evaluateFormula(formula, new Map([[series.code, series]]));
  return grown.ok ? signedAt(grown.value, period) : null;
}

function signedAt({ series }: Evaluated, period: Period): string | null {
  const value = series.observations.find((observation) => observation.period === period)?.value ?? null;
  if (value === null) return null;
  const text = formatValue(value, series.type.unit);
  return value > 0 ? `+${text}` : text;
}

function touchedBy(rows: readonly Vintage[]): TouchedBy[] {
  const touched = new Map<number, TouchedBy>();
  for (const { revision } of rows) {
    const before = touched.get(revision.number)?.rows ?? 0;
    const { number, message, createdAt } = revision;
    touched.set(number, { number, message, day: createdAt.slice(0, 10), rows: before + 1 });
  }
  return [...touched.values()].sort((a, b) => b.number - a.number);
}

/** Dashboard figures name every series they draw with its sources. */
async function figuresWith(code: string, asOf: AsOf): Promise<SeriesPageView["usedBy"]> {
  return (await loadDashboard(asOf)).flatMap(({ name, model }) =>
    model?.sources.some((source) => source.series.some((series) => series.code === code))
      ? [{ name, title: model.title }]
      : [],
  );
}
