import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../periods/period.ts";
import { CELL_KINDS, type Row } from "../read/row.ts";
import { FILE_RULES } from "../rules.ts";
import { DATE_ORDERS, type Mapping, NumberStyle, UploadSettings } from "../settings.ts";
import type { UploadProblem } from "../staged.ts";
import { aContext, anUploadSeries, SERIES, TODAY, theSettings } from "../testing-context.ts";
import { columnNames, type Header } from "./columns.ts";
import { createMapper } from "./mapper.ts";

const POINT = { style: { decimal: "point", group: "comma" } } as const;

type Cells = readonly string[];
type Change = Record<string, unknown>;

/** Maps a table, header first, by a mapping and other settings. */
function map(table: readonly Cells[], mapping: Change, rest: Change = {}, context = aContext()) {
  const header: Header = { row: 1, rows: 1, names: columnNames([table[0] ?? []], table[0]?.length ?? 0) };
  const settings = theSettings({ mapping: { values: POINT, ...mapping }, ...rest });
  const mapper = createMapper(header, settings, context);
  const rows: Row[] = table.map((cells, index) => ({ row: index + 1, cells, kinds: null }));
  const mapped = mapper.map(rows);
  return { observations: mapped.observations, problems: [...mapper.problems, ...mapped.problems] };
}

const LONG = { layout: "long", series: "series", period: "period", value: "value" };
const ONE = { layout: "one-series", code: "VC_US_A", period: "period", value: "value" };

const place = ({ rule, severity, row, column, value }: UploadProblem) => ({
  rule,
  severity,
  row,
  column,
  value,
});

describe("each layout gives the same observations", () => {
  const expected = [
    { series: "VC_US_A", period: "2023", value: "170.6" },
    { series: "VC_AI_A", period: "2023", value: "42" },
    { series: "VC_US_A", period: "2024", value: "209" },
  ];
  const tables: [string, Cells[], Change][] = [
    [
      "long",
      [
        ["series", "period", "value"],
        ["VC_US_A", "2023", "170.6"],
        ["VC_AI_A", "2023", "42"],
        ["VC_US_A", "2024", "209"],
      ],
      LONG,
    ],
    [
      "series across",
      [
        ["year", "VC_US_A", "AI"],
        ["2023", "170.6", "42"],
        ["2024", "209", ""],
      ],
      { layout: "series-across", period: "year", series: { VC_US_A: "VC_US_A", AI: "VC_AI_A" } },
    ],
    [
      "periods across",
      [
        ["what", "2023", "2024"],
        ["VC_US_A", "170.6", "209"],
        ["AI venture", "42", ""],
      ],
      {
        layout: "periods-across",
        series: "what",
        periods: ["2023", "2024"],
        seriesNames: { "AI venture": "VC_AI_A" },
      },
    ],
  ];
  test.each(tables)("%s", (_, table, mapping) => {
    const { observations, problems } = map(table, mapping);
    const found = observations.map(({ series, period, value }) => ({ series, period, value }));
    const byKey = (a: (typeof found)[0], b: (typeof found)[0]) =>
      a.period + a.series < b.period + b.series ? 1 : -1;
    expect(found.toSorted(byKey)).toEqual(expected.toSorted(byKey));
    expect(problems).toEqual([]);
  });

  test("one series", () => {
    const { observations } = map(
      [
        ["period", "value"],
        ["2023", "170.6"],
      ],
      ONE,
    );
    expect(observations).toEqual([
      {
        row: 2,
        column: "value",
        series: "VC_US_A",
        period: "2023",
        value: "170.6",
        cell: null,
        vintage: "2026-11-01",
        status: "reported",
        source: null,
        note: null,
      },
    ]);
  });
});

