import { type Extent, evaluateFormula, type FormulaError, type Label, US_CONTEXT } from "../formula/index.ts";
import type { Period } from "../periods/period.ts";
import { type Origins, originsOf } from "../reports/origins.ts";
import { err, ok, type Result } from "../result.ts";
import { contiguous } from "../series/contiguous.ts";
import type { SeriesRecord } from "../series/record.ts";
import type { Observation, SeriesType, Status } from "../series/series.ts";

/** The guard's rule on values that nobody has verified. */
const CLAIMED = "claimed";

type Records = ReadonlyMap<string, SeriesRecord>;

/** What a formula of a figure gives. */
export interface Evaluation {
  readonly formula: string;
  readonly type: SeriesType;
  /** The stretch of time that each amount is counted over; `null` of what is no flow or count. */
  readonly extent: Extent | null;
  /** In calendar order, from the first value to the last; a missing regular period inside is `null`. */
  readonly observations: readonly Observation[];
  readonly scalar: {
    readonly value: number | null;
    readonly period: Period | null;
    readonly status: Status;
  } | null;
  /** The guard's sentences on how the formula joins unlike things; that a value is claimed is in its status. */
  readonly labels: readonly string[];
  /** Codes read, named ones first, then those read without being named (deflator, GDP). */
  readonly codes: readonly string[];
  /** The codes that the formula names. */
  readonly named: readonly string[];
  /** The stored values behind the values of these periods. */
  readonly origins: Origins;
}

/** An evaluation, and those of its periods that a figure shows the value of; of a single value none is asked for. */
export interface Use {
  readonly evaluation: Evaluation;
  readonly periods: readonly Period[];
}

/** Evaluates a formula over records; refused with the sentence a reader sees in the figure. */
export function evaluate(formula: string, records: Records): Result<Evaluation, string> {
  const series = new Map([...records].map(([code, record]) => [code, record.series]));
  const firstReports = new Map([...records].map(([code, record]) => [code, record.firstReports]));
  const result = evaluateFormula(formula, series, US_CONTEXT, firstReports);
  if (!result.ok) return err(refusal(result.error));
  const { series: evaluated, guard, extent, codes, scalar } = result.value;
  const words = new Set(formula.match(/[A-Z][A-Z0-9_]*/g));
  return ok({
    formula,
    type: evaluated.type,
    extent,
    observations: contiguous({ ...evaluated, observations: trimmed(evaluated.observations) }).observations,
    scalar: scalar ?? null,
    labels: guard.verdict === "labelled" ? unlikeSentences(guard.labels) : [],
    codes,
    named: codes.filter((code) => words.has(code)),
    origins: originsOf(formula, records, US_CONTEXT),
  });
}

/** The same formula over what was first reported: every restated value is replaced by its first report. */
export function evaluateFirstReports(formula: string, records: Records): Result<Evaluation, string> {
  return evaluate(formula, new Map([...records].map(([code, record]) => [code, asFirstReported(record)])));
}

/** Without the missing values at either end. */
export function trimmed<Valued extends { readonly value: number | null }>(
  values: readonly Valued[],
): Valued[] {
  const first = values.findIndex(({ value }) => value !== null);
  const last = values.findLastIndex(({ value }) => value !== null);
  return first < 0 ? [] : values.slice(first, last + 1);
}

function unlikeSentences(labels: readonly Label[]): string[] {
  return labels.filter(({ rule }) => rule !== CLAIMED).map(({ sentence }) => sentence);
}

function refusal(error: FormulaError): string {
  const alternative = error.kind === "refused" ? error.guard.alternative : null;
  if (alternative === null || error.message.includes(alternative)) return error.message;
  return `${error.message} Use ${alternative} instead.`;
}

function asFirstReported(record: SeriesRecord): SeriesRecord {
  const { series, reports, firstReports } = record;
  if (firstReports.length === 0) return record;
  const first = new Map(firstReports.map((report) => [report.period, report]));
  const observations = series.observations.map((observation) => {
    const report = first.get(observation.period);
    return report ? { ...observation, value: report.value } : observation;
  });
  return {
    ...record,
    series: { ...series, observations },
    reports: reports.map((report, index) => first.get(series.observations[index]?.period ?? "") ?? report),
  };
}
