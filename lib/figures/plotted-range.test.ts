import { describe, expect, test } from "vitest";
import { periodsBetween } from "../periods/alignment.ts";
import { dayNumber } from "../periods/period.ts";
import { buildFigure } from "./build-figure.ts";
import type { FigureModel } from "./model.ts";
import { A_REPORT, aRecord, aSpec, CONTEXT, MONTHLY_INDEX, QUARTERLY_WORLD, someData } from "./testing.ts";

const QUARTERLY_INDEX = { ...MONTHLY_INDEX, frequency: "Q" } as const;
const DAYS = { staleAfterDays: 120 };
const POINT_Q = aRecord(
  "POINT_Q",
  { "2026-Q1": 50, "2026-Q2": 56, "2026-Q3": 61 },
  { type: QUARTERLY_INDEX, ...DAYS },
);
const LOW_Q = aRecord(
  "LOW_Q",
  { "2025-Q4": 30, "2026-Q1": 40, "2026-Q2": 44, "2026-Q3": 48 },
  { type: QUARTERLY_INDEX, ...DAYS },
);
const HIGH_Q = aRecord(
  "HIGH_Q",
  { "2025-Q4": 45, "2026-Q1": 60, "2026-Q2": null, "2026-Q3": 70 },
  { type: QUARTERLY_INDEX, ...DAYS },
);
const MONTHLY = aRecord("LOW_M", { "2026-08": 40, "2026-09": 41 }, { type: MONTHLY_INDEX });
const DOLLARS = aRecord("DOLLARS_Q", { "2026-Q3": 1e9 }, { type: QUARTERLY_WORLD });
const LATE = aRecord("LATE_Q", { "2026-Q2": 1 }, { type: QUARTERLY_INDEX });
const RECORDS = [POINT_Q, LOW_Q, HIGH_Q, MONTHLY, DOLLARS, LATE];
const BAND = { low: "LOW_Q", high: "HIGH_Q", label: "5 to 95% of the draws" };
const line = (more = {}) => ({ id: "index", formula: "POINT_Q", label: "Index", range: BAND, ...more });
const build = (more = {}, lineOver = {}, records = RECORDS): FigureModel =>
  buildFigure(aSpec("time", { lines: [line(lineOver)], ...more }), someData(records), CONTEXT);
const endsOf = (model: FigureModel) =>
  model.panels[0]?.lines[0]?.range?.points.map(({ period, low, high, text }) => [period, low, high, text]);

