import { yearsBetween } from "../periods/alignment.ts";
import { type Period, shiftPeriod } from "../periods/period.ts";
import type { Column } from "../series/column.ts";
import type { Label } from "./guard.ts";
import type { BinaryNode, CallNode, Node } from "./node.ts";
import { areFarApart, isNominalMoney, nominalYearsSentence } from "./nominal-years.ts";
import type { Operand } from "./operand.ts";

/**
 * Nominal money set against fixed periods all along a series: beside one value, or in a running total, which
 * goes back to its first period. How many years that spans, only the values tell.
 */
export interface NominalStretch {
  readonly rule: "nominal-over-years" | "nominal-window";
  readonly node: Node;
  readonly against: readonly Period[];
  /** Lags of the values along the series. */
  readonly lags: readonly number[];
  readonly from: Period;
  readonly to: Period;
  readonly isChosen: boolean;
}

/** A series of nominal money added to, reduced or divided by one such value, or the other way round. */
export function stretchBeside(
  node: BinaryNode,
  left: Operand,
  right: Operand,
  column: Column,
): NominalStretch[] {
  const isCompared = node.operator === "+" || node.operator === "-" || node.operator === "/";
  if (!isCompared || !isNominalMoney(left.type) || !isNominalMoney(right.type)) return [];
  const [series, single] = left.shape === "series" ? [left, right] : [right, left];
  return along(column).map((ends) => ({
    rule: "nominal-over-years",
    node,
    against: single.timing.periods,
    lags: series.timing.lags,
    ...ends,
    isChosen: false,
  }));
}

/** A running total of nominal money. */
export function stretchOfTotal(node: CallNode, operand: Operand, column: Column): NominalStretch[] {
  if (node.name !== "cumsum" || !isNominalMoney(operand.type)) return [];
  return along(column).map((ends) => ({
    rule: "nominal-window",
    node,
    against: [ends.from],
    lags: [0],
    ...ends,
    isChosen: false,
  }));
}

/** The stretch when one period of its series is chosen; an inner choice stands. */
export function narrowed(stretch: NominalStretch, period: Period): NominalStretch {
  return stretch.isChosen ? stretch : { ...stretch, from: period, to: period, isChosen: true };
}

/** The sentence on a stretch of more than ten years. */
export function stretchLabels({ rule, node, against, lags, from, to }: NominalStretch): Label[] {
  const ends = lags.flatMap((lag) => [shiftPeriod(from, -lag), shiftPeriod(to, -lag)]);
  const years = against.flatMap((fixed) => ends.map((end) => Math.abs(yearsBetween(fixed, end))));
  const longest = Math.max(0, ...years);
  return areFarApart(longest) ? [{ rule, sentence: nominalYearsSentence(longest), span: node.span }] : [];
}

/** The first and the last period with a value; nothing when there is none. */
function along({ periods, values }: Column): { from: Period; to: Period }[] {
  const known = periods.filter((_, t) => values[t] != null);
  const [from, to] = [known[0], known.at(-1)];
  return from !== undefined && to !== undefined ? [{ from, to }] : [];
}
