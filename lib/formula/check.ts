import { mustParse } from "../periods/period.ts";
import type { SeriesType } from "../series/series.ts";
import { BINARY_LABELS } from "./binary-labels.ts";
import { BINARY_REFUSALS, UNITS_UNLIKE } from "./binary-refusals.ts";
import { CALL_LABELS } from "./call-labels.ts";
import { CALL_REFUSALS } from "./call-refusals.ts";
import { type FormulaContext, US_CONTEXT } from "./context.ts";
import type { Guard, Label } from "./guard.ts";
import { CHOICE_RULES, CODE_RULES } from "./leaf-rules.ts";
import { type BinaryNode, type CallNode, type Node, replaceNode, type SelectNode } from "./node.ts";
import { extentOf, isSigned, NUMBER_TYPE, type Operand } from "./operand.ts";
import { parseFormula } from "./parse.ts";
import { printFormula } from "./print.ts";
import { outcomeOf } from "./results.ts";
import { nearest } from "./spelling.ts";
import { AS_IT_STANDS, AT_ANY_TIME, chosenAt } from "./timing.ts";
import { callOperand, joinedOperand } from "./typing.ts";
import { subjectOf } from "./wording.ts";

/** How the checker learns the type of a code; `undefined` for a code that no series has. */
export type Lookup = (code: string) => SeriesType | undefined;

/** What the guard says of a tree, with what it found out about each part, for the evaluator. */
export interface Checked {
  readonly guard: Guard;
  readonly operands: ReadonlyMap<Node, Operand>;
}

interface Refusal {
  readonly rule: string;
  readonly reason: string;
  readonly node: Node;
  readonly instead: Node | null;
}

/**
 * What the comparability guard says of a formula, from the types of its series alone: fine, labelled with a
 * sentence for each way in which it is unlike, or refused with the part, the reason and an alternative that
 * the guard lets through. A text that does not parse is refused under `syntax`. Values that are claimed are
 * labelled by `evaluateFormula`, which sees them.
 */
export function checkFormula(text: string, lookup: Lookup, context: FormulaContext = US_CONTEXT): Guard {
  const parsed = parseFormula(text);
  if (parsed.ok) return checkNode(text, parsed.value, lookup, context).guard;
  const { message, span, part } = parsed.error;
  return { verdict: "refused", rule: "syntax", reason: message, span, part, alternative: null };
}

/** `checkFormula` for a tree already parsed from `text`. */
export function checkNode(text: string, root: Node, lookup: Lookup, context: FormulaContext): Checked {
  const checker = new Checker(lookup, context);
  const outcome = checker.visit(root);
  const { labels, operands } = checker;
  if (!isRefusal(outcome)) {
    const { type } = outcome;
    const guard: Guard = labels.length ? { verdict: "labelled", type, labels } : { verdict: "fine", type };
    return { guard, operands };
  }
  const { rule, reason, node, instead } = outcome;
  const part = text.slice(node.span.start, node.span.end);
  const alternative = instead ? allowed(replaceNode(root, node, instead), lookup, context) : null;
  return { guard: { verdict: "refused", rule, reason, span: node.span, part, alternative }, operands };
}

/** The formula's text if the guard lets it through. */
function allowed(node: Node, lookup: Lookup, context: FormulaContext): string | null {
  return isRefusal(new Checker(lookup, context).visit(node)) ? null : printFormula(node);
}

/** One walk over one formula, from the leaves up, which stops at the first refusal. */
class Checker {
  readonly labels: Label[] = [];
  readonly operands = new Map<Node, Operand>();
  readonly #lookup: Lookup;
  readonly #context: FormulaContext;

  constructor(lookup: Lookup, context: FormulaContext) {
    this.#lookup = lookup;
    this.#context = context;
  }

  visit(node: Node): Operand | Refusal {
    const found = this.#find(node);
    if (!isRefusal(found)) this.operands.set(node, found);
    return found;
  }