describe("the band of a line", () => {
  const model = build();

  test("has both ends of every period, and none is filled in", () => {
    expect(endsOf(model)).toEqual([
      ["2025-Q4", 30, 45, "30 to 45"],
      ["2026-Q1", 40, 60, "40 to 60"],
      ["2026-Q2", 44, null, null],
      ["2026-Q3", 48, 70, "48 to 70"],
    ]);
    expect(model.panels[0]?.lines[0]?.range?.points[1]).toMatchObject({
      x: dayNumber("2026-01-01"),
      xEnd: dayNumber("2026-04-01"),
    });
    expect(model.footnotes).toContain("Gaps are periods without a value; nothing is filled in.");
  });

  test("is inside both axes, which its line alone would not fill", () => {
    const alone = build({}, { range: undefined });
    expect(alone.panels[0]?.y.domain).toEqual([50, 62]);
    expect(model.panels[0]?.y.domain[0]).toBeLessThanOrEqual(30);
    expect(model.panels[0]?.y.domain[1]).toBeGreaterThanOrEqual(70);
    expect(model.x.domain[0]).toBe(dayNumber("2025-10-01"));
  });

  test("an end without its other moves no axis, since it is not drawn", () => {
    const far = aRecord(
      "LOW_Q",
      { "2026-Q1": 40, "2026-Q2": -900, "2026-Q3": 48 },
      { type: QUARTERLY_INDEX },
    );
    const { y } = build({}, {}, [POINT_Q, far, HIGH_Q]).panels[0] ?? {};
    expect(y?.domain[0]).toBeGreaterThanOrEqual(0);
  });

  test("has two columns of the table, named from its label", () => {
    expect(model.table.columns.map(({ id, label }) => `${id}: ${label}`)).toEqual([
      "period: Period",
      "index: Index",
      "index-low: Index, 5 to 95% of the draws: low",
      "index-high: Index, 5 to 95% of the draws: high",
    ]);
    expect(model.table.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ["Q4 2025", "–", "30", "45"],
      ["Q1 2026", "50", "40", "60"],
      ["Q2 2026", "56", "44", "–"],
      ["Q3 2026", "61", "48", "70"],
    ]);
  });

  test("is said with the last value of its line, and what it is in a footnote", () => {
    expect(model.summary).toContain("Index: from 50 in Q1 2026 to 61 (band 48 to 70) in Q3 2026;");
    expect(model.footnotes).toContain("Band: 5 to 95% of the draws.");
    const two = aSpec("time", { lines: [line(), { id: "other", formula: "LOW_Q", label: "Other" }] });
    expect(buildFigure(two, someData(RECORDS), CONTEXT).footnotes).toContain(
      "Band of Index: 5 to 95% of the draws.",
    );
  });

  test("is not said of a last value that has none", () => {
    const early = aRecord("HIGH_Q", { "2026-Q1": 60 }, { type: QUARTERLY_INDEX });
    const { summary } = build({}, {}, [POINT_Q, LOW_Q, early]);
    expect(summary).toContain("to 61 in Q3 2026;");
    expect(summary).not.toContain("(band");
  });

  test("leaves out what the range of the figure does not hold", () => {
    const cut = build({ range: { from: "2026-Q3" } });
    expect(endsOf(cut)).toEqual([["2026-Q3", 48, 70, "48 to 70"]]);
  });

  test("on a log axis an end of zero or less is a gap that the notes count", () => {
    const zero = aRecord("LOW_Q", { "2026-Q1": 0, "2026-Q2": 44, "2026-Q3": 48 }, { type: QUARTERLY_INDEX });
    const log = build({ scale: "log" }, {}, [POINT_Q, zero, HIGH_Q]);
    expect(endsOf(log)?.[1]).toEqual(["2026-Q1", null, 60, null]);
    expect(log.footnotes).toContain(
      "Index, 5 to 95% of the draws: One value of zero or less cannot stand on a log axis and is left as a gap.",
    );
  });

  test("says that an end is not sure, and the table of which", () => {
    const guess = aRecord(
      "HIGH_Q",
      { "2026-Q3": 70 },
      { type: QUARTERLY_INDEX, status: { "2026-Q3": "claimed" } },
    );
    const unsure = build({}, {}, [POINT_Q, LOW_Q, guess]);
    expect(unsure.footnotes).toContain(
      "Some ends of a band are estimates, provisional or not verified; the table says which.",
    );
    expect(unsure.table.rows.at(-1)?.at(-1)?.text).toBe("70, claimed");
  });

  test("is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });
});

describe("a band that cannot be drawn is missing with the reason, while its line is drawn", () => {
  test.each([
    {
      name: "an end that cannot be read",
      range: { low: "LOW_Q +", high: "HIGH_Q" },
      reason: /^Low end: /,
    },
    {
      name: "both ends unknown",
      range: { low: "GONE_Q", high: "LOST_Q" },
      reason: /^Low end: .*GONE_Q.* High end: .*LOST_Q/,
    },
    {
      name: "an end in another unit",
      range: { low: "LOW_Q", high: "DOLLARS_Q" },
      reason: /^High end: It is in US dollars, but its line is in .*; give both one unit\.$/,
    },
    {
      name: "an end of another frequency",
      range: { low: "LOW_M", high: "HIGH_Q" },
      reason: /^Low end: It is monthly, but its line is quarterly; bring both to one frequency\.$/,
    },
    {
      name: "ends the wrong way round",
      range: { low: "HIGH_Q", high: "LOW_Q" },
      reason:
        /^The low end is above the high end in Q4 2025 \(45 to 30\); exchange the formulas or mend the values\.$/,
    },
    {
      name: "ends without a period in common",
      range: { low: "LATE_Q", high: "HIGH_Q" },
      reason: /^No period has both ends; choose formulas whose periods overlap\.$/,
    },
  ])("$name", ({ range, reason }) => {
    const model = build({}, { range: { ...BAND, ...range } });
    expect(model.missing).toEqual([
      { label: "Index, 5 to 95% of the draws", reason: expect.stringMatching(reason) },
    ]);
    expect(model.panels[0]?.lines).toMatchObject([{ id: "index", range: null }]);
    expect(model.table.columns).toHaveLength(2);
    expect(model.footnotes.join()).not.toContain("Band");
  });

  test("an end with nothing in the range of the figure", () => {
    const early = aRecord("LOW_Q", { "2020-Q1": 1 }, { type: QUARTERLY_INDEX });
    const { missing } = build({ range: { from: "2026-Q1" } }, {}, [POINT_Q, early, HIGH_Q]);
    expect(missing[0]?.reason).toBe(
      "Low end: No data from Q1 2026: the only value is of Q1 2020. Widen the range.",
    );
  });
});

