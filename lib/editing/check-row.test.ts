import { describe, expect, test } from "vitest";
import type { EraRow } from "../ingestion/tables.ts";
import { EMPTY_CATALOGUE, EMPTY_SNAPSHOT } from "../ingestion/testing.ts";
import { checkRow } from "./check-row.ts";
import type { EditedTable } from "./edited-table.ts";
import { type RowTexts, readTexts, textsOf } from "./row-texts.ts";

const NASDAQ = {
  key: "nasdaq",
  publisher: "Nasdaq",
  title: "Composite",
  url: "",
  published: null,
  accessed: null,
  licence: "by permission",
  redistributable: false,
  citation: "",
};
const AI: EraRow = {
  ...{
    code: "AI",
    name: "AI boom",
    hue: "ai",
    onset: "2022-11",
    onsetEvent: "ChatGPT",
    onsetSource: "nasdaq",
  },
  ...{ peak: null, peakEvent: null, peakSource: null, trough: null, troughEvent: null, troughSource: null },
};
const SNAPSHOT = {
  ...EMPTY_SNAPSHOT,
  held: { ...EMPTY_CATALOGUE, sources: [NASDAQ], eras: [AI] },
  retired: new Set(["GONE_A"]),
};

const SERIES = {
  ...{ code: "VC_US_A", title: "Venture money", measure: "flow", unitKind: "currency", currency: "USD" },
  ...{ scale: "1000000000", unitOf: "", prices: "nominal", priceBase: "", frequency: "A", rate: "period" },
  ...{ yearEnds: "12", geography: "US", sector: "ALL", universe: "NVCA", seasonalAdjustment: "NSA" },
  ...{
    source: "nasdaq",
    staleAfterDays: "500",
    visibility: "public",
    plausibleMin: "-1.50",
    plausibleMax: "",
  },
  notes: "First line\nsecond",
};
const EVENT = {
  ...{ code: "deepseek-shock", era: "AI", date: "2025-01-27", endDate: "", label: "DeepSeek shock" },
  ...{ kind: "market", status: "reported", source: "nasdaq", note: "" },
};
const ERA = { ...textsOf("eras", AI), code: "TULIPS" };
const ROUND = {
  ...{ code: "acme-2024", company: "Acme", sector: "AI", country: "US", date: "2024", instrument: "equity" },
  ...{ amount: "6600000000", currency: "USD", postMoney: "", preMoney: "", lead: "", participants: "A; B" },
  ...{ status: "reported", source: "nasdaq", note: "" },
};
const SPEC = {
  ...{ kind: "time", titles: [{ text: "Money" }], subtitle: "By year", bands: ["AI"] },
  lines: [{ id: "a", formula: "1 + 1", label: "All" }],
};
const FIGURE = { name: "money", isOnDashboard: "true", position: "3", spec: JSON.stringify(SPEC) };
const INDICATOR = {
  ...{ name: "dear-shares", position: "1", title: "Dear shares", pillar: "markets", kind: "level" },
  ...{ definition: "Prices over earnings", now: "1 + 1", then: "2", over: "", calm: "", calmFrom: "1985" },
  ...{
    calmTo: "1994",
    display: "auto",
    direction: "higher",
    weight: "1",
    figure: "",
    against: "Earnings may grow",
  },
  ...{ wouldChange: "A fall of prices", methodVersion: "1" },
};
const THRESHOLD = {
  ...{ name: "house-1-hot", setName: "house", version: "1", indicator: "common-scale", position: "2" },
  ...{ at: "60", level: "hot", source: "nasdaq", note: "" },
};
const SOUND = {
  series: SERIES,
  sources: textsOf("sources", NASDAQ),
  events: EVENT,
  eras: ERA,
  rounds: ROUND,
  figures: FIGURE,
  indicators: INDICATOR,
  thresholds: THRESHOLD,
};

const check = (table: EditedTable, texts: RowTexts, isNew = true) =>
  checkRow(table, texts, { snapshot: SNAPSHOT, today: "2026-11-23", isNew });

