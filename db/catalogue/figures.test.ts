import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildFigure, codesInSpec, type FigureModel, FigureSpec } from "../../lib/figures/index.ts";
import { US_CONTEXT } from "../../lib/formula/index.ts";
import { codesInIndicator } from "../../lib/indicators/codes.ts";
import { type Reading, readIndicator } from "../../lib/indicators/reading.ts";
import { verdict } from "../../lib/verdict/verdict.ts";
import { loadCatalogue } from "../ingestion/load-catalogue.ts";
import { ingestionStore } from "../ingestion/store.ts";
import { eras } from "../queries/eras.ts";
import { events } from "../queries/events.ts";
import { figures } from "../queries/figures.ts";
import { indicators } from "../queries/indicators.ts";
import { loadSeriesRecords } from "../queries/series-records.ts";
import type { Store } from "../store.ts";
import { openTestStore } from "../testing.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const today = "2026-11-23";

let store: Store;
let models: Map<string, FigureModel>;
let readings: Map<string, Reading>;

beforeAll(async () => {
  store = await openTestStore();
  const loaded = await loadCatalogue(ingestionStore(store.db), folder, today);
  expect(loaded.ok).toBe(true);
  const specs = (await figures(store.db)).map(({ spec }) => FigureSpec.parse(spec));
  const defined = await indicators(store.db);
  const codes = [...new Set([...specs.flatMap(codesInSpec), ...defined.flatMap(codesInIndicator)])];
  const data = {
    records: await loadSeriesRecords(store.db, codes, today),
    eras: await eras(store.db),
    events: await events(store.db),
  };
  models = new Map(specs.map((spec) => [spec.name, buildFigure(spec, data, { asOf: today })]));
  const [now, then] = ["AI", "DOTCOM"].map((code) => data.eras.find((era) => era.code === code));
  if (!now || !then) expect.fail("the two eras are in the catalogue");
  const context = { records: data.records, now, then, formula: US_CONTEXT, asOf: today };
  readings = new Map(defined.map((each) => [each.name, readIndicator(each, context)]));
});

afterAll(() => store.close());

test("every figure of the dashboard is drawn whole from the starter catalogue", () => {
  expect(models.size).toBeGreaterThanOrEqual(11);
  for (const { name, empty, missing, sources, table } of models.values()) {
    expect({ name, empty, missing }).toEqual({ name, empty: null, missing: [] });
    expect(sources.length, name).toBeGreaterThan(0);
    expect(table.rows.length, name).toBeGreaterThan(0);
  }
});

// Microsoft's fiscal year ends in June and Oracle's in May; Oracle's quarters end a month before the calendar's.
test("the guard knows where the years of fiscal series end", async () => {
  const ends = {
    CAPEX_MSFT_FY_A: 6,
    CAPEX_ORCL_FY_A: 5,
    CAPEX_ORCL_GUIDE_A: 5,
    CAPEX_ORCL_Q: 11,
    CAPEX_MSFT_A: 12,
  };
  const records = await loadSeriesRecords(store.db, Object.keys(ends), today);
  const stored = [...records].map(([code, { series }]) => [code, series.type.yearEnds]);
  expect(Object.fromEntries(stored)).toEqual(ends);
});

describe("the lead story reads as reported, beside its like-for-like figures", () => {
  const item = (figure: string, id: string) => {
    const found = models.get(figure)?.items.find((one) => one.id === id);
    if (!found) expect.fail(`${figure} has ${id}`);
    return found;
  };

  test.each([
    { id: "quoted", ratio: 35.5 / 79, isUnlike: true },
    { id: "quarter", ratio: 24 / 79, isUnlike: false },
    { id: "half", ratio: (11.4 + 24) / (66 + 79), isUnlike: false },
    { id: "latest", ratio: 242 / 300, isUnlike: false },
  ])("share: $id", ({ id, ratio, isUnlike }) => {
    const { value, unlike } = item("headline-share-checked", id);
    expect(value).toBeCloseTo(ratio, 10);
    expect(unlike !== null).toBe(isUnlike);
  });

  test.each([
    { id: "claimed", billion: 150 },
    { id: "aum", billion: 145.2 },
    { id: "valuation", billion: 157 },
  ])("pair as quoted: $id", ({ id, billion }) => {
    expect(item("headline-150-157-checked", id).value).toBe(billion * 1e9);
  });

  test("a stock, a valuation and flows are never shown without their label", () => {
    expect(models.get("headline-150-157-checked")?.unlike.join(" ")).toMatch(/stock.*valuation/);
  });

  test.each([
    {
      figure: "headline-share-checked",
      said: ["A half-year over a quarter: 2024-H1 AI funding is divided by 2024-Q2 all funding."],
    },
    {
      figure: "headline-150-157-checked",
      said: [
        "A stock of managed capital, one company’s valuation and a year’s investment are three different things; only the lower group compares like with like.",
        "A stock of capital beside one company's valuation.",
        "The United States beside companies.",
        "Different samples: one that is not named, NSF (Venture Economics) and Company rounds side by side.",
        "Nominal money 25 years apart: prices have moved in between.",
        "Different samples: Venture Economics/NVCA beside PitchBook-NVCA.",
      ],
    },
    {
      figure: "mega-rounds",
      said: [
        "Deals over $100M beside rounds of $100M or more.",
        "A count without a stated period beside a year.",
        "Different samples: Crunchbase, PwC/NVCA MoneyTree and PwC/CB Insights MoneyTree side by side.",
      ],
    },
  ])("$figure says what is unlike in it, and no more", ({ figure, said }) => {
    expect(models.get(figure)?.unlike).toEqual(said);
  });

  test("35 deals are a claim, shown as one", () => {
    expect(item("mega-rounds", "claimed")).toMatchObject({ value: 35, status: "claimed" });
  });
});

