import { describe, expect, test } from "vitest";
import { dayNumber } from "../periods/period.ts";
import { buildFigure } from "./build-figure.ts";
import { A_REPORT, aRecord, aSpec, CONTEXT, MONTHLY_INDEX, QUARTERLY_WORLD, someData } from "./testing.ts";

const JULY = { ...A_REPORT, vintage: "2024-07-31", status: "reported" } as const;
const AI_Q = aRecord(
  "VC_AI_Q",
  { "2024-Q1": 12.2e9, "2024-Q2": 24e9, "2024-Q4": 44e9 },
  {
    type: { ...QUARTERLY_WORLD, sector: "AI" },
    earlierReports: [{ ...JULY, period: "2024-Q2", value: 24e9 }],
  },
);
const ALL_Q = aRecord(
  "VC_ALL_Q",
  { "2024-Q1": 66e9, "2024-Q2": 80e9, "2024-Q3": 70e9, "2024-Q4": 110e9 },
  {
    type: QUARTERLY_WORLD,
    earlierReports: [{ ...JULY, period: "2024-Q2", value: 79e9 }],
  },
);
const line = (id: string, formula: string, more = {}) => ({ id, formula, label: id, ...more });

describe("a line over the calendar", () => {
  const share = aSpec("time", {
    display: "percent",
    lines: [line("ai", "VC_AI_Q / VC_ALL_Q", { hue: "ai", mark: "bar", firstReports: true })],
    titles: [
      { when: { left: "ai.last", op: ">", right: 0.5 }, text: "over half" },
      { text: "{ai.last|percent} in {ai.last.period}, {ai.min|percent} at least, of {ai.n}" },
    ],
  });
  const model = buildFigure(share, someData([AI_Q, ALL_Q]), CONTEXT);
  const drawn = model.panels[0]?.lines[0];

  test("stands at the days of its periods, and a missing period is a gap", () => {
    // 12.2/66 = 0.18485, 24/80 = 0.3, 44/110 = 0.4
    expect(drawn?.points.map(({ period, text }) => `${period} ${text}`)).toEqual([
      "2024-Q1 18.5%",
      "2024-Q2 30%",
      "2024-Q3 –",
      "2024-Q4 40%",
    ]);
    expect(drawn?.points[1]).toMatchObject({
      x: dayNumber("2024-04-01"),
      xEnd: dayNumber("2024-07-01"),
      y: 0.3,
    });
    expect(drawn?.points[2]?.y).toBeNull();
    expect(model.footnotes.join()).toContain("Gaps are periods without a value");
  });

  test("is titled from the values drawn", () => {
    expect(model.title).toBe("40% in Q4 2024, 18% at least, of 3");
  });

  test("ticks what the same formula gave over first reports", () => {
    // 24/79 = 0.303797
    expect(drawn?.firstReports.map(({ period, text }) => `${period} ${text}`)).toEqual(["2024-Q2 30.4%"]);
    expect(drawn?.firstReports[0]?.y).toBeCloseTo(24 / 79, 12);
  });

  test("has a table of its periods, computed values to four digits and dashes", () => {
    expect(model.table.columns.map(({ label }) => label)).toEqual(["Period", "ai (%)"]);
    expect(model.table.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ["Q1 2024", "18.48%"],
      ["Q2 2024", "30%"],
      ["Q3 2024", "–"],
      ["Q4 2024", "40%"],
    ]);
    expect(model.table.rows[2]?.[1]?.value).toBeNull();
  });

  test("is summarised in words", () => {
    expect(model.summary).toContain(
      "ai: from 18.5% in Q1 2024 to 40% in Q4 2024; lowest 18.5% in Q1 2024, highest 40% in Q4 2024.",
    );
  });

  test("names the source of its values once, with the series it gave", () => {
    const withheldBy = {
      publisher: "Survey House",
      licence: "quoted, single figures",
      url: "https://example.org/survey",
    };
    const series = { unit: "USD, nominal", frequency: "quarterly", withheldBy };
    expect(model.sources).toEqual([
      {
        key: "survey",
        publisher: "Survey House",
        dataset: "Quarterly survey",
        url: "https://example.org/survey",
        licence: "quoted, single figures",
        vintage: "2026-10-08",
        series: [
          { code: "VC_AI_Q", title: "Title of VC_AI_Q", ...series },
          { code: "VC_ALL_Q", title: "Title of VC_ALL_Q", ...series },
        ],
      },
    ]);
  });

  test("is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });
});

