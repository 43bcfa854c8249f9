import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codesIn, FUNCTIONS, type Node, parseFormula, printFormula } from "./index.ts";

describe("reading and printing", () => {
  test.each([
    ["VC_AI_WORLD_CB_Q/VC_ALL_WORLD_CB_Q", "VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q"],
    ["yoy( rollsum(VC_US_Q,4) )", "yoy(rollsum(VC_US_Q, 4))"],
    ["index(NASDAQ_M, 1995-08)", "index(NASDAQ_M, 1995-08)"],
    ["real(VC_US_A, 2024)", "real(VC_US_A, 2024)"],
    ["freq(GDP_US_Q, A, sum)", "freq(GDP_US_Q, A, sum)"],
    ["X@2024-Q2 / Y@2024-H1", "X@2024-Q2 / Y@2024-H1"],
    ["(A+B)@2024-10-02", "(A + B)@2024-10-02"],
    ["A - B - C", "A - B - C"],
    ["A - (B - C)", "A - (B - C)"],
    ["A / (B * C)", "A / (B * C)"],
    ["(A / B) * C", "A / B * C"],
    ["-(A + B)", "-(A + B)"],
    ["A^2^3", "A^2^3"],
    ["(A^2)^3", "(A^2)^3"],
    ["A^-1", "A^-1"],
    ["(-A)^2", "(-A)^2"],
    ["-A^2", "-A^2"],
    ["1e9 * .5", "1000000000 * 0.5"],
    ["2024 - 8", "2024 - 8"],
  ])("%s is %s", (text, printed) => {
    const parsed = parseFormula(text);
    expect(parsed.ok ? printFormula(parsed.value) : parsed.error.message).toBe(printed);
  });

  test("a printed formula reads back as the same formula", () => {
    fc.assert(
      fc.property(anyFormula(), (node) => {
        const printed = printFormula(node);
        const parsed = parseFormula(printed);
        expect(parsed.ok ? withoutSpans(parsed.value) : parsed.error.message).toEqual(withoutSpans(node));
      }),
    );
  });

  test("every node knows its stretch of the text", () => {
    const text = "1 + yoy(VC_US_Q) / X@2024";
    const parsed = parseFormula(text);
    const parts: string[] = [];
    const visit = (node: Node): void => {
      parts.push(text.slice(node.span.start, node.span.end));
      if (node.kind === "binary") [node.left, node.right].forEach(visit);
      else if ("operand" in node) visit(node.operand);
    };
    if (parsed.ok) visit(parsed.value);
    expect(parts).toEqual([text, "1", "yoy(VC_US_Q) / X@2024", "yoy(VC_US_Q)", "VC_US_Q", "X@2024", "X"]);
  });
});