test("a value keeps the text of its cell where it was read as something else, cut short as in problems", () => {
  const spaces = " ".repeat(300);
  const { observations } = map(
    [
      ["period", "value"],
      ["2020", "355,000"],
      ["2021", "0.5"],
      ["2022", "n/a"],
      ["2023", ""],
      ["2024", `7${spaces}`],
      ["2025", "8"],
    ],
    { ...ONE, values: { ...POINT, scale: 1e6 } },
    { fixes: [{ row: 7, column: "value", text: "9 million" }] },
  );
  // The series is in billions and the column in millions: 355,000 million are 355 billion.
  expect(observations.map(({ value, cell }) => [value, cell])).toEqual([
    ["355", "355,000"],
    ["0.0005", "0.5"],
    [null, "n/a"],
    [null, null],
    ["0.007", `7${spaces.slice(0, 199)}…`],
    ["0.009", "9 million"],
  ]);
});

describe("what a row says of its values", () => {
  const header = ["period", "value", "as of", "status", "source", "note"];
  const mapping = { ...ONE, vintage: "as of", status: "status", source: "source", note: "note" };
  const row = (...cells: string[]) => map([header, ["2023", "1", ...cells]], mapping);

  test("vintage, status, source and note", () => {
    expect(row("2024-01-31", "est.", "crunchbase", "first report").observations).toMatchObject([
      { vintage: "2024-01-31", status: "estimate", source: "crunchbase", note: "first report" },
    ]);
  });

  test("what a row leaves empty is the default, and the source of the series need not be said", () => {
    expect(row("", "", "pitchbook", "").observations).toMatchObject([
      { vintage: "2026-11-01", status: "reported", source: null, note: null },
    ]);
  });

  test.each([
    ["a vintage that is none", ["soon", "", "", ""], { rule: "vintage", column: "as of", value: "soon" }],
    ["a vintage of a month", ["2024-01", "", "", ""], { rule: "vintage", column: "as of", value: "2024-01" }],
    ["a vintage that may be two days", ["03/04/25", "", "", ""], { rule: "date-order", column: "as of" }],
    ["a status that is none", ["", "sure", "", ""], { rule: "status", column: "status", value: "sure" }],
    [
      "an unknown source",
      ["", "", "crunchbse", ""],
      { rule: "source", column: "source", remedy: "write crunchbase if that is meant, or add the source" },
    ],
    ["a note too long", ["", "", "", "x".repeat(2001)], { rule: "text-length", column: "note" }],
    ["a note with control characters", ["", "", "", "a\u0000b"], { rule: "controls", column: "note" }],
    [
      "a vintage in the future",
      ["2026-11-26", "", "", ""],
      { rule: "vintage-future", column: "as of", remedy: "write a day up to 2026-11-25" },
    ],
    ["a vintage before the period", ["2022-12-31", "", "", ""], { rule: "vintage-early", column: "as of" }],
  ])("%s is an error and keeps the row out", (_, cells, problem) => {
    const { observations, problems } = row(...cells);
    expect(observations).toEqual([]);
    expect(problems).toMatchObject([{ severity: "error", row: 2, ...problem }]);
  });

  test("an estimate may be known before its period begins", () => {
    expect(row("2022-12-31", "estimate", "", "").observations).toHaveLength(1);
  });

  test("a note that begins as a formula does is kept as text, with a warning", () => {
    const { observations, problems } = row("", "", "", "=cmd|' /C calc'!A0");
    expect(observations).toMatchObject([{ note: "=cmd|' /C calc'!A0" }]);
    expect(problems).toMatchObject([{ severity: "warning", rule: "formula", column: "note" }]);
  });
});

