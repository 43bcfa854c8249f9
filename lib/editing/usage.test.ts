import { expect, test } from "vitest";
import { STORED_TABLES, type StoredTables } from "../revisions/row-change.ts";
import { usersOf } from "./usage.ts";

const EMPTY = Object.fromEntries(STORED_TABLES.map((table) => [table, []])) as unknown as StoredTables;
const claim = (targetKind: "series" | "observation", target: string) => ({
  ...{ claim: 7, text: "It rose", verdict: "OK", targetKind, target, shownAs: "note" },
});
const TABLES = {
  ...EMPTY,
  seedFacts: [claim("observation", "CAPE_M@2000-03"), claim("series", "BTC_M")],
  indicators: [
    {
      ...{ name: "dear-shares", title: "Dear shares", now: "CAPE_M", then: "CAPE_M", over: null },
      ...{ calm: null, figure: "cape" },
    },
  ],
  figures: [
    {
      ...{ name: "gdp", position: 1, isOnDashboard: false },
      spec: {
        ...{ name: "gdp", kind: "time", titles: [{ text: "T" }], subtitle: "S" },
        lines: [{ id: "a", formula: "per_gdp(VC_US_VE_A) + 0 * BTC_M", label: "A" }],
      },
    },
    { name: "broken", position: 2, isOnDashboard: true, spec: { kind: "nonsense" } },
  ],
} as unknown as StoredTables;

const named = (table: "series" | "figures", key: string) =>
  usersOf({ table, key }, TABLES).map(({ words, needsIt }) => `${needsIt ? "needs" : "names"}: ${words}`);

test("a series is used by what reads it, by name or behind a share of GDP, and named by claims", () => {
  expect(named("series", "BTC_M")).toEqual(["names: claim 7 of the 2024 story", "needs: the figure gdp"]);
  expect(named("series", "CAPE_M")).toEqual([
    "names: claim 7 of the 2024 story",
    "needs: the indicator dear-shares",
  ]);
  expect(named("series", "GDP_US_Q")).toContain("needs: the figure gdp");
  expect(named("series", "NOBODY_A")).toEqual([]);
});

test("a figure is used by the indicator that it draws", () => {
  expect(named("figures", "cape")).toEqual(["needs: the indicator dear-shares"]);
  expect(named("figures", "gdp")).toEqual([]);
});
