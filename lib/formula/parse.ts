import { EOF, type IToken, MismatchedTokenException } from "chevrotain";
import { parsePeriod } from "../periods/period.ts";
import { err, ok, type Result } from "../result.ts";
import { readArguments } from "./arguments.ts";
import type { FormulaError } from "./error.ts";
import { FUNCTIONS, functionNamed } from "./functions.ts";
import { FORMULA_GRAMMAR, type Sketch, spanOf, type TokenSketch } from "./grammar.ts";
import { AGGREGATION_METHODS, type Node } from "./node.ts";
import type { TextSpan } from "./span.ts";
import { nearest } from "./spelling.ts";
import { Close, Code, FORMULA_LEXER, NumberText, PeriodText } from "./tokens.ts";

const LONGEST_CODE = 25;
/** Both keep the depth of the tree, and so of every walk over it, well within the stack. */
const LONGEST = 1000;
const DEEPEST = 50;

/**
 * Reads a formula such as `yoy(rollsum(VC_US_Q, 4))` or `VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q`.
 *
 * Precedence, loosest first: `+ -`, `* /`, unary minus, `^` (to the right), `@`. Nothing is looked up: an
 * unknown code is the checker's business, an unknown function is refused here.
 *
 * Errors: `syntax`, with the place, the offending text and a remedy.
 */
export function parseFormula(text: string): Result<Node, FormulaError> {
  if (text.trim() === "")
    return refuse(text, { start: 0, end: text.length }, "The formula is empty; name a series.");
  const whole = { start: 0, end: text.length };
  if (text.length > LONGEST) {
    return refuse(text, whole, `The formula has ${text.length} characters; at most ${LONGEST} are read.`);
  }
  if (nesting(text) > DEEPEST) {
    return refuse(text, whole, `Brackets are nested more than ${DEEPEST} deep; split the formula.`);
  }
  const lexed = FORMULA_LEXER.tokenize(text);
  const stray = lexed.errors[0];
  if (stray) {
    const span = { start: stray.offset, end: stray.offset + stray.length };
    const part = text.slice(span.start, span.end);
    return refuse(
      text,
      span,
      `\`${part}\` at position ${span.start + 1} has no meaning in a formula; ${strayRemedy(part)}`,
    );
  }
  FORMULA_GRAMMAR.input = lexed.tokens;
  const sketch = FORMULA_GRAMMAR.formula();
  const fault = FORMULA_GRAMMAR.errors[0];
  if (fault) return misplaced(text, fault.token, fault instanceof MismatchedTokenException);
  return resolve(text, sketch);
}

function misplaced(text: string, token: IToken, isMismatch: boolean): Result<Node, FormulaError> {
  if (token.tokenType === EOF) {
    const remedy = isMismatch
      ? "close the bracket"
      : "complete it with a series, a number or a closing bracket";
    return refuse(text, { start: text.length, end: text.length }, `The formula ends too early; ${remedy}.`);
  }
  const span = spanOf(token);
  return refuse(
    text,
    span,
    `\`${token.image}\` at position ${span.start + 1} is out of place; ${remedyFor(text, token)}`,
  );
}

function remedyFor(text: string, token: IToken): string {
  const follows = text.slice(0, token.startOffset).trimEnd().at(-1) ?? "";
  const needsValue = follows === "" || "(,+-*/^@".includes(follows);
  if (needsValue) return follows === "@" ? "a period follows @." : "put a series or a number before it.";
  return token.tokenType === Close
    ? "remove it or open a bracket before it."
    : "put an operator (+ - * / ^) before it or remove it.";
}

function resolve(text: string, sketch: Sketch): Result<Node, FormulaError> {
  switch (sketch.kind) {
    case "token":
      return resolveToken(text, sketch);
    case "negate": {
      const operand = resolve(text, sketch.operand);
      return operand.ok ? ok({ kind: "negate", operand: operand.value, span: sketch.span }) : operand;
    }
    case "select": {
      const operand = resolve(text, sketch.operand);
      if (!operand.ok) return operand;
      const { text: period, span } = sketch.period;
      if (!parsePeriod(period)) return refuse(text, span, impossiblePeriod(period));
      return ok({ kind: "select", operand: operand.value, period, span: sketch.span });
    }
    case "binary": {
      const left = resolve(text, sketch.left);
      if (!left.ok) return left;
      const right = resolve(text, sketch.right);
      if (!right.ok) return right;
      return ok({ ...sketch, left: left.value, right: right.value });
    }
    case "call":
      return resolveCall(text, sketch);
  }
}

function resolveCall(text: string, sketch: Extract<Sketch, { kind: "call" }>): Result<Node, FormulaError> {
  const entry = functionNamed(sketch.name.text);
  if (!entry) return refuse(text, sketch.name.span, unknownFunction(sketch.name.text));
  const first = sketch.args[0];
  const operand = first ? resolve(text, first) : null;
  if (!operand) return refuse(text, sketch.span, `${entry.name} needs a series: \`${entry.form}\`.`);
  if (!operand.ok) return operand;
  const options = readArguments(entry, sketch);
  if (!options.ok) return refuse(text, options.error.span, options.error.message);
  return ok({
    kind: "call",
    name: entry.name,
    operand: operand.value,
    options: options.value,
    span: sketch.span,
  });
}

function resolveToken(text: string, { type, text: part, span }: TokenSketch): Result<Node, FormulaError> {
  if (type === NumberText) {
    const value = Number(part);
    return Number.isFinite(value)
      ? ok({ kind: "number", value, span })
      : refuse(text, span, `The number ${part} is too large; write one below 1e308.`);
  }
  if (type === Code) {
    return part.length <= LONGEST_CODE
      ? ok({ kind: "code", code: part, span })
      : refuse(
          text,
          span,
          `The code ${part} has ${part.length} characters; codes have at most ${LONGEST_CODE}.`,
        );
  }
  if (type === PeriodText) {
    return refuse(text, span, `The period ${part} stands where a value is needed; write \`CODE@${part}\`.`);
  }
  return refuse(text, span, functionNamed(part) ? bareFunction(part) : unknownFunction(part));
}

function bareFunction(name: string): string {
  return `\`${name}\` is a function; give it a series: \`${functionNamed(name)?.form}\`.`;
}

function unknownFunction(name: string): string {
  if (AGGREGATION_METHODS.some((method) => method === name)) {
    return `\`${name}\` is a method of freq; write \`freq(x, A, ${name})\`.`;
  }
  const meant = nearest(
    name,
    FUNCTIONS.map((f) => f.name),
  );
  const remedy = meant
    ? `did you mean \`${meant}\`?`
    : `the functions are ${FUNCTIONS.map((f) => f.name).join(", ")}.`;
  return `Unknown function \`${name}\`; ${remedy}`;
}

/** The message for a period that the calendar does not hold. */
function impossiblePeriod(text: string): string {
  return `${text} is not a period of the calendar; write one like 2024, 2024-H1, 2024-Q2, 2024-08 or 2024-10-02.`;
}

function strayRemedy(part: string): string {
  return /^\p{L}/u.test(part)
    ? "codes are written in capitals and functions in small letters."
    : "remove it; the operators are + - * / ^ and @.";
}

function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function refuse(text: string, span: TextSpan, message: string): Result<never, FormulaError> {
  return err({ kind: "syntax", message, span, part: text.slice(span.start, span.end) });
}