describe("every bad cell is named with its row, column, value and rule", () => {
  test("all of a row, and none of them keeps another row out", () => {
    const { observations, problems } = map(
      [
        ["series", "period", "value"],
        ["VC_US_B", "2023", "1"],
        ["VC_US_A", "2023-Q5", "x"],
        ["VC_US_A", "2024", "abc"],
        ["", "2024", "5"],
        ["VC_US_A", "", "5"],
        ["VC_US_A", "2025", "5"],
      ],
      LONG,
    );
    expect(observations.map(({ row }) => row)).toEqual([7]);
    expect(problems.map(place)).toEqual([
      { rule: "series", severity: "error", row: 2, column: "series", value: "VC_US_B" },
      { rule: "period", severity: "error", row: 3, column: "period", value: "2023-Q5" },
      { rule: "number", severity: "error", row: 4, column: "value", value: "abc" },
      { rule: "filled", severity: "error", row: 5, column: "series", value: "" },
      { rule: "filled", severity: "error", row: 6, column: "period", value: "" },
    ]);
  });

  test("an unknown series comes with the nearest code", () => {
    const { problems } = map(
      [
        ["series", "period", "value"],
        ["VC US B", "2023", "1"],
        ["us venture FUNDING", "2023", "1"],
      ],
      LONG,
    );
    expect(problems.map(({ remedy }) => remedy)).toEqual([
      "write VC_US_A if that is meant, or choose the series",
      "write VC_US_A if that is meant, or choose the series",
    ]);
  });

  test("a bad cell in a wide row keeps out that value alone", () => {
    const { observations, problems } = map(
      [
        ["year", "VC_US_A", "VC_AI_A"],
        ["2023", "x1", "42"],
      ],
      { layout: "series-across", period: "year", series: { VC_US_A: "VC_US_A", VC_AI_A: "VC_AI_A" } },
    );
    expect(observations).toMatchObject([{ series: "VC_AI_A", value: "42", column: "VC_AI_A" }]);
    expect(problems).toMatchObject([{ rule: "number", row: 2, column: "VC_US_A", value: "x1" }]);
  });

  test("a header that is no period is named once, in its row", () => {
    const { observations, problems } = map(
      [
        ["series", "2023", "2024-Q5"],
        ["VC_US_A", "1", "2"],
        ["VC_AI_A", "3", "4"],
      ],
      { layout: "periods-across", series: "series", periods: ["2023", "2024-Q5"] },
    );
    expect(observations.map(({ value }) => value)).toEqual(["1", "3"]);
    expect(problems).toMatchObject([{ rule: "period", row: 1, column: "2024-Q5", value: "2024-Q5" }]);
  });

  test("a period off the frequency of its series", () => {
    const { problems } = map(
      [
        ["series", "period", "value"],
        ["VC_US_Q", "2023", "1"],
      ],
      LONG,
    );
    expect(problems).toMatchObject([
      {
        rule: "off-frequency",
        row: 2,
        remedy: "check the series: 2023 is a year, and the series is quarterly",
      },
    ]);
  });

  test("rows of another width are named, and cells beyond the header that are empty are passed over", () => {
    const { observations, problems } = map(
      [["period", "value"], ["2023"], ["2023", "1", "x"], ["2024", "2", "", ""], ["Source: survey"]],
      ONE,
    );
    expect(observations.map(({ row }) => row)).toEqual([4]);
    expect(problems.map(place)).toEqual([
      { rule: "width", severity: "error", row: 2, column: null, value: "1 cell" },
      { rule: "width", severity: "error", row: 3, column: null, value: "3 cells" },
      { rule: "width", severity: "error", row: 5, column: null, value: "1 cell" },
    ]);
  });

  test("a long value is quoted in part", () => {
    const { problems } = map(
      [
        ["period", "value"],
        ["2023", "x".repeat(500)],
      ],
      ONE,
    );
    expect(problems[0]?.value).toBe(`${"x".repeat(200)}…`);
  });

  test("characters that cannot be seen are left out, with a warning", () => {
    const { observations, problems } = map(
      [
        ["period", "value"],
        ["\u200f2023", "\ufeff12\u00a0"],
      ],
      ONE,
    );
    expect(observations).toMatchObject([{ period: "2023", value: "12" }]);
    expect(problems.map(place)).toEqual([
      { rule: "invisible", severity: "warning", row: 2, column: "period", value: "2023" },
      { rule: "invisible", severity: "warning", row: 2, column: "value", value: "12" },
    ]);
  });
});

