import { invariant } from "../invariant.ts";
import { err, ok, type Result } from "../result.ts";
import { at, type Column, columnOf, toObservations } from "../series/column.ts";
import type { Series, SeriesType } from "../series/series.ts";
import { checkNode } from "./check.ts";
import { type Computed, joined, logOf, negated, OPERATIONS, type Scalar } from "./computed.ts";
import { type FormulaContext, US_CONTEXT } from "./context.ts";
import type { FormulaError } from "./error.ts";
import { evaluateCall, type FirstReports } from "./evaluate-call.ts";
import type { Guard, Label } from "./guard.ts";
import { CODE_RULES } from "./leaf-rules.ts";
import { type BinaryNode, codesIn, type Node, type SelectNode } from "./node.ts";
import {
  type NominalStretch,
  narrowed,
  stretchBeside,
  stretchLabels,
  stretchOfTotal,
} from "./nominal-stretch.ts";
import type { Extent, Operand } from "./operand.ts";
import { parseFormula } from "./parse.ts";
import { printFormula } from "./print.ts";
import type { TextSpan } from "./span.ts";
import { described } from "./wording.ts";

/** A formula's value. A formula of single values has `scalar`, and its series holds at most that observation. */
export interface Evaluated {
  /** Typed by the guard; its code and title are the formula's text. Regular periods are contiguous. */
  readonly series: Series;
  readonly guard: Exclude<Guard, { verdict: "refused" }>;
  /** The stretch of time that each amount is counted over; `null` of what is no flow or count. */
  readonly extent: Extent | null;
  /** The codes read, named ones first. */
  readonly codes: readonly string[];
  readonly scalar?: Scalar;
}

/** A claimed input that the value rests on. */
interface Claim {
  readonly subject: string;
  readonly span: TextSpan;
}

/**
 * The value of a formula on the series it names (and those it implies, see `codesIn`).
 *
 * An operator on two series gives the periods that both reach; a missing operand, a zero divisor and a
 * logarithm of zero or less give `null` in that period, never NaN or infinity. A value is as sure as the
 * weakest of its inputs. Beside the guard's labels, what only values tell is labelled here: inputs that are
 * only claimed, and nominal money far from one value or from the start of a running total.
 *
 * `firstReports` is what `first(CODE)` reads: by code, the first report of every period restated since; a code
 * without any was never restated. Without the map `first` is an error.
 *
 * Errors: `syntax`, `refused` (an unknown code too), `no-base`, `no-first-reports`.
 */
export function evaluateFormula(
  text: string,
  data: ReadonlyMap<string, Series>,
  context: FormulaContext = US_CONTEXT,
  firstReports: FirstReports | null = null,
): Result<Evaluated, FormulaError> {
  const parsed = parseFormula(text);
  if (!parsed.ok) return parsed;
  const { guard, operands } = checkNode(text, parsed.value, (code) => data.get(code)?.type, context);
  if (guard.verdict === "refused") {
    const remedy = guard.alternative ? ` Instead: ${guard.alternative}` : "";
    return err({
      kind: "refused",
      message: `${guard.reason}${remedy}`,
      span: guard.span,
      part: guard.part,
      guard,
    });
  }
  const evaluator = new Evaluator(text, data, operands, context, firstReports);
  const computed = evaluator.visit(parsed.value);
  if (!computed.ok) return computed;
  const found = [...evaluator.stretches.flatMap(stretchLabels), ...claimLabels(evaluator.claims)];
  const { extent = null } = operands.get(parsed.value) ?? {};
  return ok({
    ...assembled(text, computed.value, guard.type),
    guard: withLabels(guard, found),
    extent,
    codes: codesIn(parsed.value, context),
  });
}

function assembled(text: string, computed: Computed, type: SeriesType): Pick<Evaluated, "series" | "scalar"> {
  const series = (observations: Series["observations"]): Series => ({
    code: text,
    title: text,
    type,
    observations,
  });
  if (computed.kind === "column") return { series: series(toObservations(computed.column)) };
  const { scalar } = computed;
  const { period, value, status } = scalar;
  return { series: series(period ? [{ period, value, status }] : []), scalar };
}

/** One sentence for all claimed inputs, over the stretch of the formula that holds them. */
function claimLabels(claims: readonly Claim[]): Label[] {
  const [first, last] = [claims[0], claims.at(-1)];
  if (!first || !last) return [];
  const [, { id, says }] = CODE_RULES;
  const sentence = says(claims.map(({ subject }) => subject).join("; "));
  return [{ rule: id, sentence, span: { start: first.span.start, end: last.span.end } }];
}

