import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dialect } from "./dialect.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { createTokenizer, isBlank } from "./tokenizer.ts";

const CSV: Dialect = { delimiter: ",", quote: '"', lineEnd: "any" };

function cut(pieces: readonly string[], dialect: Partial<Dialect> = {}, limits = {}) {
  const tokenizer = createTokenizer({ ...CSV, ...dialect }, { ...DEFAULT_LIMITS, ...limits });
  for (const piece of pieces) {
    const refusal = tokenizer.push(piece);
    if (refusal) return { refusal };
  }
  const refusal = tokenizer.end();
  return refusal ? { refusal } : tokenizer.taken;
}

function cells(pieces: readonly string[], dialect: Partial<Dialect> = {}) {
  const outcome = cut(pieces, dialect);
  if ("refusal" in outcome) throw new Error(`refused: ${outcome.refusal.kind}`);
  return outcome.rows.map((row) => row.cells);
}

describe("what a row and a cell are", () => {
  test.each<[string, string, Partial<Dialect>, string[][]]>([
    [
      "plain rows",
      "a,b\n1,2\n",
      {},
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "no line end at the end",
      "a,b\n1,2",
      {},
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "carriage return and line feed",
      "a,b\r\n1,2\r\n",
      {},
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "carriage return and line feed, by line feeds",
      "a,b\r\n1,2\r\n",
      { lineEnd: "lf" },
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "carriage returns only",
      "a,b\r1,2\r",
      { lineEnd: "cr" },
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    ["a carriage return as text, by line feeds", "a\rb,c\n", { lineEnd: "lf" }, [["a\rb", "c"]]],
    [
      "an empty last cell",
      "a,\n,b\n",
      {},
      [
        ["a", ""],
        ["", "b"],
      ],
    ],
    ["a quoted delimiter", '"a,b",c\n', {}, [["a,b", "c"]]],
    ["a quoted line end", '"a\nb","c\r\nd"\n', {}, [["a\nb", "c\r\nd"]]],
    ["a doubled mark", '"say ""hi""",x\n', {}, [['say "hi"', "x"]]],
    ["a quoted cell before CR LF, by line feeds", '"a"\r\n"b"\r\n', { lineEnd: "lf" }, [["a"], ["b"]]],
    ["an empty quoted cell", '"",x\n', {}, [["", "x"]]],
    ["another mark", "'a,b','it''s'\n", { quote: "'" }, [["a,b", "it's"]]],
    ["no mark at all", '"a,b"\n', { quote: "none" }, [['"a', 'b"']]],
    ["another delimiter", "a;b,c\n", { delimiter: ";" }, [["a", "b,c"]]],
    ["rows of unequal length", "a\nb,c,d\n", {}, [["a"], ["b", "c", "d"]]],
    ["a mark inside an unquoted cell", '5" pipe,x\n', {}, [['5" pipe', "x"]]],
    ["text after a closing mark", '"a"b,c\n', {}, [["ab", "c"]]],
  ])("%s", (_, text, dialect, rows) => {
    expect(cells([text], dialect)).toEqual(rows);
  });

  test("blank rows count and are not given; rows of bare delimiters are blank", () => {
    const outcome = cut(["a,b\n\n  \n,\n1,2\n\n\n"]);
    expect("rows" in outcome && outcome.rows.map(({ row }) => row)).toEqual([1, 5]);
  });

  test("a row of several lines counts as one", () => {
    const outcome = cut(['"a\nb\nc",d\n1,2\n']);
    expect("rows" in outcome && outcome.rows.map(({ row }) => row)).toEqual([1, 2]);
  });

  test("a mark that is kept as text is warned of, with its row", () => {
    const outcome = cut(['a\n5" pipe\n"b"c\n']);
    expect("problems" in outcome && outcome.problems).toMatchObject([
      { rule: "stray-quote", severity: "warning", row: 2, value: '5" pipe' },
      { rule: "stray-quote", severity: "warning", row: 3, value: "b" },
    ]);
  });
});

describe("where it stops", () => {
  test.each([
    ["a row too many", "a\nb\nc\n", { rows: 2 }, { kind: "too-many-rows", most: 2 }],
    ["a column too many", "a,b\nc,d,e\n", { columns: 2 }, { kind: "too-many-columns", most: 2, row: 2 }],
    [
      "a column too many, quoted",
      'a,b\n"c",d,e\n',
      { columns: 2 },
      { kind: "too-many-columns", most: 2, row: 2 },
    ],
    ["a cell too long", "ok\nabcdef\n", { cellLength: 5 }, { kind: "cell-too-long", most: 5, row: 2 }],
    ["a quoted cell too long", '"abcdef"\n', { cellLength: 5 }, { kind: "cell-too-long", most: 5, row: 1 }],
    ["a mark never closed", 'a\n"b\nc\n', {}, { kind: "unclosed-quote", row: 2 }],
    ["a lone mark", 'a\n"', {}, { kind: "unclosed-quote", row: 2 }],
  ])("%s", (_, text, limits, refusal) => {
    expect(cut([text], {}, limits)).toEqual({ refusal });
    expect(cut([...text], {}, limits)).toEqual({ refusal });
  });
});

const dialect = fc.record<Dialect>({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  quote: fc.constantFrom('"', "'", "none"),
  lineEnd: fc.constantFrom("lf", "cr", "any"),
});
const awkward = fc
  .array(fc.constantFrom(..."ab,;\t|\"'\r\n é😀", '""', "\r\n", '",', '\n"'), { maxLength: 40 })
  .map((parts) => parts.join(""));

describe("laws", () => {
  test("where the pieces of a text end does not matter", () => {
    fc.assert(
      fc.property(awkward, dialect, fc.array(fc.nat(40), { maxLength: 5 }), (text, how, ends) => {
        const at = [0, ...ends.toSorted((a, b) => a - b), text.length];
        const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
        const whole = cut([text], how);
        const inPieces = cut(pieces, how);
        if ("refusal" in whole) expect(inPieces).toEqual(whole);
        else expect("rows" in inPieces && inPieces.rows).toEqual(whole.rows);
      }),
    );
  });

  test("a well-formed text is cut as csv-parse cuts it", () => {
    const cell = fc
      .array(fc.constantFrom(...'ab1,;\t|"\r\n é😀'), { maxLength: 6 })
      .map((parts) => parts.join(""));
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom<Dialect["delimiter"][]>(",", ";", "\t", "|"),
        fc.constantFrom("\n", "\r\n"),
        (rows, delimiter, end) => {
          const quoted = (text: string) =>
            /[",;\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
          const text = rows.map((row) => row.map(quoted).join(delimiter) + end).join("");
          const expected: string[][] = parse(text, {
            delimiter,
            record_delimiter: end,
            relax_column_count: true,
          });
          const given = expected.filter((row) => !isBlank(row));
          expect(cells([text], { delimiter, lineEnd: "lf" })).toEqual(given);
          expect(cells([text], { delimiter, lineEnd: "any" })).toEqual(given);
        },
      ),
    );
  });
});
