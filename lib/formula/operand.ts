import type { Period } from "../periods/period.ts";
import type { SeriesType } from "../series/series.ts";
import type { Unit } from "../series/unit.ts";
import type { Node } from "./node.ts";
import type { Timing } from "./timing.ts";

/**
 * The stretch of time that a flow or a count is counted over, in months, or in days when shorter than a month.
 * Dated points have none: their period says how exactly the date is known. Money comes in `dated` amounts, such
 * as a round on a day; things counted by a date have an `unstated` beginning.
 */
export interface Extent {
  readonly in: "months" | "days" | "dated" | "unstated";
  readonly count: number;
  readonly isAnnualRate: boolean;
}

/** What the checker knows of a part of a formula. */
export interface Operand {
  readonly node: Node;
  readonly type: SeriesType;
  /** A plain number, one value of a series, or a whole series. */
  readonly shape: "number" | "scalar" | "series";
  /** The period of a scalar: of the left-hand one when two of different periods were joined. */
  readonly period: Period | null;
  readonly timing: Timing;
  /** For flows and counts; `null` for everything else. */
  readonly extent: Extent | null;
  readonly mayBeNegative: boolean;
  /** What it is called in a sentence: `AI funding`. */
  readonly subject: string;
}

const MONTHS = { M: 1, Q: 3, H: 6, A: 12 } as const;

/** The extent of one period of a flow or count, `null` of anything else. */
export function extentOf(type: SeriesType): Extent | null {
  const { frequency, measure } = type;
  if (!isFlow(type)) return null;
  if (isAnnualRate(type)) return { in: "months", count: 12, isAnnualRate: true };
  if (frequency === "I") {
    return { in: measure === "count" ? "unstated" : "dated", count: 1, isAnnualRate: false };
  }
  if (frequency === "D" || frequency === "W") {
    return { in: "days", count: frequency === "D" ? 1 : 7, isAnnualRate: false };
  }
  return { in: "months", count: MONTHS[frequency], isAnnualRate: false };
}

/** Counted over a period, so that it grows with the period's length. */
export function isFlow(type: SeriesType): boolean {
  return type.measure === "flow" || type.measure === "count";
}

/** Known at a moment (stock, price, index, ratio) or already at an annual rate: several may not be added up over time. */
export function isLevel(type: SeriesType): boolean {
  return !isFlow(type) || isAnnualRate(type);
}

/** A flow said at an annual rate over a shorter period; over a year, rate and amount are one. */
export function isAnnualRate(type: SeriesType): boolean {
  return type.rate === "annual" && type.frequency !== "A";
}

/** A share or a percent: like an amount, it is somebody's count of some place. */
export function isRatio({ unit }: SeriesType): boolean {
  return unit.kind === "share" || unit.kind === "percent";
}

/** Units whose values can be below zero by their nature. */
export function isSigned(unit: Unit): boolean {
  return unit.kind === "percent" || unit.kind === "points" || unit.kind === "log" || unit.kind === "zscore";
}

/** A number without unit: a literal, a share or a multiple. */
export function isPure(operand: Operand): boolean {
  const { kind } = operand.type.unit;
  return operand.shape === "number" || kind === "share" || kind === "multiple";
}

/** The type of a plain number. It takes over geography, sector and universe from what it is joined with. */
export const NUMBER_TYPE: SeriesType = {
  measure: "ratio",
  unit: { kind: "multiple" },
  prices: { kind: "none" },
  frequency: "I",
  rate: "period",
  yearEnds: 12,
  geography: "",
  sector: "",
  universe: "",
};
