import { createToken, Lexer } from "chevrotain";

/** The kinds that the grammar asks for; the tokens below belong to them. */
export const SumSign = createToken({ name: "+ or -", pattern: Lexer.NA });
export const ProductSign = createToken({ name: "* or /", pattern: Lexer.NA });
export const Leaf = createToken({ name: "a value", pattern: Lexer.NA });
export const When = createToken({ name: "a period or year", pattern: Lexer.NA });

const Space = createToken({ name: "space", pattern: /\s+/, group: Lexer.SKIPPED });

/**
 * `2024-Q2`, `1995-08`, `2024-W35`, `2024-10-02`, whether or not the calendar holds it. Comes before numbers,
 * so that `1995-08` is August 1995; a difference of two numbers needs spaces.
 */
export const PeriodText = createToken({
  name: "a period",
  pattern: /\d{4}-(?:Q\d+|H\d+|W\d+|\d{2}-\d{2}|\d{2})(?![\w.])/,
  categories: [Leaf, When],
});
export const NumberText = createToken({
  name: "a number",
  pattern: /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/,
  categories: [Leaf, When],
});
export const Code = createToken({ name: "a code", pattern: /[A-Z][A-Z0-9_]*/, categories: Leaf });
export const Word = createToken({ name: "a function", pattern: /[a-z][a-z0-9_]*/ });
const Plus = createToken({ name: "+", pattern: "+", categories: SumSign });
export const Minus = createToken({ name: "-", pattern: "-", categories: SumSign });
const Times = createToken({ name: "*", pattern: "*", categories: ProductSign });
const Over = createToken({ name: "/", pattern: "/", categories: ProductSign });
export const Power = createToken({ name: "^", pattern: "^" });
export const At = createToken({ name: "@", pattern: "@" });
export const Open = createToken({ name: "(", pattern: "(" });
export const Close = createToken({ name: ")", pattern: ")" });
export const Comma = createToken({ name: ",", pattern: "," });

export const TOKENS = [
  SumSign,
  ProductSign,
  Leaf,
  When,
  Space,
  PeriodText,
  NumberText,
  Code,
  Word,
  Plus,
  Minus,
  Times,
  Over,
  Power,
  At,
  Open,
  Close,
  Comma,
];

export const FORMULA_LEXER = new Lexer(TOKENS, { positionTracking: "onlyOffset" });