describe("what is no formula is refused with its place and a remedy", () => {
  test.each([
    ["", "", "The formula is empty; name a series."],
    ["yyo(X)", "yyo", "Unknown function `yyo`; did you mean `yoy`?"],
    ["X +", "", "The formula ends too early; complete it with a series, a number or a closing bracket."],
    ["(X", "", "The formula ends too early; close the bracket."],
    ["X)", ")", "`)` at position 2 is out of place; remove it or open a bracket before it."],
    ["X Y", "Y", "`Y` at position 3 is out of place; put an operator (+ - * / ^) before it or remove it."],
    ["X ** 2", "*", "`*` at position 4 is out of place; put a series or a number before it."],
    [
      "X $ 2",
      "$",
      "`$` at position 3 has no meaning in a formula; remove it; the operators are + - * / ^ and @.",
    ],
    ["X@Y", "Y", "`Y` at position 3 is out of place; a period follows @."],
    [
      "X@2024-Q5",
      "2024-Q5",
      "2024-Q5 is not a period of the calendar; write one like 2024, 2024-H1, 2024-Q2, 2024-08 or 2024-10-02.",
    ],
    [
      "X@2023-02-29",
      "2023-02-29",
      "2023-02-29 is not a period of the calendar; write one like 2024, 2024-H1, 2024-Q2, 2024-08 or 2024-10-02.",
    ],
    ["X / 2024-Q2", "2024-Q2", "The period 2024-Q2 stands where a value is needed; write `CODE@2024-Q2`."],
    ["lag(X)", "lag(X)", "lag needs a whole number of periods from 1 to 10000: `lag(x, n)`."],
    ["ma(X, 2.5)", "2.5", "n of ma must be a whole number of periods from 1 to 10000."],
    ["ma(X, 0)", "0", "n of ma must be a whole number of periods from 1 to 10000."],
    ["index(X, Y)", "Y", "P of index must be a base period such as 2024, 2024-Q2 or 2024-08."],
    ["freq(X, sum)", "sum", "F of freq must be a frequency: A, H, Q, M, W or D."],
    ["freq(X, A, mean)", "mean", "method of freq must be a method: sum, avg or eop."],
    ["chg(X, 3)", "3", "chg takes no argument here; write `chg(x)`."],
    ["sum", "sum", "`sum` is a method of freq; write `freq(x, A, sum)`."],
    ["log", "log", "`log` is a function; give it a series: `log(x)`."],
    [
      "A_CODE_OF_MORE_THAN_25_LETTERS",
      "A_CODE_OF_MORE_THAN_25_LETTERS",
      "The code A_CODE_OF_MORE_THAN_25_LETTERS has 30 characters; codes have at most 25.",
    ],
  ])("%s", (text, part, message) => {
    expect(parseFormula(text)).toMatchObject({ ok: false, error: { kind: "syntax", part, message } });
  });

  test.each([
    [
      "brackets",
      `${"(".repeat(51)}X${")".repeat(51)}`,
      "Brackets are nested more than 50 deep; split the formula.",
    ],
    ["length", "X".repeat(1001), "The formula has 1001 characters; at most 1000 are read."],
  ])("too much of it, by %s", (_, text, message) => {
    expect(parseFormula(text)).toMatchObject({ ok: false, error: { kind: "syntax", message } });
  });

  test.each(["2^".repeat(499), "-".repeat(999), "1+".repeat(499)])(
    "the deepest of formulas is read",
    (text) => {
      expect(parseFormula(`${text}1`).ok).toBe(true);
    },
  );

  test("no text makes the parser throw", () => {
    const piece = fc.constantFrom(
      "X",
      "yoy",
      "freq",
      "(",
      ")",
      ",",
      "@",
      "^",
      "-",
      "+",
      "/",
      "2024",
      "2024-Q2",
      " ",
      ".",
      "é",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const parsed = parseFormula(pieces.join(""));
        expect(parsed.ok || parsed.error.message.length > 0).toBe(true);
      }),
    );
  });
});

test("the codes of a formula are those it names, then those it implies", () => {
  const parsed = parseFormula("real(VC_US_A, 2024) / (X + X) + per_gdp(VC_US_A)@2024");
  expect(parsed.ok && codesIn(parsed.value)).toEqual(["VC_US_A", "X", "CPI_US_M", "GDP_US_Q", "GDP_US_A"]);
});

const SPAN = { start: 0, end: 0 };

/** Trees of every kind, as the parser makes them. */
function anyFormula(): fc.Arbitrary<Node> {
  return fc.letrec<{ node: Node }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      fc.constantFrom("X", "VC_US_Q", "A", "Q").map((code): Node => ({ kind: "code", code, span: SPAN })),
      fc.nat({ max: 3000 }).map((n): Node => ({ kind: "number", value: n / 4, span: SPAN })),
      tie("node").map((operand): Node => ({ kind: "negate", operand, span: SPAN })),
      fc
        .record({ operand: tie("node"), period: fc.constantFrom("2024", "2024-Q2", "1995-08") })
        .map((drawn): Node => ({ kind: "select", ...drawn, span: SPAN })),
      fc
        .record({ operator: fc.constantFrom("+", "-", "*", "/", "^"), left: tie("node"), right: tie("node") })
        .map((drawn): Node => ({ kind: "binary", ...drawn, span: SPAN })),
      fc.record({ entry: fc.constantFrom(...FUNCTIONS), operand: tie("node") }).map(
        ({ entry, operand }): Node => ({
          kind: "call",
          name: entry.name,
          operand,
          options: Object.assign(
            {},
            ...entry.parameters.map(({ kind }) => ({
              [kind]: { steps: 4, base: "2024-Q2", frequency: "A", method: "avg" }[kind],
            })),
          ),
          span: SPAN,
        }),
      ),
    ),
  })).node;
}

function withoutSpans(node: Node): unknown {
  return JSON.parse(JSON.stringify(node, (key, value) => (key === "span" ? undefined : value)));
}