/** The guard with what only the values tell; nothing is said twice. */
function withLabels(guard: Evaluated["guard"], found: readonly Label[]): Evaluated["guard"] {
  const labels = [...(guard.verdict === "labelled" ? guard.labels : [])];
  for (const label of found) {
    if (labels.every(({ sentence }) => sentence !== label.sentence)) labels.push(label);
  }
  return labels.length === 0 ? guard : { verdict: "labelled", type: guard.type, labels };
}

/** One evaluation of one formula that the guard let through. */
class Evaluator {
  claims: Claim[] = [];
  stretches: NominalStretch[] = [];
  readonly #text: string;
  readonly #data: ReadonlyMap<string, Series>;
  readonly #operands: ReadonlyMap<Node, Operand>;
  readonly #context: FormulaContext;
  readonly #firstReports: FirstReports | null;

  constructor(
    text: string,
    data: ReadonlyMap<string, Series>,
    operands: ReadonlyMap<Node, Operand>,
    context: FormulaContext,
    firstReports: FirstReports | null,
  ) {
    this.#text = text;
    this.#data = data;
    this.#operands = operands;
    this.#context = context;
    this.#firstReports = firstReports;
  }

  visit(node: Node): Result<Computed, FormulaError> {
    switch (node.kind) {
      case "number":
        return scalarResult({ value: node.value, period: null, status: "reported" });
      case "code":
        return ok({ kind: "column", column: this.#codeColumn(node, node.code) });
      case "negate": {
        const operand = this.visit(node.operand);
        return operand.ok ? ok(negated(operand.value)) : operand;
      }
      case "select":
        return this.#select(node);
      case "binary":
        return this.#binary(node);
      case "call": {
        const inner = this.visit(node.operand);
        if (!inner.ok) return inner;
        if (inner.value.kind === "scalar") return scalarResult(logOf(inner.value.scalar));
        const inputs = {
          text: this.#text,
          operand: this.#operandOf(node.operand),
          context: this.#context,
          firstReports: this.#firstReports,
          column: (code: string) => this.#column(code),
        };
        const column = evaluateCall(node, inner.value.column, inputs);
        if (!column.ok) return column;
        this.stretches.push(...stretchOfTotal(node, inputs.operand, column.value));
        return ok({ kind: "column", column: column.value });
      }
    }
  }

  #codeColumn(node: Node, code: string): Column {
    const column = this.#column(code) ?? { frequency: "I", periods: [], values: [], statuses: [] };
    if (column.statuses.includes("claimed")) this.#claim(node);
    return column;
  }

  #select(node: SelectNode): Result<Computed, FormulaError> {
    const before = this.claims;
    const stretchesBefore = this.stretches.length;
    const operand = this.visit(node.operand);
    if (!operand.ok) return operand;
    this.stretches = this.stretches.map((stretch, t) =>
      t < stretchesBefore ? stretch : narrowed(stretch, node.period),
    );
    const { value } = operand;
    const scalar: Scalar =
      value.kind === "scalar" ? value.scalar : { ...at(value.column, node.period), period: node.period };
    // Claims about other periods of the series do not touch the one value that was chosen.
    if (scalar.status !== "claimed") this.claims = before;
    else if (node.operand.kind === "code") {
      this.claims = before;
      this.#claim(node);
    }
    return scalarResult(scalar);
  }

  #binary(node: BinaryNode): Result<Computed, FormulaError> {
    const left = this.visit(node.left);
    if (!left.ok) return left;
    const right = this.visit(node.right);
    if (!right.ok) return right;
    const isDifferenceOfShares =
      node.operator === "-" &&
      this.#operandOf(node).type.unit.kind === "points" &&
      this.#operandOf(node.left).type.unit.kind === "share";
    const operation = isDifferenceOfShares
      ? (a: number, b: number) => (a - b) * 100
      : OPERATIONS[node.operator];
    const value = joined(left.value, right.value, operation);
    if (value.kind === "column") {
      const [a, b] = [this.#operandOf(node.left), this.#operandOf(node.right)];
      this.stretches.push(...stretchBeside(node, a, b, value.column));
    }
    return ok(value);
  }

  #column(code: string): Column | null {
    const series = this.#data.get(code);
    return series ? columnOf(series) : null;
  }

  #operandOf(node: Node): Operand {
    const operand = this.#operands.get(node);
    invariant(operand, `the checker typed ${printFormula(node)}`);
    return operand;
  }

  /** Notes a claimed input under its plain name, or its series' title when it has none. */
  #claim(node: Node): void {
    const operand = this.#operandOf(node);
    const title = this.#data.get(operand.subject)?.title;
    const subject = title ?? described(operand);
    if (this.claims.every((claim) => claim.subject !== subject)) {
      this.claims = [...this.claims, { subject, span: node.span }];
    }
  }
}

function scalarResult(scalar: Scalar): Result<Computed, FormulaError> {
  return ok({ kind: "scalar", scalar });
}