  #find(node: Node): Operand | Refusal {
    switch (node.kind) {
      case "number":
        return numberOperand(node, node.value < 0);
      case "code":
        return this.#code(node, node.code);
      case "negate": {
        const operand = this.visit(node.operand);
        return isRefusal(operand)
          ? operand
          : { ...operand, node, mayBeNegative: true, subject: printFormula(node) };
      }
      case "select":
        return this.#select(node);
      case "binary":
        return this.#binary(node);
      case "call":
        return this.#call(node);
    }
  }

  #code(node: Node, code: string): Operand | Refusal {
    const type = this.#lookup(code);
    if (!type) return this.#unknown(node, code);
    return {
      node,
      type,
      shape: "series",
      period: null,
      timing: AS_IT_STANDS,
      extent: extentOf(type),
      mayBeNegative: isSigned(type.unit),
      subject: subjectOf(code, type),
    };
  }

  #unknown(node: Node, code: string): Refusal {
    const [{ id, says }] = CODE_RULES;
    const meant = nearest(code, this.#context.knownCodes ?? []);
    const isLeaf = node.kind === "code" && node.code === code;
    return { rule: id, reason: says(code), node, instead: isLeaf && meant ? { ...node, code: meant } : null };
  }

  #select(node: SelectNode): Operand | Refusal {
    const operand = this.visit(node.operand);
    if (isRefusal(operand)) return operand;
    const choice = { node, operand, lookup: this.#lookup };
    const broken = CHOICE_RULES.find((rule) => rule.applies(choice));
    if (broken) {
      return { rule: broken.id, reason: broken.says(choice), node, instead: broken.instead(choice) };
    }
    const type = { ...operand.type, frequency: mustParse(node.period).frequency };
    const timing = chosenAt(operand.timing, node.period);
    return { ...operand, node, type, shape: "scalar", period: node.period, timing };
  }

  #binary(node: BinaryNode): Operand | Refusal {
    const left = this.visit(node.left);
    if (isRefusal(left)) return left;
    const right = this.visit(node.right);
    if (isRefusal(right)) return right;
    const meeting = { node, left, right, context: this.#context, lookup: this.#lookup };
    const broken = BINARY_REFUSALS.find(
      (rule) => rule.operators.includes(node.operator) && rule.applies(meeting),
    );
    const outcome = broken ? null : outcomeOf(node.operator, left, right, this.#context);
    if (!outcome) {
      const rule = broken ?? UNITS_UNLIKE;
      return { rule: rule.id, reason: rule.says(meeting), node, instead: rule.instead?.(meeting) ?? null };
    }
    for (const rule of BINARY_LABELS) {
      if (rule.operators.includes(node.operator) && rule.applies(meeting))
        this.#label(rule.id, rule.says(meeting), node);
    }
    return joinedOperand(node, left, right, outcome);
  }

  #call(node: CallNode): Operand | Refusal {
    const operand = this.visit(node.operand);
    if (isRefusal(operand)) return operand;
    const calling = { node, operand, context: this.#context, lookup: this.#lookup };
    const broken = CALL_REFUSALS.find((rule) => rule.functions.includes(node.name) && rule.applies(calling));
    if (broken) {
      return {
        rule: broken.id,
        reason: broken.says(calling),
        node,
        instead: broken.instead?.(calling) ?? null,
      };
    }
    const missing = this.#impliedCodes(node).find((code) => !this.#lookup(code));
    if (missing) return this.#unknown(node, missing);
    for (const rule of CALL_LABELS) {
      if (rule.functions.includes(node.name) && rule.applies(calling))
        this.#label(rule.id, rule.says(calling), node);
    }
    return callOperand(node, operand);
  }

  #impliedCodes({ name, operand }: CallNode): string[] {
    if (name === "real") return [this.#context.deflator];
    if (name !== "per_gdp") return [];
    const isAnnual = this.operands.get(operand)?.type.frequency === "A";
    const { gdpAnnual, gdpQuarterly } = this.#context;
    return isAnnual && this.#lookup(gdpAnnual) ? [] : [gdpQuarterly];
  }

  #label(rule: string, sentence: string, { span }: Node): void {
    if (this.labels.every((label) => label.sentence !== sentence)) this.labels.push({ rule, sentence, span });
  }
}

function numberOperand(node: Node, mayBeNegative: boolean): Operand {
  return {
    node,
    type: NUMBER_TYPE,
    shape: "number",
    period: null,
    timing: AT_ANY_TIME,
    extent: null,
    mayBeNegative,
    subject: printFormula(node),
  };
}

function isRefusal(outcome: Operand | Refusal): outcome is Refusal {
  return "reason" in outcome;
}