/**
 * Crunchbase's reports by quarter, AI's part and the whole as one report gave them (`observations/venture-world.csv`).
 * It said itself: 30 % in the second quarter of 2024, 28 % in the third, 53 % and about 45 % in the first two of 2025,
 * 80 to 81 % in the first of 2026.
 */
describe("AI’s share of venture money divides what one report gave", () => {
  const lineOf = () => models.get("ai-share-of-venture")?.panels[0]?.lines[0];
  const known = (points: readonly { period: string; y: number | null }[] | undefined) =>
    new Map(points?.flatMap(({ period, y }) => (y === null ? [] : [[period, y] as const])));

  test("in every quarter for which there is such a report", () => {
    const pairs = {
      "2023-Q3": 14.6 / 78,
      "2024-Q1": 11.4 / 66,
      "2024-Q2": 24 / 79,
      "2024-Q3": 18.9 / 66.5,
      "2025-Q1": 59.6 / 113,
      "2025-Q2": 40 / 91,
      "2026-Q1": 242 / 300,
    };
    const points = known(lineOf()?.points);
    expect([...points.keys()].sort()).toEqual([...Object.keys(pairs), "2023-Q4"].sort());
    for (const [period, share] of Object.entries(pairs)) expect(points.get(period)).toBeCloseTo(share, 10);
  });

  test("and its tick of the one quarter that was reported twice in full divides the first report", () => {
    const ticks = known(lineOf()?.firstReports);
    expect([...ticks.keys()]).toEqual(["2023-Q3"]);
    expect(ticks.get("2023-Q3")).toBeCloseTo(10 / 73, 10);
  });

  test("a quarter that only two reports together give is labelled with their days", () => {
    expect(known(lineOf()?.points).get("2023-Q4")).toBeCloseTo(11.7 / 58, 10);
    const { footnotes = [], table } = models.get("ai-share-of-venture") ?? {};
    expect(footnotes).toContain(
      "AI’s share joins values of different reports in Q4 2023 (of 31 Jan 2024 and 30 Apr 2024); no single report gives them together.",
    );
    const mixed = table?.rows.filter((row) => row[1]?.text.endsWith("of 2 reports"));
    expect(mixed?.map(([period]) => period?.value)).toEqual(["2023-Q4"]);
  });

  test("and cites only those reports", () => {
    const cited = models.get("ai-share-of-venture")?.sources.map(({ key }) => key) ?? [];
    expect(cited).toContain("cb_2026q1");
    expect(cited).not.toContain("cb_2026h1");
  });
});

/** As `series.csv` and the rows of `observations/` cite the values of these periods. */
test.each([
  {
    figure: "headline-150-157-checked",
    says: [
      "seed_202410 2024-10-05: CLAIM_AUM_US",
      "nsf_seind02 2002-12-31: VC_AUM_US_A",
      "mint_202410 2024-10-03: OPENAI_VAL",
      "freeedgar_2001 2001-01-29: VC_US_VE_A",
      "datahub_cpi 2026-07-01: CPI_US_M",
      "gcase_perfectstorm 2011-10-12: VC_US_VE_A",
      "edge_2025 2025-01-07: VC_US_PB_A",
      "glance_2025 2026-01-31: VC_US_PB_A",
    ],
  },
  {
    figure: "nasdaq-on-one-clock",
    says: ["fred_nasdaqcom_a 2025-05-30: NASDAQ_M", "fred_nasdaqcom_b 2026-08-31: NASDAQ_M"],
  },
])("$figure cites who said each value it draws, and nobody else", ({ figure, says }) => {
  const sources = models.get(figure)?.sources ?? [];
  const cited = sources.map(
    ({ key, vintage, series }) => `${key} ${vintage}: ${series.map(({ code }) => code).join(", ")}`,
  );
  expect(cited).toEqual(says);
});