describe("axes", () => {
  const index = aRecord(
    "NASDAQ_M",
    { "2024-01": 100, "2024-02": 0, "2024-03": 400 },
    { type: MONTHLY_INDEX },
  );

  test("bars start at zero whatever the spec says, also instead of a log axis", () => {
    const spec = aSpec("time", { scale: "log", lines: [line("a", "VC_ALL_Q", { mark: "bar" })] });
    const { y } = buildFigure(spec, someData([ALL_Q]), CONTEXT).panels[0] ?? {};
    expect([y?.scale, y?.domain[0]]).toEqual(["linear", 0]);
  });

  test("a log axis leaves out what is not positive, and says both", () => {
    const model = buildFigure(
      aSpec("time", { scale: "log", lines: [line("a", "NASDAQ_M")] }),
      someData([index]),
      CONTEXT,
    );
    expect(model.panels[0]?.lines[0]?.points.map(({ y }) => y)).toEqual([100, null, 400]);
    expect(model.panels[0]?.y.domain[0]).toBeGreaterThan(0);
    expect(model.panels[0]?.y.title).toContain("log scale");
    expect(model.footnotes).toContain("Log scale: equal steps are equal percentage moves.");
    expect(model.footnotes.join()).toContain("One value of zero or less cannot stand on a log axis");
  });

  test("a line away from zero has a cut axis that says so; asked for, zero is on it", () => {
    const high = aRecord("HIGH", { "2020": 90, "2021": 100 }, { type: { ...MONTHLY_INDEX, frequency: "A" } });
    const cut = buildFigure(aSpec("time", { lines: [line("a", "HIGH")] }), someData([high]), CONTEXT);
    expect(cut.panels[0]?.y.title).toContain("axis starts at 90");
    expect(cut.footnotes).toContain("The value axis does not start at zero.");
    const whole = buildFigure(
      aSpec("time", { zero: true, lines: [line("a", "HIGH")] }),
      someData([high]),
      CONTEXT,
    );
    expect(whole.panels[0]?.y.domain[0]).toBe(0);
    expect(whole.footnotes).toEqual([]);
  });

  test("benchmarks widen the axis", () => {
    const spec = aSpec("time", {
      lines: [line("a", "VC_AI_Q", { mark: "bar" })],
      benchmarks: [{ id: "b", formula: "VC_ALL_Q@2024-Q4", label: "All, Q4" }],
    });
    const panel = buildFigure(spec, someData([AI_Q, ALL_Q]), CONTEXT).panels[0];
    expect(panel?.benchmarks).toEqual([
      { id: "b", at: 110e9, label: "All, Q4", hue: "dotcom", text: "$110B" },
    ]);
    expect(panel?.y.domain[1]).toBeGreaterThanOrEqual(110e9);
  });

  test("a range cuts lines, titles and table alike", () => {
    const spec = aSpec("time", {
      lines: [line("all", "VC_ALL_Q")],
      range: { from: "2024-Q2", to: "2024-Q3" },
      titles: [{ text: "{all.max}" }],
    });
    const model = buildFigure(spec, someData([ALL_Q]), CONTEXT);
    expect(model.title).toBe("$80B");
    expect(model.table.rows).toHaveLength(2);
    expect(model.x.domain).toEqual([dayNumber("2024-04-01"), dayNumber("2024-10-01")]);
  });
});

describe("marks beside the lines", () => {
  const event = (code: string, era: string | null, date: string) => ({
    code,
    era,
    date,
    label: code,
    status: "reported" as const,
    source: { title: "A page", url: "https://example.org/page" },
  });
  const long = aRecord("LONG", { "1990": 1, "2025": 2 }, { type: { ...MONTHLY_INDEX, frequency: "A" } });
  const spec = aSpec("time", {
    lines: [line("a", "LONG")],
    bands: ["DOTCOM", "AI", "NOBODY"],
    events: ["peak", "before"],
  });
  const model = buildFigure(
    spec,
    someData(
      [long],
      [event("peak", "DOTCOM", "2000-03-10"), event("before", null, "1980"), event("other", null, "2000")],
    ),
    CONTEXT,
  );

  test("eras are shaded from onset to peak, or left open", () => {
    expect(model.bands).toEqual([
      { label: "Internet boom", hue: "dotcom", from: dayNumber("1995-08-01"), to: dayNumber("2000-04-01") },
      { label: "AI boom", hue: "ai", from: dayNumber("2022-11-01"), to: null },
    ]);
  });

  test("only chosen events on the axis are marked, on the line when there is one, in their era's hue", () => {
    expect(model.events.map(({ code, x, lineId, hue }) => ({ code, x, lineId, hue }))).toEqual([
      { code: "peak", x: dayNumber("2000-03-10"), lineId: "a", hue: "dotcom" },
    ]);
  });
});

describe("small multiples", () => {
  const spec = aSpec("time", {
    panels: [
      { id: "money", title: "Money" },
      { id: "index", title: "Shares" },
      { id: "none", title: "Nothing" },
    ],
    lines: [
      line("ai", "VC_AI_Q", { panel: "money" }),
      line("all", "VC_ALL_Q", { panel: "money" }),
      line("shares", "NASDAQ_M", { panel: "index" }),
      line("stray", "NASDAQ_M", { panel: "money" }),
    ],
  });
  const shares = aRecord("NASDAQ_M", { "2024-01": 100, "2024-02": 110 }, { type: MONTHLY_INDEX });
  const model = buildFigure(spec, someData([AI_Q, ALL_Q, shares]), CONTEXT);

  test("a panel holds its own lines, and one without lines is left out", () => {
    expect(model.panels.map(({ id, lines }) => [id, lines.map((drawn) => drawn.id)])).toEqual([
      ["money", ["ai", "all"]],
      ["index", ["shares"]],
    ]);
  });

  test("a line in another unit than its panel is missing, with the reason and the remedy", () => {
    expect(model.missing).toEqual([
      {
        label: "stray",
        reason: "It is in index, 1971 = 100, but this axis is in US dollars; give it a panel of its own.",
      },
    ]);
  });
});

