import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SCALES } from "../../series/unit.ts";
import { ValueReading } from "../settings.ts";
import { readValue, type ValueSeries } from "./read-value.ts";

const POINT = { decimal: "point", group: "comma" } as const;
const COMMA = { decimal: "comma", group: "point" } as const;

const USD_BILLION: ValueSeries = { code: "X", unitKind: "currency", currency: "USD", scale: 1e9 };
const EUR: ValueSeries = { code: "X", unitKind: "currency", currency: "EUR", scale: 1 };
const COUNT: ValueSeries = { code: "X", unitKind: "count", currency: null, scale: null };
const SHARE: ValueSeries = { ...COUNT, unitKind: "share" };
const PERCENT: ValueSeries = { ...COUNT, unitKind: "percent" };
const POINTS: ValueSeries = { ...COUNT, unitKind: "points" };
const INDEX: ValueSeries = { ...COUNT, unitKind: "index" };

type Column = Parameters<typeof ValueReading.parse>[0];

function read(
  text: string,
  series: ValueSeries,
  column: Column = { style: POINT },
  kind: "text" | "number" = "text",
) {
  return readValue(text, kind, ValueReading.parse(column), series);
}

describe("a number is read in the style of its column", () => {
  test.each<[string, Column, string]>([
    ["35.5", { style: POINT }, "35.5"],
    ["-35.50", { style: POINT }, "-35.50"],
    ["1,234", { style: POINT }, "1234"],
    ["1,234,567.8", { style: POINT }, "1234567.8"],
    ["35,5", { style: COMMA }, "35.5"],
    ["1.234,5", { style: COMMA }, "1234.5"],
    ["1.234", { style: COMMA }, "1234"],
    ["1 234,5", { style: { decimal: "comma", group: "space" } }, "1234.5"],
    ["1\u00a0234,5", { style: { decimal: "comma", group: "space" } }, "1234.5"],
    ["1\u202f234", { style: { decimal: "comma", group: "space" } }, "1234"],
    ["1'234.5", { style: { decimal: "point", group: "apostrophe" } }, "1234.5"],
    ["1’234’567", { style: { decimal: "point", group: "apostrophe" } }, "1234567"],
    ["(1.2)", { style: POINT }, "-1.2"],
    ["−3.5", { style: POINT }, "-3.5"],
    ["- 3.5", { style: POINT }, "-3.5"],
    ["+7", { style: POINT }, "7"],
    [".5", { style: POINT }, "0.5"],
    ["5.", { style: POINT }, "5"],
    ["007", { style: POINT }, "7"],
    ["-0", { style: POINT }, "0"],
    ["-0.00", { style: POINT }, "0.00"],
    ["1.2e3", { style: POINT }, "1200"],
    ["1,2E-3", { style: COMMA }, "0.0012"],
    ["12345", { style: null }, "12345"],
    ["-12345", { style: null }, "-12345"],
  ])("%s", (text, column, value) => {
    expect(read(text, INDEX, column)).toEqual({ ok: true, value });
  });

  test("a number of a workbook has a decimal point, whatever the column writes in its texts", () => {
    expect(read("1.234", INDEX, { style: COMMA }, "number")).toEqual({ ok: true, value: "1.234" });
    expect(read("1.234", INDEX, { style: null }, "number")).toEqual({ ok: true, value: "1.234" });
  });

  test.each<[string, Column, string]>([
    ["1,234", { style: null }, "number-style"],
    ["35.5", { style: null }, "number-style"],
    ["35,5", { style: POINT }, "number-style"],
    ["12,34,567", { style: POINT }, "number-style"],
    ["1.234.567", { style: POINT }, "number-style"],
    ["1 234", { style: POINT }, "number-style"],
    ["1,234.5", { style: { decimal: "point", group: "none" } }, "number-style"],
    ["1,2,3", { style: COMMA }, "number-style"],
    ["abc", { style: POINT }, "number"],
    ["Infinity", { style: POINT }, "number"],
    ["1.2.", { style: POINT }, "number-style"],
    ["1.2-", { style: POINT }, "number"],
    ["(1.2", { style: POINT }, "number"],
    ["-(1.2)", { style: POINT }, "number"],
    ["12 13x", { style: POINT }, "number"],
    ["12.3*", { style: POINT }, "number"],
    ["~12", { style: POINT }, "number"],
    ["2024-06", { style: POINT }, "number"],
    ["12 🚀", { style: POINT }, "number"],
    ["=1+1", { style: POINT }, "number"],
    ["=cmd|' /C calc'!A0", { style: POINT }, "number"],
    ["1e309", { style: POINT }, "magnitude"],
    ["1e-40", { style: POINT }, "magnitude"],
    ["1e9999999", { style: POINT }, "number"],
    ["#DIV/0!", { style: POINT }, "cell-error"],
    ["#REF!", { style: POINT }, "cell-error"],
    ["#NAME?", { style: POINT }, "cell-error"],
  ])("%j is refused", (text, column, rule) => {
    expect(read(text, INDEX, column)).toMatchObject({ ok: false, error: { rule } });
  });

  test.each([
    ["１２３．５", "write 123.5"],
    ["١٢٣", "write 123"],
    ["١٢٣٫٥", "write 123.5"],
  ])("the digits of other scripts are spelled out: %s", (text, remedy) => {
    expect(read(text, INDEX)).toEqual({ ok: false, error: { rule: "number", remedy } });
  });
});

