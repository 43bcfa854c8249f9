import { expect, test } from "vitest";
import { planPackage } from "../ingestion/ingest.ts";
import type { PackageFiles } from "../ingestion/read-package.ts";
import type { Held } from "../ingestion/store.ts";
import {
  aPackage,
  aPackageWith,
  aPackageWithFigure,
  aPackageWithLine,
  EMPTY_SNAPSHOT,
  TODAY,
} from "../ingestion/testing.ts";
import { invariant } from "../invariant.ts";
import { rowsOfPlan } from "./rows-of-plan.ts";

async function planned(files: PackageFiles, held: Held = EMPTY_SNAPSHOT.held) {
  const store = { snapshot: async () => ({ ...EMPTY_SNAPSHOT, held }) };
  const plan = await planPackage(store, files, TODAY);
  invariant(plan.ok, "the package is sound");
  return plan.value;
}

/** The rows that a package changes in a store that holds `aPackage`. */
async function rowsOf(files: PackageFiles) {
  const { sources, series, eras, events, rounds, seedFacts, figures, indicators, thresholds } = await planned(
    aPackage(),
  );
  const held = {
    ...{ sources: sources.added, series: series.added, eras: eras.added, events: events.added },
    ...{ rounds: rounds.added, seedFacts: seedFacts.added, figures: figures.added },
    ...{ indicators: indicators.added, thresholds: thresholds.added },
  };
  return rowsOfPlan(await planned(files, held));
}

test("a package that says what the store holds changes no row", async () => {
  expect(await rowsOf(aPackage())).toEqual([]);
});

test("a new row is told by its table, key and title", async () => {
  const line = ["pets", "DOTCOM", "2000-11", "", "Pets.com closes", "market", "reported", "nasdaq", ""];
  expect(await rowsOf(aPackageWithLine("events.csv", ...line))).toEqual([
    { table: "events", key: "pets", title: "Pets.com closes", deed: "added", fields: [] },
  ]);
});

test("of a row that changes, only what says something else is told, however its numbers are written", async () => {
  const [amount, note] = [
    { row: 2, column: "amount", value: "6600000000.00" },
    { row: 2, column: "note", value: "two closings" },
  ];
  expect(await rowsOf(aPackageWith("rounds.csv", amount))).toEqual([]);
  expect(await rowsOf(aPackageWith("rounds.csv", amount, note))).toEqual([
    {
      ...{ table: "rounds", key: "openai-2024-10", title: "OpenAI", deed: "changed" },
      fields: [{ field: "note", before: null, after: "two closings" }],
    },
  ]);
});

test("a figure that changes is told by its name, and the way to what differs", async () => {
  expect(await rowsOf(aPackageWithFigure({ subtitle: "By year" }))).toEqual([
    {
      ...{ table: "figures", key: "venture", title: "venture", deed: "changed" },
      fields: [{ field: "spec, subtitle", before: "By quarter", after: "By year" }],
    },
  ]);
});
