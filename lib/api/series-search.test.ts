import { describe, expect, test } from "vitest";
import type { SeriesSummary } from "./series.ts";
import { facetsOf, SeriesSearch, searchSeries } from "./series-search.ts";

function aSummary(partial: Partial<SeriesSummary> & { code: string; publisher?: string }): SeriesSummary {
  const { publisher = "Crunchbase News", ...rest } = partial;
  return {
    title: "World venture funding",
    measure: "flow",
    unit: "USD billion, nominal",
    frequency: "Q",
    yearEnds: 12,
    geography: "WORLD",
    sector: "ALL",
    universe: "Crunchbase",
    seasonalAdjustment: "NSA",
    source: {
      key: "cb",
      publisher,
      title: "Reports",
      url: "",
      licence: "Proprietary",
      redistributable: false,
    },
    withheldBy: null,
    firstPeriod: "2022-Q2",
    lastPeriod: "2026-Q2",
    lastVintage: "2026-07-06",
    staleAfterDays: 120,
    isStale: false,
    ...rest,
  };
}

const all = [
  aSummary({ code: "VC_ALL_WORLD_CB_Q" }),
  aSummary({ code: "VC_AI_WORLD_CB_Q", title: "World venture funding of AI companies", sector: "AI" }),
  aSummary({
    code: "VC_AI_WORLD_CB_A",
    title: "World venture funding of AI companies",
    sector: "AI",
    frequency: "A",
  }),
  aSummary({
    code: "CAPE_M",
    title: "Shiller price–earnings ratio",
    publisher: "Shiller",
    frequency: "M",
    geography: "US",
  }),
];
const search = (partial: Record<string, string>) => SeriesSearch.parse(partial);
const codes = (partial: Record<string, string>) =>
  searchSeries(all, search(partial)).map((series) => series.code);

describe("a search for series", () => {
  test("without words or choices gives all of them, by code", () => {
    expect(codes({})).toEqual(["CAPE_M", "VC_AI_WORLD_CB_A", "VC_AI_WORLD_CB_Q", "VC_ALL_WORLD_CB_Q"]);
  });

  test("holds every word in any order and case", () => {
    expect(codes({ q: "ai VENTURE" })).toEqual(["VC_AI_WORLD_CB_A", "VC_AI_WORLD_CB_Q"]);
    expect(codes({ q: "venture shiller" })).toEqual([]);
  });

  test("puts the series whose code was typed first, then those whose code begins so", () => {
    expect(codes({ q: "vc_ai_world_cb_q" })[0]).toBe("VC_AI_WORLD_CB_Q");
    expect(codes({ q: "cape" })).toEqual(["CAPE_M"]);
  });

  test("is narrowed by every chosen facet", () => {
    expect(codes({ sector: "AI", frequency: "A" })).toEqual(["VC_AI_WORLD_CB_A"]);
    expect(codes({ source: "Shiller" })).toEqual(["CAPE_M"]);
  });

  test("takes what it cannot read as empty, so that an old link still opens", () => {
    expect(search({ frequency: "fortnightly", q: "x".repeat(500) })).toMatchObject({ frequency: "", q: "" });
  });
});

describe("facets", () => {
  test("count what each value would give with the other choices kept", () => {
    const facets = facetsOf(all, search({ sector: "AI" }));
    expect(facets.find((facet) => facet.name === "frequency")?.values).toEqual([
      { value: "A", label: "annual", count: 1 },
      { value: "Q", label: "quarterly", count: 1 },
    ]);
    expect(facets.find((facet) => facet.name === "sector")?.values).toEqual([
      { value: "AI", label: "AI", count: 2 },
      { value: "ALL", label: "All", count: 2 },
    ]);
  });

  test("agree with the search: a value's count is the number of series found once it is chosen", () => {
    for (const facet of facetsOf(all, search({ q: "venture" })))
      for (const { value, count } of facet.values)
        expect(codes({ q: "venture", [facet.name]: value })).toHaveLength(count);
  });
});