test.each(["n/a", "N/A", "NA", "-", "—", "–", "..", "…", ":", "null", "NaN", "#N/A", "k.A.", "n.d."])(
  "%j says that there is no value, which is never 0",
  (text) => {
    expect(read(text, INDEX)).toEqual({ ok: true, value: null });
  },
);

describe("scale, currency and per cent are checked against the series", () => {
  test.each<[string, ValueSeries, Column, string]>([
    ["$35.5B", USD_BILLION, { style: POINT }, "35.5"],
    ["$900M", USD_BILLION, { style: POINT }, "0.9"],
    ["US$ 1.2 trillion", USD_BILLION, { style: POINT }, "1200"],
    ["35.5 bn USD", USD_BILLION, { style: POINT }, "35.5"],
    ["35,5 Mrd", EUR, { style: COMMA }, "35500000000"],
    ["35,5 Mrd. €", EUR, { style: COMMA }, "35500000000"],
    ["EUR 12 Mio.", EUR, { style: COMMA }, "12000000"],
    ["($1.2M)", USD_BILLION, { style: POINT }, "-0.0012"],
    ["-$5", USD_BILLION, { style: POINT }, "-5"],
    ["35500", USD_BILLION, { style: POINT, scale: 1e6 }, "35.5"],
    ["35.5", USD_BILLION, { style: POINT, scale: 1e9 }, "35.5"],
    ["35.5", EUR, { style: POINT, scale: 1e9 }, "35500000000"],
    ["$35.5B", USD_BILLION, { style: POINT, scale: 1e9, currency: "USD" }, "35.5"],
    ["1.2M", COUNT, { style: POINT }, "1200000"],
    ["12%", SHARE, { style: POINT }, "0.12"],
    ["12 %", PERCENT, { style: POINT }, "12"],
    ["12", SHARE, { style: POINT }, "12"],
    ["40%", { ...SHARE, unitKind: "multiple" }, { style: POINT }, "0.4"],
    ["$5", { ...EUR, currency: "CAD" }, { style: POINT, currency: "CAD" }, "5"],
    ["¥5", { ...EUR, currency: "CNY" }, { style: POINT }, "5"],
    ["¥5", { ...EUR, currency: "JPY" }, { style: POINT }, "5"],
  ])("%s in a column %j", (text, series, column, value) => {
    expect(read(text, series, column)).toEqual({ ok: true, value });
  });

  test.each<[string, ValueSeries, Column, string]>([
    ["€35.5B", USD_BILLION, { style: POINT }, "currency"],
    ["35.5", USD_BILLION, { style: POINT, currency: "EUR" }, "currency"],
    ["$35.5", USD_BILLION, { style: POINT, currency: "EUR" }, "currency"],
    ["$5", { ...EUR, currency: "CAD" }, { style: POINT }, "currency"],
    ["$5", COUNT, { style: POINT }, "currency"],
    ["12%", USD_BILLION, { style: POINT }, "percent"],
    ["12%", POINTS, { style: POINT }, "percent"],
    ["1.2M", INDEX, { style: POINT }, "scale"],
    ["5", INDEX, { style: POINT, scale: 1e3 }, "scale"],
    ["35.5B", USD_BILLION, { style: POINT, scale: 1e6 }, "scale"],
    ["$5%", SHARE, { style: POINT }, "number"],
  ])("%s in a column %j is refused", (text, series, column, rule) => {
    expect(read(text, series, column)).toMatchObject({ ok: false, error: { rule } });
  });
});

test("a scale is converted exactly, against integer arithmetic", () => {
  const scale = fc.constantFrom(...SCALES);
  const places = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      places,
      scale,
      scale,
      (units, digits, from, to) => {
        const text = `${units < 0n ? "-" : ""}${String(units < 0n ? -units : units).padStart(digits + 1, "0")}`;
        const plain = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
        const outcome = read(plain, { ...USD_BILLION, scale: to }, { style: POINT, scale: from });
        const [whole = "", fraction = ""] = (outcome.ok ? (outcome.value ?? "") : "").split(".");
        // value × to = number × from, all in units of 10^-24.
        const value = BigInt(whole.replace("-", "") + fraction.padEnd(24, "0"));
        const number = BigInt(text.replace("-", "")) * 10n ** BigInt(24 - digits);
        expect(value * BigInt(to)).toBe(number * BigInt(from));
        expect(whole.startsWith("-")).toBe(units < 0n);
      },
    ),
  );
});
