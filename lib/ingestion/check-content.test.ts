import { describe, expect, test } from "vitest";
import { planPackage } from "./ingest.ts";
import { type Problem, problemWords } from "./problem.ts";
import type { PackageFiles } from "./read-package.ts";
import {
  aPackage,
  aPackageWith,
  aPackageWithFigure,
  aPackageWithLine,
  EMPTY_SNAPSHOT,
  EMPTY_STORE,
  TODAY,
} from "./testing.ts";

async function problemsOf(files: PackageFiles): Promise<readonly Problem[]> {
  const planned = await planPackage(EMPTY_STORE, files, TODAY);
  return planned.ok ? [] : planned.error.problems;
}

const venture = "observations/venture.csv";
const sheetFaults: [
  path: string,
  row: number,
  column: string,
  value: string,
  rule: string,
  remedy: string,
][] = [
  [venture, 2, "value", "35,5", "decimal", "write 35.5"],
  [venture, 2, "value", "7.9e1", "decimal", "write it without an exponent"],
  [venture, 2, "value", "7900", "plausible", "check the scale: VC_ALL_WORLD_CB_Q lies in 0 to 1000"],
  [venture, 2, "series", "VC_NOBODY", "reference", "add the series to series.csv"],
  [venture, 2, "series", "vc_all", "form", "write capitals, digits and _, at most 25, such as VC_US_PB_A"],
  [venture, 2, "source", "cb_1066", "reference", "add the source to sources.csv"],
  [venture, 2, "period", "2024-05", "period", "write YYYY-Q1 to Q4, as the series is quarterly"],
  [venture, 2, "period", "2024-Q5", "period", "write YYYY-Q1 to Q4, as the series is quarterly"],
  [
    venture,
    6,
    "period",
    "2024-W40",
    "period",
    "write YYYY-MM-DD, YYYY-MM, YYYY-Q1 to Q4, YYYY-H1 or H2, YYYY, as the series is irregular",
  ],
  [venture, 2, "vintage", "2024-02-30", "day", "write a day as YYYY-MM-DD"],
  [venture, 2, "vintage", "2026-11-24", "future", "write a day up to 2026-11-23"],
  [
    venture,
    2,
    "vintage",
    "2024-03-31",
    "early",
    "write 2024-04-01 or later, or give the value the status estimate",
  ],
  [venture, 2, "status", "final", "choice", "write one of reported, estimate, provisional, claimed"],
  [venture, 2, "note", " early", "trimmed", "take the spaces out"],
  ["observations/markets.csv", 3, "period", "2000-13", "period", "write YYYY-MM, as the series is monthly"],
  ["sources.csv", 2, "publisher", "", "filled", "fill it in"],
  ["sources.csv", 2, "url", "example.org/q2", "address", "write the full address, beginning with https://"],
  ["sources.csv", 2, "published", "July 2024", "period", "write YYYY-MM-DD or YYYY-MM or YYYY"],
  ["sources.csv", 2, "redistributable", "no", "boolean", "write true or false"],
  ["series.csv", 2, "measure", "level", "choice", "write one of flow, stock, ratio, count, index, price"],
  ["series.csv", 2, "scale", "1e9", "choice", "write one of 1, 1000, 1000000, 1000000000, 1000000000000"],
  [
    "series.csv",
    2,
    "scale",
    "",
    "complete",
    "say what one unit of the values is worth: 1, 1000, 1000000, 1000000000, 1000000000000",
  ],
  ["series.csv", 3, "scale", "1000", "complete", "write 1 for anything but money"],
  ["series.csv", 2, "currency", "", "complete", "name the currency, such as USD"],
  ["series.csv", 2, "currency", "dollars", "form", "write the three letters of ISO 4217, such as USD"],
  ["series.csv", 3, "currency", "USD", "complete", "leave it empty for anything but money"],
  ["series.csv", 2, "prices", "none", "complete", "write nominal or constant for money"],
  ["series.csv", 2, "price_base", "2017", "complete", "leave it empty for other prices"],
  ["series.csv", 3, "unit_of", "", "complete", "say the base of the index"],
  ["series.csv", 2, "year_ends", "13", "choice", "write one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12"],
  ["series.csv", 3, "year_ends", "6", "complete", "leave it empty for this frequency"],
  ["series.csv", 2, "source", "cb_1066", "reference", "add the source to sources.csv"],
  ["series.csv", 2, "stale_after_days", "0", "integer", "write a whole number above zero"],
  ["series.csv", 3, "plausible_max", "10", "order", "make it at least 50"],
  ["eras.csv", 2, "hue", "blue", "choice", "write one of ai, dotcom, other-1, other-2"],
  [
    "eras.csv",
    2,
    "peak_event",
    "",
    "complete",
    "give peak, peak_event, peak_source together, or none of them",
  ],
  ["eras.csv", 2, "trough", "1999-01", "order", "write 2000-03 or later"],
  ["eras.csv", 3, "onset_source", "cb_1066", "reference", "add the source to sources.csv"],
  ["events.csv", 2, "era", "TULIPS", "reference", "add the era to eras.csv"],
  ["events.csv", 2, "end_date", "2021", "order", "write 2022-11-30 or later"],
  [
    "events.csv",
    2,
    "label",
    "ChatGPT opens to everybody in the world.",
    "length",
    "shorten it to 39 characters",
  ],
  ["events.csv", 2, "source", "cb_1066", "reference", "add the source to sources.csv"],
  [
    "rounds.csv",
    2,
    "instrument",
    "shares",
    "choice",
    "write one of equity, debt, secondary, mixed, convertible, acquisition, offering",
  ],
  [
    "rounds.csv",
    2,
    "amount",
    "0",
    "positive",
    "write an amount above zero, or leave the cell empty when it is not known",
  ],
  ["rounds.csv", 2, "source", "cb_1066", "reference", "add the source to sources.csv"],
  ["seed-facts.csv", 2, "claim", "four", "integer", "write a whole number above zero"],
  ["seed-facts.csv", 2, "verdict", "TRUE", "choice", "write one of OK, DIFF, MIXED, UNVERIFIED, OPINION"],
  [
    "seed-facts.csv",
    2,
    "target",
    "OPENAI_VAL@2023",
    "reference",
    "write CODE@period of a stored observation",
  ],
  ["seed-facts.csv", 3, "target", "openai-2034", "reference", "write the code of a round in rounds.csv"],
];

