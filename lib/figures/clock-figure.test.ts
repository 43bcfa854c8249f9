import { describe, expect, test } from "vitest";
import { periodsBetween } from "../periods/alignment.ts";
import { buildFigure } from "./build-figure.ts";
import { aRecord, aSpec, CONTEXT, MONTHLY_INDEX, someData } from "./testing.ts";

/** 100 in Jan 1995 and one more every month after. */
const NASDAQ = aRecord(
  "NASDAQ_M",
  Object.fromEntries(periodsBetween("1995-01", "2026-08").map((period, index) => [period, 100 + index])),
  { type: MONTHLY_INDEX, staleAfterDays: 62 },
);
const LINES = [
  { id: "ai", formula: "NASDAQ_M", label: "AI boom", hue: "ai", era: "AI" },
  { id: "dotcom", formula: "NASDAQ_M", label: "Internet boom", hue: "dotcom", era: "DOTCOM" },
];
const PEAK = {
  code: "peak",
  era: "DOTCOM",
  date: "2000-03-10",
  label: "NASDAQ peaks",
  status: "reported",
  source: { title: "A page", url: "https://example.org/page" },
} as const;

describe("two eras on one clock", () => {
  const spec = aSpec("clock", {
    lines: LINES,
    rebase: true,
    events: ["peak"],
    titles: [{ text: "{ai.last} now, {ai.same} at the same age, {dotcom.same} then" }],
  });
  const model = buildFigure(spec, someData([NASDAQ], [PEAK]), CONTEXT);

  test("each line stands at the months since its own onset, within the range", () => {
    const [ai, dotcom] = model.panels[0]?.lines ?? [];
    expect([ai?.points[0]?.x, ai?.points.at(-1)?.x]).toEqual([-12, 45]);
    expect([dotcom?.points[0]?.x, dotcom?.points.at(-1)?.x]).toEqual([-7, 96]);
    expect(dotcom?.points.find(({ x }) => x === 55)?.period).toBe("2000-03");
  });

  test("rebased lines are 100 at their onset", () => {
    for (const line of model.panels[0]?.lines ?? [])
      expect(line.points.find(({ x }) => x === 0)?.y).toBe(100);
    expect(model.footnotes).toContain("Each line is 100 in the month of its onset.");
  });

  test("the same age compares the eras", () => {
    // Onsets: 1995-08 is 107, 2022-11 is 434. 45 months on: 479/434 = 1.10369, 152/107 = 1.42056.
    expect(model.title).toBe("110 now, 142 at the same age, 142 then");
    expect(model.summary).toContain(
      "AI boom stands at 110 in Aug 2026, against 142 in May 1999 at the same age.",
    );
  });

  test("each era has its calendar, and now falls on its own date", () => {
    expect(model.calendars.map(({ era, now }) => [era, now])).toEqual([
      ["AI", { at: 45, text: "Aug 2026" }],
      ["DOTCOM", { at: 45, text: "May 1999" }],
    ]);
    // January 1996 is five months after August 1995.
    expect(model.calendars[1]?.ticks.slice(0, 2)).toEqual([
      { at: -7, text: "1995" },
      { at: 5, text: "1996" },
    ]);
  });

  test("an event stands at its age on the line of its era", () => {
    expect(model.events.map(({ x, lineId }) => [x, lineId])).toEqual([[55, "dotcom"]]);
  });

  test("only the line that should reach today makes the figure stale", () => {
    expect(model.freshness.text).toBe("Data to Aug 2026; stale: NASDAQ_M ended 31 Aug 2026, 84 days ago");
    const past = aSpec("clock", { lines: LINES.slice(1) });
    expect(buildFigure(past, someData([NASDAQ]), CONTEXT).freshness.isStale).toBe(false);
  });

  test("the table has a row a step with each era's own period", () => {
    const row = model.table.rows.find(([step]) => step?.value === 45);
    expect(row?.map(({ text }) => text)).toEqual(["45", "Aug 2026", "110.4", "May 1999", "142.1"]);
  });
});

test("a line without an era, or without a value at its onset to rebase to, is missing with the reason", () => {
  const young = aRecord("YOUNG_M", { "2024-01": 1, "2024-02": 2 }, { type: MONTHLY_INDEX });
  const spec = aSpec("clock", {
    rebase: true,
    lines: [
      { id: "none", formula: "NASDAQ_M", label: "No era" },
      { id: "wrong", formula: "NASDAQ_M", label: "Wrong era", era: "TULIPS" },
      { id: "young", formula: "YOUNG_M", label: "Young", era: "AI" },
      LINES[0],
    ],
  });
  const model = buildFigure(spec, someData([NASDAQ, young]), CONTEXT);
  expect(model.missing).toEqual([
    { label: "No era", reason: "It names no era, so it has no place on the clock; give it an `era`." },
    { label: "Wrong era", reason: "Its era TULIPS is not stored; choose a stored era." },
    { label: "Young", reason: "It cannot be rebased: no positive value at the onset, Nov 2022." },
  ]);
  expect(model.panels[0]?.lines).toHaveLength(1);
});

test("years stand on a clock of years, and gaps between surveyed years stay gaps", () => {
  const survey = aRecord("VC_US_A", {
    "1995": 8e9,
    "1998": 21e9,
    "1999": 59e9,
    "2023": 170e9,
    "2025": 339e9,
  });
  const spec = aSpec("clock", {
    clock: "A",
    range: { from: -1, to: 8 },
    lines: [
      { id: "ai", formula: "VC_US_A", label: "Now", era: "AI" },
      { id: "dotcom", formula: "VC_US_A", label: "Then", era: "DOTCOM" },
    ],
  });
  const [now, then] = buildFigure(spec, someData([survey]), CONTEXT).panels[0]?.lines ?? [];
  expect(now?.points.map(({ x, y }) => [x, y])).toEqual([
    [1, 170e9],
    [2, null],
    [3, 339e9],
  ]);
  expect(then?.points.map(({ x, y }) => [x, y])).toEqual([
    [0, 8e9],
    [1, null],
    [2, null],
    [3, 21e9],
    [4, 59e9],
  ]);
});
