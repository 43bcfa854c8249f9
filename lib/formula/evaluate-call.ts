import { isWeekend } from "../periods/alignment.ts";
import { PERIODS_PER_YEAR } from "../periods/frequency.ts";
import { mustParse, type Period } from "../periods/period.ts";
import { err, ok, type Result } from "../result.ts";
import { aggregate, lastOfEach } from "../series/aggregate.ts";
import {
  type Column,
  fromObservations,
  toObservations,
  weakerOf,
  weakestOfLast,
  weakestWith,
} from "../series/column.ts";
import { deflate, levelReader } from "../series/deflate.ts";
import {
  change,
  compoundedAnnualRate,
  continuousRate,
  lag,
  naturalLog,
  percentChange,
} from "../series/growth.ts";
import { percentileRank, standardScore } from "../series/ranking.ts";
import { movingAverage, rollingSum, runningTotal } from "../series/rolling.ts";
import type { Status } from "../series/series.ts";
import { outputReachingFurthest, shareOfOutput } from "../series/share-of-output.ts";
import { mapValues, type Values } from "../series/values.ts";
import type { FormulaContext } from "./context.ts";
import type { FormulaError } from "./error.ts";
import type { CallNode } from "./node.ts";
import type { Operand } from "./operand.ts";
import { printFormula } from "./print.ts";
import { defaultMethod } from "./rewrite.ts";

/** By code, the first report of every period that was restated since. */
export type FirstReports = ReadonlyMap<
  string,
  readonly { readonly period: Period; readonly value: number | null }[]
>;

/** Everything a function reads beside its operand's values. */
export interface CallInputs {
  readonly text: string;
  readonly operand: Operand;
  readonly context: FormulaContext;
  /** First reports that were restated since, by code; `null` when the caller has none to give. */
  readonly firstReports: FirstReports | null;
  /** The column of a code, `null` when it is not in the data. */
  readonly column: (code: string) => Column | null;
}

/** The value of a function for an operand that the guard let through. */
export function evaluateCall(node: CallNode, x: Column, inputs: CallInputs): Result<Column, FormulaError> {
  const steps = node.options.steps ?? 1;
  const yearly = stepsPerYear(x);
  const isShare = inputs.operand.type.unit.kind === "share";
  switch (node.name) {
    case "chg":
      return ok(changed(x, change(x.values), 1, isShare));
    case "ch1":
      return ok(changed(x, change(x.values, yearly), yearly, isShare));
    case "pch":
      return ok(changed(x, percentChange(x.values), 1));
    case "yoy":
      return ok(changed(x, percentChange(x.values, yearly), yearly));
    case "pca":
      return ok(changed(x, compoundedAnnualRate(x.values, yearly), 1));
    case "cch":
      return ok(changed(x, continuousRate(x.values), 1));
    case "cca":
      return ok(changed(x, continuousRate(x.values, yearly), 1));
    case "log":
      return ok({ ...x, values: naturalLog(x.values) });
    case "lag":
      return ok({
        ...x,
        values: lag(x.values, steps),
        statuses: x.statuses.map((_, t) => x.statuses[t - steps] ?? "reported"),
      });
    case "ma":
      return ok({ ...x, values: movingAverage(x.values, steps), statuses: weakestOfLast(x.statuses, steps) });
    case "rollsum":
      return ok({ ...x, values: rollingSum(x.values, steps), statuses: weakestOfLast(x.statuses, steps) });
    case "cumsum":
      return ok({ ...x, values: runningTotal(x.values), statuses: weakestOfLast(x.statuses, "all") });
    case "pctrank":
      return ok({ ...x, values: percentileRank(x.values), statuses: weakestOfLast(x.statuses, "all") });
    case "zscore":
      return ok({ ...x, values: standardScore(x.values), statuses: weakestOfLast(x.statuses, "all") });
    case "first":
      return firstReported(node, x, inputs);
    case "index":
      return rebase(node, x, inputs);
    case "real":
      return real(node, x, inputs);
    case "per_gdp":
      return ok(shareOfGdp(x, inputs));
    case "freq":
      return ok(resampled(node, x, inputs.operand));
  }
}

/** FRED's 260 days for a daily series of weekdays; 365 for one with weekends, which FRED does not have. */
function stepsPerYear({ frequency, periods }: Column): number {
  if (frequency === "I") return 1;
  return frequency === "D" && periods.some(isWeekend) ? 365 : PERIODS_PER_YEAR[frequency];
}

