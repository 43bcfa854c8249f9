import { InvariantError } from "../invariant.ts";
import type { Period } from "../periods/period.ts";
import { aligned, type Column, weakerOf } from "../series/column.ts";
import type { Status } from "../series/series.ts";
import { weakestStatus } from "../series/status.ts";
import { combine, finite, mapValues } from "../series/values.ts";
import type { Operator } from "./node.ts";

/** One value; `period` is that of the left operand when two of different periods were joined, `null` for a number. */
export interface Scalar {
  readonly value: number | null;
  readonly period: Period | null;
  readonly status: Status;
}

/** What a part of a formula comes to: values along periods, or one value. */
export type Computed =
  | { readonly kind: "column"; readonly column: Column }
  | { readonly kind: "scalar"; readonly scalar: Scalar };

/** What each operator does with two numbers. */
export const OPERATIONS: Readonly<Record<Operator, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
};

/** Two parts joined, period by period; a value that is not finite is `null`. */
export function joined(
  left: Computed,
  right: Computed,
  operation: (a: number, b: number) => number,
): Computed {
  if (left.kind === "scalar" && right.kind === "scalar") {
    const [a, b] = [left.scalar, right.scalar];
    const value = a.value === null || b.value === null ? null : finite(operation(a.value, b.value));
    return {
      kind: "scalar",
      scalar: { value, period: a.period ?? b.period, status: weakestStatus([a.status, b.status]) },
    };
  }
  const [a, b] = sideBySide(left, right);
  const column = {
    ...a,
    values: combine(a.values, b.values, operation),
    statuses: weakerOf(a.statuses, b.statuses),
  };
  return { kind: "column", column };
}

/** Two columns on the periods both reach; a scalar stands in every period of the other. */
function sideBySide(left: Computed, right: Computed): [Column, Column] {
  if (left.kind === "column" && right.kind === "column") return aligned(left.column, right.column);
  if (left.kind === "column" && right.kind === "scalar")
    return [left.column, repeated(right.scalar, left.column)];
  if (left.kind === "scalar" && right.kind === "column")
    return [repeated(left.scalar, right.column), right.column];
  throw new InvariantError("broken promise: two scalars are joined without columns");
}

function repeated({ value, status }: Scalar, along: Column): Column {
  return { ...along, values: along.periods.map(() => value), statuses: along.periods.map(() => status) };
}

/** A part with its sign changed. */
export function negated(computed: Computed): Computed {
  if (computed.kind === "column") {
    const { column } = computed;
    return { kind: "column", column: { ...column, values: mapValues(column.values, (value) => -value) } };
  }
  const { scalar } = computed;
  return { kind: "scalar", scalar: { ...scalar, value: scalar.value === null ? null : -scalar.value } };
}

/** `log` is the only function that the guard lets take a single value. */
export function logOf(scalar: Scalar): Scalar {
  return { ...scalar, value: scalar.value === null ? null : finite(Math.log(scalar.value)) };
}
