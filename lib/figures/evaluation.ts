import { type Extent, type FormulaError, type Label, US_CONTEXT } from "../formula/index.ts";
import type { Period } from "../periods/period.ts";
import type { Which } from "../reports/as-reported.ts";
import { evaluateReports, type Traced } from "../reports/evaluate.ts";
import { err, ok, type Result } from "../result.ts";
import { contiguous } from "../series/contiguous.ts";
import type { SeriesRecord } from "../series/record.ts";
import type { Observation, SeriesType, Status } from "../series/series.ts";
import { valueSentence } from "./mixed-reports.ts";

/** The guard's rule on values that nobody has verified. */
const CLAIMED = "claimed";

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
  /**
   * Sentences on how the formula joins unlike things: the guard's, and of a single value that it joins reports. That a
   * value is claimed is in its status.
   */
  readonly labels: readonly string[];
  /** Codes read, named ones first, then those read without being named (deflator, GDP). */
  readonly codes: readonly string[];
  /** The codes that the formula names. */
  readonly named: readonly string[];
  readonly origins: Traced["origins"];
  readonly isJoinedByReport: boolean;
  readonly mixedVintages: Traced["mixedVintages"];
}

/** An evaluation, and those of its periods that a figure shows the value of; of a single value none is asked for. */
export interface Use {
  readonly label: string;
  readonly evaluation: Evaluation;
  readonly periods: readonly Period[];
}

/**
 * Evaluates a formula over records, as known now or by first reports; refused with the sentence a reader sees in the
 * figure. Values that are set against each other are of one report where there is one (`evaluateReports`).
 */
export function evaluate(
  formula: string,
  records: ReadonlyMap<string, SeriesRecord>,
  which: Which = "newest",
): Result<Evaluation, string> {
  const result = evaluateReports(formula, records, US_CONTEXT, which);
  if (!result.ok) return err(refusal(result.error));
  const { series: evaluated, guard, extent, codes, scalar } = result.value;
  const { origins, isJoinedByReport, mixedVintages } = result.value;
  const mixed = scalar ? mixedVintages(scalar.period) : [];
  const words = new Set(formula.match(/[A-Z][A-Z0-9_]*/g));
  return ok({
    formula,
    type: evaluated.type,
    extent,
    observations: contiguous({ ...evaluated, observations: trimmed(evaluated.observations) }).observations,
    scalar: scalar ?? null,
    labels: [
      ...(guard.verdict === "labelled" ? unlikeSentences(guard.labels) : []),
      ...(scalar && mixed.length > 0 ? [valueSentence(scalar.period, mixed)] : []),
    ],
    codes,
    named: codes.filter((code) => words.has(code)),
    origins,
    isJoinedByReport,
    mixedVintages,
  });
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