/** A change over `steps`; of shares it is in percentage points. */
function changed(x: Column, values: Values, steps: number, isShare = false): Column {
  return {
    ...x,
    values: isShare ? mapValues(values, (value) => value * 100) : values,
    statuses: weakestWith(x.statuses, steps),
  };
}

/** Restated periods go back to their first report; the others stand as they are. */
function firstReported(
  node: CallNode,
  x: Column,
  { text, firstReports }: CallInputs,
): Result<Column, FormulaError> {
  const code = printFormula(node.operand);
  if (!firstReports) {
    const message = `The first reports of ${code} are not at hand here; use ${code} as it is known now.`;
    return err({
      kind: "no-first-reports",
      message,
      span: node.span,
      part: text.slice(node.span.start, node.span.end),
    });
  }
  const first = new Map(firstReports.get(code)?.map(({ period, value }) => [period, value]));
  const values = x.periods.map((period, t) =>
    first.has(period) ? (first.get(period) ?? null) : (x.values[t] ?? null),
  );
  return ok({ ...x, values });
}

function rebase(node: CallNode, x: Column, inputs: CallInputs): Result<Column, FormulaError> {
  const { base } = node.options;
  const first = x.values.findIndex((value) => value !== null);
  if (!base && first < 0) return ok(x);
  const level = base
    ? baseOf(x, base)
    : { value: x.values[first] ?? null, status: x.statuses[first] ?? ("reported" as const) };
  const { value, status } = level;
  if (value === null || value <= 0) return noBase(node, base ?? x.periods[first] ?? "", x, inputs);
  return ok({
    ...x,
    values: mapValues(x.values, (now) => (now / value) * 100),
    statuses: x.statuses.map((own) => weakerOf([own], [status])[0] ?? own),
  });
}

/** The value at the base period; over a longer base, the mean of the periods inside it. */
function baseOf(x: Column, base: Period): { value: number | null; status: Status } {
  const { frequency } = mustParse(base);
  const reach = x.frequency === "I" || x.frequency === frequency ? x : meanColumn(x, base);
  const t = reach.periods.indexOf(base);
  return { value: reach.values[t] ?? null, status: reach.statuses[t] ?? "reported" };
}

function meanColumn(x: Column, base: Period): Column {
  const { frequency } = mustParse(base);
  return fromObservations(aggregate(toObservations(x), frequency, "avg"), frequency);
}

function real(node: CallNode, x: Column, inputs: CallInputs): Result<Column, FormulaError> {
  const { base = "" } = node.options;
  const deflator = inputs.column(inputs.context.deflator);
  const level = deflator ? levelReader(deflator)(base) : null;
  if (!deflator || !level || level.value === null || level.value <= 0) {
    return noBase(node, base, deflator ?? x, inputs, inputs.context.deflator);
  }
  const deflated = deflate(x, deflator, level.value);
  return ok({
    ...deflated,
    statuses: weakerOf(
      deflated.statuses,
      deflated.statuses.map(() => level.status),
    ),
  });
}

function shareOfGdp(x: Column, { operand, context, column }: CallInputs): Column {
  const annual = x.frequency === "A" ? column(context.gdpAnnual) : null;
  const candidates = [column(context.gdpQuarterly), annual].filter((candidate) => candidate !== null);
  const { extent } = operand;
  const months = extent && !extent.isAnnualRate ? extent.count : null;
  return shareOfOutput(x, outputReachingFurthest(x, candidates), months);
}

function resampled(node: CallNode, x: Column, { type }: Operand): Column {
  const { frequency = "A" } = node.options;
  if (x.frequency === frequency) return x;
  if (x.frequency === "I") return fromObservations(lastOfEach(toObservations(x), frequency), frequency);
  const method = node.options.method ?? defaultMethod(type);
  return fromObservations(aggregate(toObservations(x), frequency, method), frequency);
}

function noBase(
  node: CallNode,
  base: Period,
  reach: Column,
  { text, operand }: CallInputs,
  name = printFormula(operand.node),
): Result<Column, FormulaError> {
  const known = reach.periods.filter((_, t) => (reach.values[t] ?? 0) > 0);
  const remedy = known.length > 0 ? `choose one from ${known[0]} to ${known.at(-1)}` : "it has no values";
  const part = text.slice(node.span.start, node.span.end);
  return err({
    kind: "no-base",
    message: `No base: ${name} has no positive value at ${base}; ${remedy}.`,
    span: node.span,
    part,
  });
}
