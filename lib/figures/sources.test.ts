import { describe, expect, test } from "vitest";
import type { Report } from "../series/record.ts";
import { buildFigure } from "./build-figure.ts";
import { A_REPORT, aRecord, aSpec, CONTEXT, MONTHLY_INDEX, someData } from "./testing.ts";

const report = (key: string, vintage: string): Report => ({
  vintage,
  source: { ...A_REPORT.source, key, title: `Report ${key}` },
});

/** US venture investment as three reports gave it: 1999 was restated by the last (see the starter catalogue). */
const VENTURE = aRecord(
  "VC_US_A",
  { "1998": 19.3e9, "1999": 59.4e9, "2000": 106e9, "2001": null },
  {
    reports: {
      "1998": report("february", "2000-02-07"),
      "1999": report("january", "2001-01-29"),
      "2000": report("later", "2011-10-12"),
      "2001": report("withdrawing", "2012-01-01"),
    },
    earlierReports: [
      { status: "reported", period: "1999", value: 48.3e9, ...report("february", "2000-02-09") },
    ],
  },
);
const OTHER = aRecord("VC_EU_A", { "1999": 12e9 }, { reports: { "1999": report("january", "2001-01-30") } });

const line = (formula: string, more = {}) => ({ id: "a", formula, label: "A", ...more });
const time = (more: Readonly<Record<string, unknown>>) => aSpec("time", more);
const sourcesOf = (spec: Parameters<typeof buildFigure>[0], records = [VENTURE, OTHER]) =>
  buildFigure(spec, someData(records), CONTEXT).sources.map(
    ({ key, vintage, series }) => `${key} ${vintage} ${series.map(({ code }) => code).join(" ")}`,
  );

describe("a figure names the sources of the values it draws", () => {
  test("each once, in the order of their first value, and not that of a withdrawn one", () => {
    expect(sourcesOf(time({ lines: [line("VC_US_A")] }))).toEqual([
      "february 2000-02-07 VC_US_A",
      "january 2001-01-29 VC_US_A",
      "later 2011-10-12 VC_US_A",
    ]);
  });

  test("that draws 1999 alone cites who said 1999", () => {
    const range = { from: "1999", to: "1999" };
    expect(sourcesOf(time({ lines: [line("VC_US_A")], range }))).toEqual(["january 2001-01-29 VC_US_A"]);
    expect(sourcesOf(aSpec("comparison", { items: [line("VC_US_A@1999")] }))).toEqual([
      "january 2001-01-29 VC_US_A",
    ]);
  });

  test("with its first reports it cites who said those too, with the newest vintage drawn of each", () => {
    const range = { from: "1998", to: "1999" };
    expect(sourcesOf(time({ lines: [line("VC_US_A", { firstReports: true })], range }))).toEqual([
      "february 2000-02-09 VC_US_A",
      "january 2001-01-29 VC_US_A",
    ]);
    expect(sourcesOf(aSpec("comparison", { items: [line("first(VC_US_A)@1999")] }))).toEqual([
      "february 2000-02-09 VC_US_A",
    ]);
  });

  test("of a source that gave values of two series, with both and with the newest vintage", () => {
    const lines = [line("VC_EU_A"), { ...line("VC_US_A"), id: "b" }];
    expect(sourcesOf(time({ lines, range: { from: "1999", to: "1999" } }))).toEqual([
      "january 2001-01-30 VC_EU_A VC_US_A",
    ]);
  });

  test("of the period that growth is counted from", () => {
    expect(sourcesOf(time({ lines: [line("yoy(VC_US_A)")], range: { from: "2000", to: "2000" } }))).toEqual([
      "later 2011-10-12 VC_US_A",
      "january 2001-01-29 VC_US_A",
    ]);
  });

  test.each([
    { formula: "VC_EU_A@1999", cited: ["later 2011-10-12 VC_US_A", "january 2001-01-30 VC_EU_A"] },
    { formula: "pch(VC_US_A)@1999", cited: ["later 2011-10-12 VC_US_A"] },
  ])("of the benchmark $formula where it shares the axis, else not", ({ formula, cited }) => {
    const benchmarks = [{ id: "level", formula, label: "Level" }];
    const range = { from: "2000", to: "2000" };
    expect(sourcesOf(time({ lines: [line("VC_US_A")], range, benchmarks }))).toEqual(cited);
  });

  test("of prices and of the base year, which a formula does not name, but not of other years", () => {
    const months = (year: number) =>
      Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`);
    const all = [1998, 1999, 2000].flatMap(months);
    const cpi = aRecord("CPI_US_M", Object.fromEntries(all.map((month) => [month, 100])), {
      type: MONTHLY_INDEX,
      reports: Object.fromEntries(
        all.map((month) => [month, report(`prices of ${month.slice(0, 4)}`, "2001-02-01")]),
      ),
    });
    const spec = time({ lines: [line("real(VC_US_A, 2000)")], range: { from: "1998", to: "1998" } });
    expect(sourcesOf(spec, [VENTURE, cpi])).toEqual([
      "february 2000-02-07 VC_US_A",
      "prices of 1998 2001-02-01 CPI_US_M",
      "prices of 2000 2001-02-01 CPI_US_M",
    ]);
  });

  test("on a clock it cites the onset that a line is rebased on, also where the onset is not drawn", () => {
    const months = { "1995-08": 100, "1995-09": 110, "1995-10": 120 };
    const shares = aRecord("SHARES_M", months, {
      type: MONTHLY_INDEX,
      reports: { "1995-08": report("onset", "1995-09-01") },
    });
    const spec = aSpec("clock", {
      lines: [line("SHARES_M", { era: "DOTCOM" })],
      range: { from: 1, to: 12 },
      rebase: true,
    });
    expect(sourcesOf(spec, [shares])).toEqual(["survey 2026-10-08 SHARES_M", "onset 1995-09-01 SHARES_M"]);
  });

  test("with what may be done with them: a series withheld keeps its values, whoever said them", () => {
    const open = aRecord("OPEN_A", { "1999": 1 }, { withheldBy: null });
    const build = (records: Parameters<typeof someData>[0], formula: string) =>
      buildFigure(time({ lines: [line(formula)] }), someData(records), CONTEXT).sources;
    const keepers = (notes: ReturnType<typeof build>) =>
      notes.flatMap(({ series }) => series.map(({ withheldBy }) => withheldBy?.publisher ?? null));
    expect(keepers(build([open], "OPEN_A"))).toEqual([null]);
    expect(new Set(keepers(build([VENTURE], "VC_US_A")))).toEqual(new Set(["Survey House"]));
  });
});