describe("what looks wrong is warned of and kept", () => {
  test("no value, by a mark or by an empty cell of a table with one value a row", () => {
    const { observations, problems } = map(
      [
        ["period", "value"],
        ["2023", "n/a"],
        ["2024", ""],
      ],
      ONE,
    );
    expect(observations.map(({ value }) => value)).toEqual([null, null]);
    expect(problems.map(place)).toEqual([
      { rule: "missing-value", severity: "warning", row: 2, column: "value", value: "n/a" },
      { rule: "missing-value", severity: "warning", row: 3, column: "value", value: "" },
    ]);
  });

  test("an empty cell of a table with many says nothing", () => {
    const { observations, problems } = map(
      [
        ["year", "VC_US_A", "VC_AI_A"],
        ["2023", "", "–"],
      ],
      { layout: "series-across", period: "year", series: { VC_US_A: "VC_US_A", VC_AI_A: "VC_AI_A" } },
    );
    expect(observations).toMatchObject([{ series: "VC_AI_A", value: null }]);
    expect(problems).toMatchObject([{ rule: "missing-value", value: "–" }]);
  });

  test("a period that is a header is quoted and has no cell of the row to be mended in: a value stands there", () => {
    const across = { layout: "periods-across", series: "series", periods: ["2026"] };
    const { problems } = map(
      [
        ["series", "2026"],
        ["VC_US_A", "1"],
      ],
      across,
    );
    expect(problems).toMatchObject([{ rule: "period-future", row: 2, column: null, value: "2026" }]);
  });

  test("a period is quoted as its cell has it", () => {
    const { problems } = map(
      [
        ["period", "value"],
        ["Nov 2026", "1"],
      ],
      { ...ONE, code: "CPI_M" },
    );
    expect(problems).toMatchObject([{ rule: "period-future", column: "period", value: "Nov 2026" }]);
  });

  test("a period that is not over, unless the value is an estimate", () => {
    const { problems } = map(
      [
        ["period", "value"],
        ["2026", "1"],
      ],
      ONE,
    );
    expect(problems).toMatchObject([
      { rule: "period-future", severity: "warning", row: 2, column: "period", value: "2026" },
    ]);
    expect(
      map(
        [
          ["period", "value"],
          ["2026", "1"],
        ],
        ONE,
        { defaults: { vintage: TODAY, status: "estimate" } },
      ).problems,
    ).toEqual([]);
  });

  test.each([
    ["1000", null],
    ["1", null],
    ["1001", "check its scale: VC_AI_A lies in 1 to 1000, where it would be if 1,000 times smaller"],
    ["-5", "check it: VC_AI_A lies in 1 to 1000"],
    ["0", "check it: VC_AI_A lies in 1 to 1000"],
    ["42000", "check its scale: VC_AI_A lies in 1 to 1000, where it would be if 1,000 times smaller"],
    ["0.042", "check its scale: VC_AI_A lies in 1 to 1000, where it would be if 1,000 times larger"],
    ["42000000", "check its scale: VC_AI_A lies in 1 to 1000, where it would be if 1,000,000 times smaller"],
  ])("a value outside the plausible range: %s", (value, remedy) => {
    const { observations, problems } = map(
      [
        ["period", "value"],
        ["2023", value],
      ],
      { ...ONE, code: "VC_AI_A" },
    );
    expect(observations).toHaveLength(1);
    expect(problems.map((problem) => problem.remedy)).toEqual(remedy === null ? [] : [remedy]);
  });
});