describe("what a band is of counts as drawn", () => {
  test("its sources are named, with who withholds their values", () => {
    const source = { ...A_REPORT.source, key: "draws", publisher: "Drawn House" };
    const other = { vintage: "2026-10-09", source };
    const high = aRecord(
      "HIGH_Q",
      { "2026-Q2": null, "2026-Q3": 70 },
      {
        type: QUARTERLY_INDEX,
        reports: { "2026-Q3": other },
        withheldBy: source,
      },
    );
    const { sources } = build({}, {}, [POINT_Q, LOW_Q, high]);
    expect(sources.map(({ key, series }) => [key, series.map(({ code }) => code)])).toEqual([
      ["survey", ["POINT_Q", "LOW_Q"]],
      ["draws", ["HIGH_Q"]],
    ]);
    expect(sources[1]?.series[0]?.withheldBy?.publisher).toBe("Drawn House");
  });

  test("a series of an end that has not been updated makes the figure stale", () => {
    const old = aRecord("HIGH_Q", { "2026-Q1": 60 }, { type: QUARTERLY_INDEX, staleAfterDays: 62 });
    expect(build().freshness.isStale).toBe(false);
    expect(build({}, {}, [POINT_Q, LOW_Q, old]).freshness.text).toContain("stale: HIGH_Q ended 31 Mar 2026");
  });

  test("the guard compares its prices with those of its line", () => {
    const money = (code: string, prices: object, value: number) =>
      aRecord(code, { "2026-Q3": value }, { type: { ...QUARTERLY_WORLD, prices } as object });
    const spec = aSpec("time", {
      lines: [line({ formula: "MONEY_Q", range: { ...BAND, low: "BASE_Q", high: "REAL_Q" } })],
    });
    const records = [
      money("MONEY_Q", { kind: "nominal" }, 2e9),
      money("BASE_Q", { kind: "nominal" }, 1e9),
      money("REAL_Q", { kind: "constant", base: "2024" }, 3e9),
    ];
    expect(buildFigure(spec, someData(records), CONTEXT).unlike.join()).toContain("prices of 2024");
  });
});

describe("on a clock", () => {
  const months = periodsBetween("2022-09", "2023-01");
  const record = (code: string, values: readonly number[]) =>
    aRecord(code, Object.fromEntries(months.map((period, index) => [period, values[index] ?? null])), {
      type: MONTHLY_INDEX,
    });
  const records = [
    record("POINT_M", [40, 45, 50, 55, 60]),
    record("LOW_M", [30, 36, 40, 44, 45]),
    record("HIGH_M", [50, 54, 60, 66, 75]),
  ];
  const model = buildFigure(
    aSpec("clock", {
      rebase: true,
      lines: [
        {
          id: "ai",
          formula: "POINT_M",
          label: "AI",
          era: "AI",
          range: { low: "LOW_M", high: "HIGH_M", label: "draws" },
        },
      ],
    }),
    someData(records),
    CONTEXT,
  );

  test("a band is rebased on the onset of its line, so that it keeps its place around it", () => {
    // The line is 50 at its onset, November 2022: 40/50 = 80 and 60/50 = 120 there, 45/50 = 90 and 75/50 = 150 last.
    expect(model.panels[0]?.lines[0]?.range?.points.map(({ x, low, high }) => [x, low, high])).toEqual([
      [-2, 60, 100],
      [-1, 72, 108],
      [0, 80, 120],
      [1, 88, 132],
      [2, 90, 150],
    ]);
    expect(model.summary).toContain("to 120 (band 90 to 150) in Jan 2023");
  });

  test("its ends stand beside the value of their step in the table", () => {
    expect(model.table.columns.map(({ id }) => id)).toEqual(["step", "ai-period", "ai", "ai-low", "ai-high"]);
    expect(model.table.rows.at(-1)?.map(({ text }) => text)).toEqual(["2", "Jan 2023", "120", "90", "150"]);
  });
});