describe("the fields of a row", () => {
  test("are read into the row that a data package with them would give", () => {
    expect(check("series", SERIES)).toEqual({
      ok: true,
      value: {
        ...{
          code: "VC_US_A",
          title: "Venture money",
          measure: "flow",
          unitKind: "currency",
          currency: "USD",
        },
        ...{ scale: 1e9, unitOf: null, prices: "nominal", priceBase: null, frequency: "A", rate: "period" },
        ...{ yearEnds: 12, geography: "US", sector: "ALL", universe: "NVCA", seasonalAdjustment: "NSA" },
        ...{ source: "nasdaq", staleAfterDays: 500, visibility: "public", plausibleMin: "-1.50" },
        ...{ plausibleMax: null, notes: "First line\nsecond" },
      },
    });
    expect(check("rounds", ROUND)).toMatchObject({
      value: { amount: "6600000000", participants: ["A", "B"] },
    });
    expect(check("events", EVENT)).toMatchObject({ value: { era: "AI", endDate: null } });
    expect(check("eras", ERA)).toMatchObject({ value: { ...AI, code: "TULIPS" } });
    expect(check("sources", SOUND.sources, false)).toEqual({ ok: true, value: NASDAQ });
    expect(check("figures", FIGURE)).toMatchObject({
      value: { name: "money", isOnDashboard: true, position: 3, spec: { ...SPEC, scale: "linear" } },
    });
  });

  test.each<{ table: EditedTable; typed: RowTexts; errors: Record<string, string> }>([
    { table: "series", typed: { title: "" }, errors: { title: "Title: fill it in." } },
    { table: "series", typed: { measure: "" }, errors: { measure: "Measure: choose one." } },
    { table: "series", typed: { source: "" }, errors: { source: "Source: choose one." } },
    {
      table: "series",
      typed: { measure: "speed" },
      errors: {
        measure:
          "“speed” is not one of the known words: write one of flow, stock, ratio, count, index, price.",
      },
    },
    {
      table: "series",
      typed: { plausibleMin: "35,5" },
      errors: { plausibleMin: "“35,5” is not a decimal: write 35.5." },
    },
    {
      table: "series",
      typed: { staleAfterDays: "soon" },
      errors: { staleAfterDays: "“soon” is not a whole number: write a whole number above zero." },
    },
    {
      table: "series",
      typed: { currency: "" },
      errors: { currency: "Currency: name the currency, such as USD." },
    },
    {
      table: "series",
      typed: { code: "GONE_A" },
      errors: {
        code: "“GONE_A” is the code of a retired series, which is never used again: give it a new code.",
      },
    },
    {
      table: "sources",
      typed: { key: "other", accessed: "2026-02-30", url: "nasdaq" },
      errors: {
        accessed: "“2026-02-30” is not a day of the calendar: write a day as YYYY-MM-DD.",
        url: "“nasdaq” is not a web address: write the full address, beginning with https://.",
      },
    },
    {
      table: "sources",
      typed: {},
      errors: { key: "“nasdaq” is there already: edit that one, or choose another." },
    },
    {
      table: "events",
      typed: { source: "nobody" },
      errors: { source: "“nobody” is not known: use one that is stored." },
    },
    {
      table: "events",
      typed: { endDate: "2024" },
      errors: { endDate: "“2024” is out of order: write 2025-01-27 or later." },
    },
    {
      table: "eras",
      typed: { peak: "2025-01" },
      errors: {
        peakEvent:
          "What happened at the peak: give peak, “What happened at the peak”, “Source of the peak” together, or none of them.",
        peakSource: "Source of the peak: choose one.",
      },
    },
    {
      table: "rounds",
      typed: { amount: "-5" },
      errors: {
        amount:
          "“-5” is not above zero: write an amount above zero, or leave the cell empty when it is not known.",
      },
    },
    {
      table: "indicators",
      typed: { then: "", now: "NO_SUCH" },
      errors: {
        now: "“NO_SUCH” is not known: use one that is stored.",
        then: "Formula then: fill it in, or give the indicator the weight 0: without it there is nothing to set it against.",
      },
    },
    {
      table: "indicators",
      typed: { kind: "latest-ratio", weight: "-1", figure: "nowhere" },
      errors: { weight: "“-1” is below zero: write zero or an amount above it." },
    },
    {
      table: "indicators",
      typed: { kind: "latest-ratio", figure: "nowhere", calmTo: "1984" },
      errors: {
        over: "Divided by: write the formula that a latest-ratio is divided by.",
        figure: "“nowhere” is not known: use one that is stored.",
        calmTo: "“1984” is out of order: write 1985 or later.",
      },
    },
    {
      table: "thresholds",
      typed: { at: "", indicator: "dear-shares" },
      errors: {
        at: "From: say where the band begins: only the first has no lower end.",
        indicator: "“dear-shares” is not known: use one that is stored.",
      },
    },
    { table: "figures", typed: { spec: "" }, errors: { spec: "Specification: write it as JSON." } },
    {
      table: "figures",
      typed: { spec: JSON.stringify({ ...SPEC, lines: [{ id: "a", formula: "NO_SUCH", label: "A" }] }) },
      errors: { spec: "lines.0.formula: “NO_SUCH” is not known: use one that is stored." },
    },
    {
      table: "figures",
      typed: { name: "Money", position: "0" },
      errors: {
        name: "“Money” does not have the right form: write lower-case words joined by hyphens, such as capex-share-of-gdp.",
        position: "“0” is not a whole number: write a whole number above zero.",
      },
    },
  ])("of $table with $typed are refused beside the field", ({ table, typed, errors }) => {
    expect(check(table, { ...SOUND[table], ...typed })).toEqual({ ok: false, error: errors });
  });

  // The store takes words joined by single hyphens, and would refuse the others itself.
  test.each(["two--hyphens", "hyphen-", "-hyphen", "x", "a".repeat(62)])(
    "of a figure named %s are refused",
    (name) => {
      const checked = check("figures", { ...FIGURE, name });
      expect(checked.ok ? null : Object.keys(checked.error)).toEqual(["name"]);
    },
  );

  test("of a specification that is no JSON, or no figure, say where", () => {
    const specError = (spec: string) => {
      const checked = check("figures", { ...FIGURE, spec });
      return checked.ok ? null : checked.error.spec;
    };
    expect(specError("{")).toMatch(/^This cannot be read: mend the JSON: .+\.$/);
    expect(specError("[1]")).toBe("This cannot be read: write one JSON object, from { to }.");
    expect(specError(JSON.stringify({ ...SPEC, subtitle: 3 }))).toMatch(
      /^subtitle: “3” does not fit a figure/,
    );
  });
});

test("what a browser sends is read without the spaces around it, and with lines as the store has them", () => {
  const form = new FormData();
  form.set("new.title", "  Venture money ");
  form.set("new.notes", "First line\r\nsecond\r\n");
  expect(readTexts("series", form, "new.")).toMatchObject({
    ...{ title: "Venture money", notes: "First line\nsecond", code: "" },
  });
});
