import { expect, test } from "vitest";
import { ValueReading } from "../settings.ts";
import type { ValueSeries } from "./read-value.ts";
import { showValue } from "./show-value.ts";

const USD_BILLION: ValueSeries = { code: "X", unitKind: "currency", currency: "USD", scale: 1e9 };
const SHARE: ValueSeries = { code: "X", unitKind: "share", currency: null, scale: null };
const column = ValueReading.parse({ style: { decimal: "point", group: "comma" } });

test.each([
  ["35.5", USD_BILLION, "35.5", []],
  ["$35.5B", USD_BILLION, "35.5", ["in USD", "times 1,000,000,000", "in units of 1,000,000,000"]],
  [
    "($900M)",
    USD_BILLION,
    "-0.9",
    ["brackets are a minus", "in USD", "times 1,000,000", "in units of 1,000,000,000"],
  ],
  ["1.2e3", USD_BILLION, "1200", ["e stands before a power of ten"]],
  ["12%", SHARE, "0.12", ["one per cent is 0.01"]],
  ["n/a", SHARE, null, ["no value: missing, never 0"]],
])("%s is shown with what its reading rests on", (text, series, value, how) => {
  expect(showValue(text, "text", column, series)).toEqual({ text, value, isRefused: false, how });
});

test("a refused one is shown with the reason and the remedy", () => {
  expect(showValue("€5", "text", column, USD_BILLION)).toEqual({
    text: "€5",
    value: null,
    isRefused: true,
    how: ["is not in the currency of the series", "convert it: X is in USD"],
  });
});
