import { EmbeddedActionsParser, type IToken, type TokenType } from "chevrotain";
import { OPERATORS, type Operator } from "./node.ts";
import type { TextSpan } from "./span.ts";
import {
  At,
  Close,
  Comma,
  Leaf,
  Minus,
  Open,
  Power,
  ProductSign,
  SumSign,
  TOKENS,
  When,
  Word,
} from "./tokens.ts";

/** The shape of the text, before names, arguments and periods are looked at. */
export type Sketch =
  | { readonly kind: "token"; readonly type: TokenType; readonly text: string; readonly span: TextSpan }
  | {
      readonly kind: "select";
      readonly operand: Sketch;
      readonly period: TokenSketch;
      readonly span: TextSpan;
    }
  | { readonly kind: "negate"; readonly operand: Sketch; readonly span: TextSpan }
  | {
      readonly kind: "binary";
      readonly operator: Operator;
      readonly left: Sketch;
      readonly right: Sketch;
      readonly span: TextSpan;
    }
  | {
      readonly kind: "call";
      readonly name: TokenSketch;
      readonly args: readonly Sketch[];
      readonly span: TextSpan;
    };

export type TokenSketch = Extract<Sketch, { kind: "token" }>;

/**
 * formula := term (("+" | "-") term)*
 * term    := signed (("*" | "/") signed)*
 * signed  := "-"* power
 * power   := chosen ("^" signed)?
 * chosen  := atom ("@" (period | number))?
 * atom    := number | period | code | word | word "(" formula ("," formula)* ")" | "(" formula ")"
 *
 * So `-2^2` is -4, `2^3^2` is 512 and `2^-1` is a half.
 */
class FormulaGrammar extends EmbeddedActionsParser {
  constructor() {
    super(TOKENS, { maxLookahead: 2 });
    this.performSelfAnalysis();
  }

  readonly formula = this.RULE("formula", (): Sketch => {
    let left = this.SUBRULE(this.term);
    this.MANY(() => {
      const sign = this.CONSUME(SumSign);
      left = this.joined(sign, left, this.SUBRULE2(this.term));
    });
    return left;
  });

  readonly term = this.RULE("term", (): Sketch => {
    let left = this.SUBRULE(this.signed);
    this.MANY(() => {
      const sign = this.CONSUME(ProductSign);
      left = this.joined(sign, left, this.SUBRULE2(this.signed));
    });
    return left;
  });

  readonly signed = this.RULE("signed", (): Sketch => {
    const signs: IToken[] = [];
    this.MANY(() => {
      signs.push(this.CONSUME(Minus));
    });
    const power = this.SUBRULE(this.power);
    return this.ACTION(() =>
      signs.reduceRight<Sketch>(
        (operand, sign) => ({ kind: "negate", operand, span: between(spanOf(sign), operand.span) }),
        power,
      ),
    );
  });

  readonly power = this.RULE("power", (): Sketch => {
    let left = this.SUBRULE(this.chosen);
    this.OPTION(() => {
      const sign = this.CONSUME(Power);
      left = this.joined(sign, left, this.SUBRULE(this.signed));
    });
    return left;
  });

  readonly chosen = this.RULE("chosen", (): Sketch => {
    let operand = this.SUBRULE(this.atom);
    this.OPTION(() => {
      this.CONSUME(At);
      const token = this.CONSUME(When);
      const from = operand;
      operand = this.ACTION(() => {
        const period = sketchOf(token);
        return { kind: "select", operand: from, period, span: between(from.span, period.span) };
      });
    });
    return operand;
  });

  readonly atom = this.RULE(
    "atom",
    (): Sketch =>
      this.OR(
        alternatives(
          () => this.leaf(this.CONSUME(Leaf)),
          () => this.SUBRULE(this.word),
          () => {
            const open = this.CONSUME(Open);
            const inner = this.SUBRULE(this.formula);
            const close = this.CONSUME(Close);
            return this.ACTION(() => ({ ...inner, span: between(spanOf(open), spanOf(close)) }));
          },
        ),
      ),
  );

  readonly word = this.RULE("word", (): Sketch => {
    const name = this.CONSUME(Word);
    const args: Sketch[] = [];
    let close: IToken | null = null;
    this.OPTION(() => {
      this.CONSUME(Open);
      args.push(this.SUBRULE(this.formula));
      this.MANY(() => {
        this.CONSUME(Comma);
        args.push(this.SUBRULE2(this.formula));
      });
      close = this.CONSUME(Close);
    });
    return this.ACTION(() => {
      const word = sketchOf(name);
      return close ? { kind: "call", name: word, args, span: between(word.span, spanOf(close)) } : word;
    });
  });

  private leaf(token: IToken): Sketch {
    return this.ACTION(() => sketchOf(token));
  }

  private joined(sign: IToken, left: Sketch, right: Sketch): Sketch {
    return this.ACTION(() => {
      const operator = OPERATORS.find((candidate) => candidate === sign.image) ?? "+";
      return { kind: "binary", operator, left, right, span: between(left.span, right.span) };
    });
  }
}

/** Reused for every formula: building it analyses the grammar, which is slow. It holds no state between uses. */
export const FORMULA_GRAMMAR = new FormulaGrammar();

/** Where a token stands in the text. */
export function spanOf(token: IToken): TextSpan {
  return { start: token.startOffset, end: token.startOffset + token.image.length };
}

function sketchOf(token: IToken): TokenSketch {
  return { kind: "token", type: token.tokenType, text: token.image, span: spanOf(token) };
}

function between(first: TextSpan, last: TextSpan): TextSpan {
  return { start: first.start, end: last.end };
}

function alternatives<Parsed>(...parsers: readonly (() => Parsed)[]): { ALT: () => Parsed }[] {
  return parsers.map((ALT) => ({ ALT }));
}