describe("the readings are what hand arithmetic on the published figures gives", () => {
  const read = (id: string) => {
    const reading = readings.get(id);
    if (reading?.status !== "read") expect.fail(`${id} is read`);
    return reading;
  };
  // Nominal GDP, BEA, quarters at annual rates: 2025, 2000 and 1998.
  const gdp2025 = (30042.113 + 30485.729 + 31098.027 + 31422.526) / 4;
  const gdp2000 = (10002.179 + 10247.72 + 10318.165 + 10435.744) / 4;
  const gdp1998 = (8866.48 + 8969.699 + 9121.097 + 9293.991) / 4;
  const cpi2000 =
    (168.8 + 169.8 + 171.2 + 171.3 + 171.5 + 172.4 + 172.8 + 172.8 + 173.7 + 174.0 + 174.1 + 174.0) / 12;
  const cpi2025 =
    (317.671 +
      319.082 +
      319.799 +
      320.795 +
      321.465 +
      322.561 +
      323.048 +
      323.976 +
      324.8 +
      324.122 +
      324.054) /
    11;

  test.each([
    { id: "venture-share-of-gdp", now: 339.4 / gdp2025, same: 19.3 / gdp1998, peak: 106 / gdp2000 },
    // A half-year's output is half the mean of its annual rates; a quarter's is a quarter of its own.
    {
      id: "theme-money",
      now: 104 / ((30042.113 + 30485.729) / 4),
      same: null,
      peak: 10.8 / (10002.179 / 4),
    },
    { id: "theme-share", now: 242 / 300, same: null, peak: 10.8 / 17.2 },
    {
      id: "capex-share-of-gdp",
      now: (131.819 + 91.447 + 69.691 + 83.094) / gdp2025,
      same: null,
      peak: 75.66 / gdp2000,
    },
    { id: "run-up", now: 26370.89 / 11468, same: 2470.52 / 1020.11, peak: null },
    { id: "share-valuation", now: 40.71, same: 43.83, peak: 44.2 },
    { id: "first-day-jumps", now: 28.4, same: null, peak: null },
    { id: "unprofitable-listings", now: 53, same: 46, peak: 81 },
    // Consumer prices, BLS: means of the twelve months of 2000, and of the eleven known of 2025.
    { id: "venture-in-real-dollars", now: 339.4e9, same: null, peak: (106e9 * cpi2025) / cpi2000 },
    { id: "ten-largest-companies", now: 38, same: null, peak: 23 },
    { id: "two-year-run-up", now: 26370.89 / 17713.62, same: null, peak: null },
    { id: "listings", now: 94, same: 310, peak: 689 },
  ])("$id", ({ id, now, same, peak }) => {
    const reading = read(id);
    expect(reading.now.value / now).toBeCloseTo(1, 9);
    if (same !== null) expect((reading.same?.value ?? 0) / same).toBeCloseTo(1, 9);
    if (peak !== null) expect(reading.peak.value / peak).toBeCloseTo(1, 9);
  });

  // Calm years: NRC 1994; MoneyTree of 2002-Q1; medians of 2003 to 2007 and of 1985 to 1994.
  test.each([
    { id: "venture-share-of-gdp", calm: 4 / ((7115.652 + 7246.931 + 7331.075 + 7455.288) / 4) },
    { id: "theme-share", calm: 1.3 / 6.2 },
    { id: "listings", calm: (293 + 337) / 2 },
    { id: "first-day-jumps", calm: (7.7 + 9.6) / 2 },
    { id: "unprofitable-listings", calm: (21 + 22) / 2 },
  ])("calm years of $id", ({ id, calm }) => {
    expect((read(id).calm?.value ?? 0) / calm).toBeCloseTo(1, 9);
  });

  test.each([
    { id: "one-pair-of-companies", now: 217 / 510, text: "42.5%" },
    { id: "five-companies", now: 84 / 211, text: "39.8%" },
    { id: "capex-to-ai-revenue", now: (131.819 + 91.447 + 69.691 + 83.094) / 13.1, text: "28.7×" },
    { id: "funding-to-revenue", now: 211 / 13.1, text: "16.1×" },
    { id: "loss-to-revenue", now: 5 / 3.7, text: "1.35×" },
    { id: "openai-valuation-to-revenue", now: 852 / 24, text: "35.5×" },
    { id: "anthropic-valuation-to-revenue", now: 965 / 47, text: "20.5×" },
  ])("$id stands alone", ({ id, now, text }) => {
    const reading = readings.get(id);
    if (reading?.status !== "alone") expect.fail(`${id} has no counterpart`);
    expect(reading.now.value / now).toBeCloseTo(1, 9);
    expect(reading.now.text).toBe(text);
    expect(reading.reason).toBe("no dot-com counterpart is stored");
  });

  test("a quarter without a dot-com value at the same age has none, not the nearest", () => {
    expect(read("theme-share").same).toBeNull();
  });

  test("only the series that have stopped make a reading stale", () => {
    const stale = [...readings.values()].filter((reading) => reading.status === "read" && reading.isStale);
    expect(stale.map(({ indicator }) => indicator.name)).toEqual([
      "theme-share",
      "run-up",
      "two-year-run-up",
      "explosive-prices",
    ]);
  });

  test("the verdict counts them", () => {
    const { money, heat } = verdict([...readings.values()]);
    expect(money).toMatchObject({ inputs: 5, read: 5, pastPeak: 5 });
    expect(heat).toMatchObject({ inputs: 6, read: 6, pastPeak: 0, hotter: 2 });
  });
});
