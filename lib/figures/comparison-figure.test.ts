import { describe, expect, test } from "vitest";
import { buildFigure } from "./build-figure.ts";
import { A_REPORT, aRecord, aSpec, CONTEXT, QUARTERLY_WORLD, someData } from "./testing.ts";

/** The article of October 2024 and the published quarters behind it (Crunchbase, July and August 2024). */
const CLAIM_AI = aRecord(
  "CLAIM_VC_AI_WORLD",
  { "2024-H1": 35.5e9 },
  { type: { ...QUARTERLY_WORLD, frequency: "H", sector: "AI" }, status: { "2024-H1": "claimed" } },
);
const CLAIM_ALL = aRecord(
  "CLAIM_VC_ALL_WORLD",
  { "2024-Q2": 79e9 },
  { type: QUARTERLY_WORLD, status: { "2024-Q2": "claimed" } },
);
const AI_Q = aRecord("VC_AI_WORLD_CB_Q", { "2024-Q2": 24e9 }, { type: { ...QUARTERLY_WORLD, sector: "AI" } });
const ALL_Q = aRecord("VC_ALL_WORLD_CB_Q", { "2024-Q2": 79e9 }, { type: QUARTERLY_WORLD });
const RECORDS = [CLAIM_AI, CLAIM_ALL, AI_Q, ALL_Q];

const QUOTED = {
  id: "quoted",
  label: "As the article put it",
  formula: "CLAIM_VC_AI_WORLD@2024-H1 / CLAIM_VC_ALL_WORLD@2024-Q2",
  detail: "$35.5B of $79B",
};
const QUARTER = {
  id: "quarter",
  label: "Same quarter",
  formula: "VC_AI_WORLD_CB_Q@2024-Q2 / VC_ALL_WORLD_CB_Q@2024-Q2",
  detail: "against {quoted.value|percent}",
};

describe("the lead story", () => {
  const spec = aSpec("comparison", {
    display: "percent",
    axisMax: 1,
    items: [QUOTED, QUARTER],
    titles: [{ text: "The headline {quoted.value|percent} is {quarter.value|percent} like for like" }],
  });
  const model = buildFigure(spec, someData(RECORDS), CONTEXT);
  const [quoted, quarter] = model.items;

  test("a half-year over a quarter is 45 %, claimed, and labelled unlike", () => {
    // 35.5 / 79 = 0.449367…
    expect(quoted?.value).toBeCloseTo(0.4493670886, 9);
    expect(quoted).toMatchObject({ text: "44.9%", status: "claimed" });
    expect(quoted?.unlike).toMatch(/half-year/i);
    expect(quoted?.unlike).toMatch(/quarter/i);
    expect(model.unlike).toContain(quoted?.unlike);
    expect(model.footnotes).toContain("Hollow: said by one secondary source and not verified.");
  });

  test("the same quarter is 30 %, and nothing is said against it", () => {
    // 24 / 79 = 0.303797…
    expect(quarter?.value).toBeCloseTo(0.3037974684, 9);
    expect(quarter).toMatchObject({ text: "30.4%", status: "reported", unlike: null });
  });

  test("title and details are filled from the items", () => {
    expect(model.title).toBe("The headline 45% is 30% like for like");
    expect([quoted?.detail, quarter?.detail]).toEqual(["$35.5B of $79B", "against 45%"]);
  });

  test("the axis starts at zero and ends where the spec says", () => {
    expect(model.x.domain).toEqual([0, 1]);
    expect(model.x.ticks.at(-1)).toEqual({ at: 1, text: "100%" });
  });

  test("the table says what is unlike", () => {
    expect(model.table.rows[0]?.map(({ text }) => text)).toEqual([
      "As the article put it",
      "44.94%, claimed",
      "$35.5B of $79B",
      quoted?.unlike,
    ]);
  });
});

test("an item that is a whole series, not stored, or in another unit is missing while the rest is drawn", () => {
  const spec = aSpec("comparison", {
    items: [
      QUARTER,
      { id: "series", label: "Series", formula: "VC_AI_WORLD_CB_Q" },
      { id: "absent", label: "Absent", formula: "VC_AI_WORLD_CB_Q@2019-Q1" },
      { id: "dollars", label: "Dollars", formula: "VC_AI_WORLD_CB_Q@2024-Q2" },
    ],
  });
  const model = buildFigure(spec, someData(RECORDS), CONTEXT);
  expect(model.items.map(({ id }) => id)).toEqual(["quarter"]);
  expect(model.missing.map(({ label }) => label)).toEqual(["Series", "Absent", "Dollars"]);
  expect(model.missing[0]?.reason).toContain("VC_AI_WORLD_CB_Q@2000");
  expect(model.missing[2]?.reason).toContain("US dollars");
  expect(model.empty).toBeNull();
});

