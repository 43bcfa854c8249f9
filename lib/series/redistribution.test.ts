import { expect, test } from "vitest";
import type { SourceRecord } from "./record.ts";
import { withheldBy } from "./redistribution.ts";

const source = (key: string, redistributable: boolean): SourceRecord => ({
  key,
  publisher: key,
  title: "Tables",
  url: "",
  licence: "",
  redistributable,
});
const open = source("open", true);
const closed = source("closed", false);

test.each([
  { name: "its own source allows it and no value cites another", own: open, cited: [], by: null },
  { name: "every source allows it", own: open, cited: [source("also-open", true)], by: null },
  { name: "its own source forbids it", own: closed, cited: [], by: "closed" },
  { name: "its own source forbids it, and its values cite others", own: closed, cited: [open], by: "closed" },
  { name: "one value's source forbids it", own: open, cited: [source("b", true), closed], by: "closed" },
])("where $name, a series is withheld by $by", ({ own, cited, by }) => {
  expect(withheldBy(own, cited)?.key ?? null).toBe(by);
});
