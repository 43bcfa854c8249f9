import {
  codesIn,
  type Evaluated,
  evaluateFormula,
  type FormulaContext,
  type FormulaError,
  parseFormula,
} from "../formula/index.ts";
import type { Period } from "../periods/period.ts";
import { ok, type Result } from "../result.ts";
import type { SeriesRecord } from "../series/record.ts";
import { asFirstReported, firstReports, ofOneReport, type Which } from "./as-reported.ts";
import { choosesReports, joinedByOneCompiler } from "./joins.ts";
import { type Origins, originsOf } from "./origins.ts";

/** A formula's value, traced to the reports it rests on. */
export interface Traced extends Evaluated {
  /** The stored values behind the values of these periods. */
  readonly origins: Origins;
  /** Whether values of several series were taken from one report, where there is one. */
  readonly isJoinedByReport: boolean;
  /**
   * The vintages that the value of a period joins where they should be one: no single report gave what one compiler
   * published of a period. Empty for all other values.
   */
  readonly mixedVintages: (period: Period | null) => string[];
}

/**
 * The value of a formula over records, each value by the report it is of.
 *
 * - `newest`: as known now. Series that one compiler publishes side by side are joined report by report, each period by
 *   the newest that gave all of them (`ofOneReport`): a part restated alone is not set against the old whole.
 * - `first`: by the first report of every period, or the first that gave all of them.
 *
 * A formula that names first reports itself is evaluated as it stands. Errors: those of `evaluateFormula`.
 */
export function evaluateReports(
  formula: string,
  records: ReadonlyMap<string, SeriesRecord>,
  context: FormulaContext,
  which: Which = "newest",
): Result<Traced, FormulaError> {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return parsed;
  const read = new Map(
    codesIn(parsed.value, context).flatMap((code) => {
      const record = records.get(code);
      return record ? [[code, record] as const] : [];
    }),
  );
  const joins = joinedByOneCompiler(parsed.value, (code) => read.get(code)?.series.type);
  const isLeftAlone = choosesReports(parsed.value);
  const used = isLeftAlone ? read : reported(read, joins, which);
  const evaluated = evaluateFormula(
    formula,
    new Map([...used].map(([code, { series }]) => [code, series])),
    context,
    new Map([...used].map(([code, record]) => [code, [...firstReports(record).values()]])),
  );
  if (!evaluated.ok) return evaluated;
  const origins = originsOf(parsed.value, used, context);
  return ok({
    ...evaluated.value,
    origins,
    isJoinedByReport: joins.length > 0 && !isLeftAlone,
    mixedVintages: (period) =>
      joins.length === 0 ? [] : mixedAmong(joins, origins(period === null ? [] : [period])),
  });
}

function reported(
  records: ReadonlyMap<string, SeriesRecord>,
  joins: readonly (readonly string[])[],
  which: Which,
): ReadonlyMap<string, SeriesRecord> {
  const joined = new Set(joins.flat());
  const alone = new Map(
    [...records].map(([code, record]) => [
      code,
      which === "first" && !joined.has(code) ? asFirstReported(record) : record,
    ]),
  );
  return joins.reduce<ReadonlyMap<string, SeriesRecord>>(
    (made, codes) => ofOneReport(codes, made, which),
    alone,
  );
}

/** The vintages of those periods for which joined series come from different reports. */
function mixedAmong(joins: readonly (readonly string[])[], origins: ReturnType<Origins>): string[] {
  const mixed = new Set<string>();
  for (const codes of joins) {
    const byPeriod = new Map<Period, Set<string>>();
    for (const { code, period, report } of origins) {
      if (!codes.includes(code)) continue;
      byPeriod.set(period, (byPeriod.get(period) ?? new Set()).add(report.vintage));
    }
    for (const vintages of byPeriod.values()) {
      if (vintages.size > 1) for (const vintage of vintages) mixed.add(vintage);
    }
  }
  return [...mixed].sort();
}