test("a stock beside a valuation in one group is labelled; groups apart are not compared", () => {
  const aum = aRecord("VC_AUM_US_A", { "1999": 145.2e9 }, { type: { measure: "stock", universe: "NSF" } });
  const valuation = aRecord(
    "OPENAI_VAL",
    { "2024-10-02": 157e9 },
    { type: { measure: "stock", frequency: "I", geography: "COMPANY", universe: "Company" } },
  );
  const items = [
    { id: "aum", label: "Managed in 1999", formula: "VC_AUM_US_A@1999" },
    { id: "valuation", label: "OpenAI", formula: "OPENAI_VAL@2024-10-02" },
  ];
  const build = (list: typeof items) =>
    buildFigure(
      aSpec("comparison", { items: list, unlike: "Our own words." }),
      someData([aum, valuation]),
      CONTEXT,
    );
  const together = build(items);
  expect(together.unlike.length).toBeGreaterThan(1);
  expect(together.unlike.at(0)).toBe("Our own words.");
  expect(build(items.map((item) => ({ ...item, group: item.id }))).unlike).toEqual(["Our own words."]);
});

test("a value that only two reports together give is labelled with their days", () => {
  const april = { ...A_REPORT, vintage: "2024-04-30" };
  const early = aRecord("ALL_Q", { "2023-Q4": 58e9 }, { type: QUARTERLY_WORLD });
  const late = aRecord(
    "AI_Q",
    { "2023-Q4": 11.7e9 },
    { type: { ...QUARTERLY_WORLD, sector: "AI" }, reports: { "2023-Q4": april } },
  );
  const items = [{ id: "share", label: "Share", formula: "AI_Q@2023-Q4 / ALL_Q@2023-Q4" }];
  const model = buildFigure(aSpec("comparison", { items }), someData([early, late]), CONTEXT);
  const says =
    "Q4 2023 joins values of different reports (of 30 Apr 2024 and 8 Oct 2026); no single report gives them together.";
  expect(model.items[0]?.unlike).toBe(says);
  expect(model.unlike).toEqual([says]);
});

describe("groups in money of different price bases", () => {
  // Prices double from 1999 to 2025, so 54 of 1999 are 108 in prices of 2025.
  const cpi = aRecord(
    "CPI_US_M",
    Object.fromEntries(
      ["1999", "2025"].flatMap((year) =>
        Array.from({ length: 12 }, (_, month) => [
          `${year}-${String(month + 1).padStart(2, "0")}`,
          year === "1999" ? 100 : 200,
        ]),
      ),
    ),
    {
      type: { measure: "price", unit: { kind: "index", base: "" }, prices: { kind: "none" }, frequency: "M" },
    },
  );
  const flow = aRecord("VC_US_VE_A", { "1999": 54e9 });
  const nominal = { id: "nominal", label: "1999", formula: "VC_US_VE_A@1999", group: "then" };
  const real = { id: "real", label: "1999", formula: "real(VC_US_VE_A, 2025)@1999", group: "now" };
  const groups = [
    { id: "then", title: "Dollars of the day" },
    { id: "now", title: "Dollars of 2025" },
  ];
  const build = (items: readonly object[]) =>
    buildFigure(aSpec("comparison", { items, groups }), someData([cpi, flow]), CONTEXT);

  test("have a scale each, which says its prices", () => {
    const { groups: drawn } = build([nominal, real]);
    expect(drawn.map(({ axis }) => axis?.title)).toEqual(["US dollars, nominal", "US dollars, 2025 prices"]);
    expect(drawn.map(({ axis }) => axis?.domain)).toEqual([
      [0, 60e9],
      [0, 120e9],
    ]);
  });

  test("of one price basis share the axis of the figure", () => {
    const model = build([nominal, { ...nominal, id: "other", group: "now" }]);
    expect(model.groups.map(({ axis }) => axis)).toEqual([null, null]);
    expect(model.x.title).toBe("US dollars, nominal");
  });
});