describe("a bad cell is the only problem reported", () => {
  test.each(sheetFaults)("%s row %i, %s %j: %s", async (path, row, column, value, rule, remedy) => {
    const files = aPackageWith(path, { row, column, value });
    expect(await problemsOf(files)).toEqual([{ resource: path, row, column, value, rule, remedy }]);
  });

  test("the code of an event is lower-case words joined by hyphens", async () => {
    const line = ["Deep Seek", "", "2025-01-20", "", "R1", "product", "reported", "nasdaq", ""];
    expect(await problemsOf(aPackageWithLine("events.csv", ...line))).toMatchObject([
      { row: 3, column: "code", value: "Deep Seek", rule: "form" },
    ]);
  });

  test("money in constant prices names its base", async () => {
    const files = aPackageWith("series.csv", { row: 2, column: "prices", value: "constant" });
    expect(await problemsOf(files)).toMatchObject([{ row: 2, column: "price_base", rule: "complete" }]);
  });

  test("an observation twice, also across files, names the row to choose from", async () => {
    const files = aPackageWithLine(
      "observations/markets.csv",
      ...["VC_ALL_WORLD_CB_Q", "2024-Q2", "80", "2024-07-31", "reported", "", ""],
    );
    expect(await problemsOf(files)).toEqual([
      {
        resource: "observations/markets.csv",
        row: 4,
        column: "series, period, vintage",
        value: "VC_ALL_WORLD_CB_Q 2024-Q2 2024-07-31",
        rule: "unique",
        remedy: "keep this row or row 2 of observations/venture.csv",
      },
    ]);
  });

  test("a source twice names the row to choose from", async () => {
    const files = aPackageWith("sources.csv", { row: 4, column: "key", value: "cb_2024q2" });
    const [twice] = (await problemsOf(files)).filter(({ rule }) => rule === "unique");
    expect(twice).toMatchObject({ row: 4, column: "key", remedy: "keep this row or row 2" });
  });
});