describe("the editor's choices", () => {
  const table = [
    ["period", "value"],
    ["2023", "$35.5B"],
    ["2024", "oops"],
    ["Total", "1"],
  ];

  test("a fix is read as if the file had it", () => {
    const fixes = [{ row: 3, column: "value", text: "36,000 " }];
    const { observations, problems } = map(table, ONE, { fixes });
    expect(observations.map(({ value }) => value)).toEqual(["35.5", "36000"]);
    expect(problems.map(({ row }) => row)).toEqual([4]);
  });

  test("rows left out are not looked at", () => {
    const { observations, problems } = map(table, ONE, { leftOut: [3, 4] });
    expect(observations.map(({ row }) => row)).toEqual([2]);
    expect(problems).toEqual([]);
  });

  test("a fix of a header gives its column a period", () => {
    const { observations } = map(
      [
        ["series", "FY23"],
        ["VC_US_A", "1"],
      ],
      { layout: "periods-across", series: "series", periods: ["FY23"] },
      { fixes: [{ row: 1, column: "FY23", text: "2023" }] },
    );
    expect(observations).toMatchObject([{ period: "2023", column: "FY23" }]);
  });

  test("one column may be meant in another way than the rest", () => {
    const { observations } = map(
      [
        ["year", "VC_US_A", "VC_AI_A"],
        ["2023", "1.5", "1,5"],
      ],
      {
        layout: "series-across",
        period: "year",
        series: { VC_US_A: "VC_US_A", VC_AI_A: "VC_AI_A" },
        valuesOf: { VC_AI_A: { style: { decimal: "comma", group: "none" }, scale: 1e12 } },
      },
    );
    expect(observations.map(({ value }) => value)).toEqual(["1.5", "1500"]);
  });

  test.each([
    ["no mapping", { mapping: null }, { rule: "unmapped" }],
    [
      "a column that is not there",
      { mapping: { ...ONE, value: "amount" } },
      { rule: "column", value: "amount" },
    ],
    ["nothing that says the vintage", { mapping: ONE, defaults: {} }, { rule: "no-vintage" }],
    [
      "an unknown source for all",
      { mapping: ONE, defaults: { vintage: TODAY, source: "x" } },
      { rule: "source", value: "x" },
    ],
    ["an unknown series for all", { mapping: { ...ONE, code: "VC_X" } }, { rule: "series", value: "VC_X" }],
  ])("%s is a problem of the whole file, and nothing is staged", (_, settings, problem) => {
    const header: Header = { row: 1, rows: 1, names: ["period", "value"] };
    const mapper = createMapper(header, theSettings(settings), aContext());
    expect(mapper.problems).toMatchObject([{ severity: "error", row: null, ...problem }]);
    expect(mapper.map([{ row: 2, cells: ["2023", "1"], kinds: null }]).observations).toEqual([]);
  });
});

test("columns that are not read are named once", () => {
  const table = [
    ["period", "value", "growth", "", "rank"],
    ["2023", "1", "2", "", "3"],
  ];
  expect(map(table, ONE).problems).toMatchObject([
    { rule: "unread-columns", severity: "warning", row: null, value: "growth, rank" },
  ]);
});

describe("columns have names of their own", () => {
  test.each<[string, string[][], number, string[]]>([
    ["as they are", [["a", "b"]], 2, ["a", "b"]],
    ["twice the same", [["v", "v", "v"]], 3, ["v", "v (2)", "v (3)"]],
    ["without a text", [["a", "", " "]], 4, ["a", "Column B", "Column C", "Column D"]],
    ["over line ends", [["a\n b"]], 1, ["a b"]],
    [
      "of two rows",
      [
        ["", "Venture", "", "Debt"],
        ["Year", "Q1", "Q2", "Q1"],
      ],
      4,
      ["Year", "Venture · Q1", "Venture · Q2", "Debt · Q1"],
    ],
    ["without a header", [], 28, expect.arrayContaining(["Column A", "Column Z", "Column AA", "Column AB"])],
  ])("%s", (_, rows, width, names) => {
    expect(columnNames(rows, width)).toEqual(names);
  });
});