describe("what cannot be drawn", () => {
  test("a refused line is missing with its reason while the good one is drawn", () => {
    const shares = aRecord(
      "NASDAQ_Q",
      { "2024-Q1": 100, "2024-Q2": 110 },
      { type: { ...MONTHLY_INDEX, frequency: "Q" } },
    );
    const spec = aSpec("time", { lines: [line("bad", "VC_ALL_Q + NASDAQ_Q"), line("good", "VC_ALL_Q")] });
    const model = buildFigure(spec, someData([ALL_Q, shares]), CONTEXT);
    expect(model.panels[0]?.lines.map(({ id }) => id)).toEqual(["good"]);
    expect(model.missing.map(({ label }) => label)).toEqual(["bad"]);
    expect(model.missing[0]?.reason).not.toBe("");
    expect(model.empty).toBeNull();
  });

  test.each([
    { formula: "NOT_STORED", says: "NOT_STORED" },
    { formula: "VC_ALL_Q +", says: "ends too early" },
  ])("a figure with nothing but $formula is empty and says why", ({ formula, says }) => {
    const model = buildFigure(aSpec("time", { lines: [line("a", formula)] }), someData([ALL_Q]), CONTEXT);
    expect(model.empty).toContain("Nothing can be drawn from what was known on 23 Nov 2026.");
    expect(model.empty).toContain(says);
    expect(model.title).toBe("A plain title");
    expect(model.panels).toEqual([]);
  });

  test("a range without data says which range has some", () => {
    const spec = aSpec("time", { lines: [line("a", "VC_ALL_Q")], range: { from: "1995", to: "2002" } });
    const model = buildFigure(spec, someData([ALL_Q]), CONTEXT);
    expect(model.empty).toContain("No data from 1995 to 2002: values run from Q1 2024 to Q4 2024.");
  });

  test("an empty title template falls back to the subtitle", () => {
    const spec = aSpec("time", { lines: [line("a", "NOT_STORED")], titles: [{ text: "{a.last} now" }] });
    expect(buildFigure(spec, someData([]), CONTEXT).title).toBe("What, unit, place");
  });
});

describe("freshness", () => {
  const stale = aRecord(
    "NASDAQ_M",
    { "2026-07": 1, "2026-08": 2, "2026-09": null },
    { type: MONTHLY_INDEX, staleAfterDays: 62 },
  );
  const spec = aSpec("time", { lines: [line("a", "NASDAQ_M")] });

  test("a series older than it allows itself is stale, counted from the end of its last value", () => {
    // 31 August to 23 November: 30 + 31 + 23 = 84 days.
    expect(buildFigure(spec, someData([stale]), CONTEXT).freshness).toEqual({
      isStale: true,
      text: "Data to Aug 2026; stale: NASDAQ_M ended 31 Aug 2026, 84 days ago",
      lastPeriod: "2026-08",
    });
  });

  test("a figure of closed years does not go stale", () => {
    const closed = aSpec("time", { lines: [line("a", "NASDAQ_M")], range: { to: "2026-08" } });
    expect(buildFigure(closed, someData([stale]), CONTEXT).freshness.isStale).toBe(false);
  });
});

test("hollow marks and deflated money are explained", () => {
  const cpi = aRecord("CPI_US_M", monthly(2023, 100, 2024, 110), { type: MONTHLY_INDEX });
  const money = aRecord("VC_US_A", { "2023": 100e9, "2024": 110e9 }, { status: { "2024": "claimed" } });
  const spec = aSpec("time", {
    lines: [line("real", "real(VC_US_A, 2024)")],
    titles: [{ text: "{real.first}, {real.last}" }],
  });
  const model = buildFigure(spec, someData([money, cpi]), CONTEXT);
  // 100 × 110 / 100 = 110.
  expect(model.title).toBe("$110B, $110B");
  expect(model.footnotes).toEqual([
    "Restated in 2024 prices with Title of CPI_US_M (CPI_US_M).",
    "Hollow: said by one secondary source and not verified.",
    "The value axis does not start at zero.",
  ]);
  expect(model.sources.flatMap(({ series }) => series.map(({ code }) => code))).toEqual([
    "VC_US_A",
    "CPI_US_M",
  ]);
  expect(model.table.rows[1]?.[1]?.text).toBe("$110,000,000,000, claimed");
});

function monthly(
  firstYear: number,
  first: number,
  secondYear: number,
  second: number,
): Record<string, number> {
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));
  return Object.fromEntries([
    ...months.map((month) => [`${firstYear}-${month}`, first]),
    ...months.map((month) => [`${secondYear}-${month}`, second]),
  ]);
}