describe("all bad cells are reported", () => {
  test("two in one row and one further down", async () => {
    const files = aPackageWith(
      venture,
      { row: 2, column: "value", value: "35,5" },
      { row: 2, column: "vintage", value: "31.07.2024" },
      { row: 5, column: "status", value: "sure" },
    );
    const problems = await problemsOf(files);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [2, "value"],
      [2, "vintage"],
      [5, "status"],
    ]);
  });

  test("cells, references and figures together, in the order of the files", async () => {
    const files = new Map([
      ...aPackageWith(venture, { row: 2, column: "value", value: "x" }),
      [
        "eras.csv",
        aPackageWith("eras.csv", { row: 3, column: "onset_source", value: "who" }).get("eras.csv") ?? "",
      ],
      ["figures.json", aPackageWithFigure({ events: ["moon"] }).get("figures.json") ?? ""],
    ] as const);
    expect((await problemsOf(files)).map(({ resource }) => resource)).toEqual([
      venture,
      "eras.csv",
      "figures.json",
    ]);
  });
});

describe("what is allowed", () => {
  test.each([
    {
      why: "an estimate may precede its period, as guidance does",
      cells: [
        ["vintage", "2024-01-15"],
        ["status", "estimate"],
      ],
    },
    { why: "a value may be missing", cells: [["value", ""]] },
    { why: "the ends of the plausible range belong to it", cells: [["value", "1000"]] },
    { why: "a vintage may be today", cells: [["vintage", TODAY]] },
    { why: "a vintage may be the day its period begins", cells: [["vintage", "2024-04-01"]] },
  ])("$why", async ({ cells }) => {
    const changes = cells.map(([column = "", value = ""]) => ({ row: 2, column, value }));
    expect(await problemsOf(aPackageWith(venture, ...changes))).toEqual([]);
  });

  test.each(["2024-05-01", "2024-10", "2024-Q4", "2024-H2", "2024"])(
    "an irregular series may have the period %s",
    async (period) => {
      const files = aPackageWith(venture, { row: 6, column: "period", value: period });
      expect(await problemsOf(files)).toEqual([]);
    },
  );
});

describe("figures", () => {
  const line = { id: "all", label: "All", era: "AI" };
  const faults: [string, Record<string, unknown>, Partial<Problem>][] = [
    [
      "a formula",
      { lines: [{ ...line, formula: "yoy(" }] },
      { column: "lines.0.formula", value: "yoy(", rule: "formula" },
    ],
    [
      "a series it reads",
      { lines: [{ ...line, formula: "NASDAQ_M / DOW_M" }] },
      { column: "lines.0.formula", value: "DOW_M", rule: "reference" },
    ],
    [
      "the deflator behind real()",
      { lines: [{ ...line, formula: "real(VC_ALL_WORLD_CB_Q, 2024)" }] },
      { value: "CPI_US_M", rule: "reference" },
    ],
    [
      "a benchmark",
      { benchmarks: [{ id: "b", label: "B", formula: "DOW_M@2000-03" }] },
      { column: "benchmarks.0.formula", value: "DOW_M" },
    ],
    [
      "an era of a line",
      { lines: [{ ...line, formula: "NASDAQ_M", era: "TULIPS" }] },
      { column: "lines.0.era", value: "TULIPS" },
    ],
    ["an event", { events: ["chatgpt", "moon"] }, { column: "events.1", value: "moon", rule: "reference" }],
    ["a band", { bands: ["TULIPS"] }, { column: "bands.0", value: "TULIPS", rule: "reference" }],
    ["its shape", { scale: "cubic" }, { column: "scale", value: '"cubic"', rule: "figure" }],
  ];
  test.each(faults)("%s is checked", async (_name, change, problem) => {
    const problems = await problemsOf(aPackageWithFigure(change));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ resource: "figures.json", row: 1, ...problem });
  });
});