describe("laws", () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "VC_US_A",
      "CPI_M",
      "2023",
      "Q2 2024",
      "45473",
      "03/04/25",
      "1,234",
      "35.5",
      "$1B",
      "12%",
      "n/a",
      "",
      "#REF!",
      "__proto__",
    ),
    fc.string({ maxLength: 8, unit: "binary" }),
  );
  const width = 4;
  const names = ["a", "b", "c", "2024"];
  const column = fc.constantFrom(...names, "absent");
  const maybe = fc.option(column, { nil: null });
  const about = { vintage: maybe, status: maybe, source: maybe, note: maybe };
  const style = fc.constantFrom(
    null,
    { decimal: "point", group: "comma" },
    { decimal: "comma", group: "space" },
  );
  const shared = {
    ...about,
    values: fc.record({
      style,
      scale: fc.constantFrom(null, 1, 1e6),
      currency: fc.constantFrom(null, "USD"),
    }),
    dates: fc.record({
      order: fc.constantFrom(null, ...DATE_ORDERS),
      serials: fc.constantFrom(null, "1900", "1904"),
    }),
  };
  const code = fc.constantFrom(...SERIES.map((series) => series.code), "NONE");
  const mapping = fc.oneof(
    fc.record({ layout: fc.constant("long"), series: column, period: column, value: column, ...shared }),
    fc.record({ layout: fc.constant("one-series"), code, period: column, value: column, ...shared }),
    fc.record({
      layout: fc.constant("series-across"),
      period: column,
      series: fc.dictionary(column, code),
      ...shared,
    }),
    fc.record({
      layout: fc.constant("periods-across"),
      series: column,
      periods: fc.uniqueArray(column),
      ...shared,
    }),
  );
  const rows = fc.array(
    fc.record({
      cells: fc.array(cell, { minLength: 0, maxLength: width + 1 }),
      kinds: fc.option(
        fc.array(fc.constantFrom(...CELL_KINDS), { minLength: width + 1, maxLength: width + 1 }),
        { nil: null },
      ),
    }),
    { maxLength: 5 },
  );

  test("any rows by any mapping give sound observations and problems of the table, never a throw", () => {
    fc.assert(
      fc.property(rows, mapping, fc.boolean(), (found, how, hasVintage) => {
        const settings = UploadSettings.parse({
          mapping: how,
          defaults: { vintage: hasVintage ? "2026-11-01" : null },
        });
        const mapper = createMapper({ row: 1, rows: 1, names }, settings, aContext());
        const mapped = mapper.map(found.map((row, index) => ({ row: index + 2, ...row })));
        for (const { period, value, vintage, series } of mapped.observations) {
          expect(parsePeriod(period)).not.toBeNull();
          expect(value).toSatisfy((text: string | null) => text === null || /^-?\d+(\.\d+)?$/.test(text));
          expect(vintage <= TODAY).toBe(true);
          expect(SERIES.map((each) => each.code)).toContain(series);
        }
        for (const { rule } of [...mapper.problems, ...mapped.problems])
          expect(Object.keys(FILE_RULES)).toContain(rule);
      }),
      { numRuns: 1000 },
    );
  });

  test("where the batches end does not matter", () => {
    fc.assert(
      fc.property(rows, mapping, fc.nat(5), (found, how, cut) => {
        const settings = theSettings({ mapping: how });
        const all = found.map((row, index) => ({ row: index + 2, ...row }));
        const make = () => createMapper({ row: 1, rows: 1, names }, settings, aContext());
        const whole = make().map(all);
        const mapper = make();
        const [first, second] = [mapper.map(all.slice(0, cut)), mapper.map(all.slice(cut))];
        expect([...first.observations, ...second.observations]).toEqual(whole.observations);
        expect([...first.problems, ...second.problems]).toEqual(whole.problems);
      }),
    );
  });
});

test("settings are plain JSON", () => {
  const mapping: Mapping = { ...theSettings({ mapping: { ...ONE, values: POINT } }).mapping } as Mapping;
  expect(UploadSettings.parse(JSON.parse(JSON.stringify({ mapping }))).mapping).toEqual(mapping);
  expect(NumberStyle.safeParse({ decimal: "comma", group: "comma" }).success).toBe(false);
});

test("a series may be added with the upload", () => {
  const added = anUploadSeries({ code: "NEW_A" });
  const context = aContext({ series: new Map([[added.code, added]]) });
  expect(
    map(
      [
        ["period", "value"],
        ["2023", "1"],
      ],
      { ...ONE, code: "NEW_A" },
      {},
      context,
    ).observations,
  ).toHaveLength(1);
});
