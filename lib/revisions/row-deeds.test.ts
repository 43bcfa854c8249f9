import { expect, test } from "vitest";
import { countDeeds, countDeedsByTable, deedsInWords } from "./row-deeds.ts";

const ROWS = [
  { table: "events", deed: "changed" },
  { table: "series", deed: "added" },
  { table: "sources", deed: "added" },
  { table: "sources", deed: "added" },
] as const;

test("rows are counted by what becomes of them, in all and table by table", () => {
  expect(countDeeds(ROWS)).toEqual({ added: 3, changed: 1, removed: 0 });
  expect(countDeedsByTable(ROWS)).toEqual({
    sources: { added: 2, changed: 0, removed: 0 },
    series: { added: 1, changed: 0, removed: 0 },
    events: { added: 0, changed: 1, removed: 0 },
  });
});

test("what is done is said deed by deed, each table after those it refers to", () => {
  expect(deedsInWords(countDeedsByTable(ROWS))).toEqual([
    { deed: "added", rows: "2 sources and 1 series" },
    { deed: "changed", rows: "1 event" },
  ]);
  expect(deedsInWords({})).toEqual([]);
});