describe("a package that cannot be taken apart", () => {
  const faults: [string, Record<string, string | null>, Partial<Problem>][] = [
    ["without a descriptor", { "datapackage.json": null }, { resource: "datapackage.json", rule: "absent" }],
    [
      "with a broken descriptor",
      { "datapackage.json": "{" },
      { resource: "datapackage.json", rule: "readable" },
    ],
    [
      "with an empty descriptor",
      { "datapackage.json": "{}" },
      { resource: "datapackage.json", column: "resources", rule: "readable" },
    ],
    ["without a listed file", { "eras.csv": null }, { resource: "eras.csv", rule: "absent" }],
    [
      "with a file that is not listed",
      { "observations/extra.csv": "series\n" },
      { resource: "observations/extra.csv", rule: "listed" },
    ],
    ["with an open quote", { "events.csv": 'code,"era\n' }, { resource: "events.csv", rule: "readable" }],
    [
      "with a row too short",
      { "seed-facts.csv": "claim,text,verdict,target_kind,target,shown_as\n1,a\n" },
      { row: 2, value: "2 cells", rule: "width" },
    ],
    ["with broken figures", { "figures.json": "[" }, { resource: "figures.json", rule: "readable" }],
    [
      "with an unknown column",
      { "seed-facts.csv": "claim,text,verdict,target_kind,target,shown_as,mood\n" },
      { row: 1, column: "mood", rule: "column" },
    ],
    [
      "without a column",
      { "seed-facts.csv": "claim,text,verdict,target_kind,target\n" },
      { row: 1, column: "shown_as", rule: "absent" },
    ],
    [
      "with columns in another order than described",
      { "seed-facts.csv": "text,claim,verdict,target_kind,target,shown_as\n" },
      { row: 1, rule: "described" },
    ],
  ];
  test.each(faults)("is refused %s", async (_name, files, problem) => {
    expect(await problemsOf(aPackage(files))).toMatchObject([problem]);
  });

  test("of no known table is refused by its path", async () => {
    const files = aPackage({ "datapackage.json": '{"resources":[{"path":"prices.csv"}]}' });
    const refused = (await problemsOf(files)).find(({ rule }) => rule === "table");
    expect(refused).toMatchObject({ resource: "datapackage.json", value: "prices.csv" });
  });
});

test("a row counts as a spreadsheet counts it, past blank lines and a byte-order mark", async () => {
  const text =
    "\uFEFFseries,period,value,vintage,status,source,note\r\n\r\nNASDAQ_M,2000-02,oops,2000-02-29,reported,,\r\n";
  expect(await problemsOf(aPackage({ "observations/markets.csv": text }))).toMatchObject([
    { row: 3, value: "oops" },
  ]);
});

test("a retired series takes neither a new description nor values, as its code is never used again", async () => {
  const store = { snapshot: async () => ({ ...EMPTY_SNAPSHOT, retired: new Set(["NASDAQ_M"]) }) };
  const planned = await planPackage(store, aPackage(), TODAY);
  if (planned.ok) expect.fail("NASDAQ_M is retired");
  const said = planned.error.problems.map((problem) => `${problem.resource} ${problemWords(problem)}`);
  const words = "`NASDAQ_M` is the code of a retired series, which is never used again";
  expect(said).toEqual([
    `series.csv row 3, column code: ${words}; give it a new code`,
    `observations/markets.csv row 2, column series: ${words}; write the code of a series in use`,
    `observations/markets.csv row 3, column series: ${words}; write the code of a series in use`,
  ]);
});
