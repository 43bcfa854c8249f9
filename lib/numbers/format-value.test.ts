import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Unit } from "../series/unit.ts";
import { formatHeadlinePercent, formatValue, MAGNITUDES, MINUS, MISSING } from "./format-value.ts";

const USD: Unit = { kind: "currency", currency: "USD", scale: 1 };
const COUNT: Unit = { kind: "count", of: "rounds" };
const INDEX: Unit = { kind: "index", base: "1971 = 100" };

describe("short values", () => {
  test.each<[number, Unit, string]>([
    [35.5e9, USD, "$35.5B"],
    [1.2e12, USD, "$1.2T"],
    [769e6, USD, "$769M"],
    [12_500, USD, "$12.5K"],
    [-5e9, USD, "−$5B"],
    [145.2e9, USD, "$145B"],
    [999.6e6, USD, "$1B"],
    [999.4e6, USD, "$999M"],
    [1e13, USD, "$10T"],
    [0.001, USD, "$0.001"],
    [0, USD, "$0"],
    [35.5, { kind: "currency", currency: "USD", scale: 1e9 }, "$35.5B"],
    [2e6, { kind: "currency", currency: "CHF", scale: 1 }, "CHF 2M"],
    [0.304, { kind: "share" }, "30.4%"],
    [0.449367, { kind: "share" }, "44.9%"],
    [0.0089, { kind: "share" }, "0.89%"],
    [69.7, { kind: "percent" }, "69.7%"],
    [-0.04, { kind: "percent" }, "−0.04%"],
    [9, { kind: "points" }, "+9 pts"],
    [-0.4, { kind: "points" }, "−0.4 pts"],
    [1, { kind: "points" }, "+1 pt"],
    [0, { kind: "points" }, "0 pts"],
    [26, { kind: "multiple" }, "26×"],
    [1211, COUNT, "1,211"],
    [2_500_000, COUNT, "2.5M"],
    [5048.62, INDEX, "5,049"],
    [40.71, INDEX, "40.7"],
    [1.8, { kind: "zscore" }, "+1.8 sd"],
    [7.0763, { kind: "rate", words: "CNY per USD" }, "7.08 CNY per USD"],
  ])("%d in %j reads %s", (value, unit, text) => {
    expect(formatValue(value, unit)).toBe(text);
  });

  test("what rounds to zero has no sign", () => {
    expect(formatValue(-0, USD)).toBe("$0");
    expect(formatValue(-0, { kind: "points" })).toBe("0 pts");
  });
});

describe("computed values keep four significant digits", () => {
  test.each<[number, Unit, string]>([
    [35.5 / 79, { kind: "share" }, "44.94%"],
    [155_432_112_345, USD, "$155,400,000,000"],
    [-1234.56, INDEX, "−1,235"],
    [9.99996, { kind: "multiple" }, "10×"],
    [0, USD, "$0"],
  ])("%d in %j reads %s", (value, unit, text) => {
    expect(formatValue(value, unit, "computed")).toBe(text);
  });
});

describe("full values", () => {
  test.each<[number, Unit, string]>([
    [35.5e9, USD, "$35,500,000,000"],
    [5048.62, INDEX, "5,048.62"],
    [35.5 / 79, { kind: "share" }, "44.9367%"],
    [-1234.5, USD, "−$1,234.5"],
    [0.0012345, USD, "$0.001235"],
    [7.0763, { kind: "rate", words: "CNY per USD" }, "7.0763 CNY per USD"],
  ])("%d in %j reads %s", (value, unit, text) => {
    expect(formatValue(value, unit, "full")).toBe(text);
  });
});

test("percent in a sentence is whole from ten up and keeps two decimals below", () => {
  expect([44.94, 9.996, 9.99, 1.02, 0.89, 0.004, 0, -3.2].map(formatHeadlinePercent)).toEqual([
    "45%",
    "10%",
    "9.99%",
    "1.02%",
    "0.89%",
    "0.004%",
    "0%",
    "−3.20%",
  ]);
});

test("a missing or impossible number is a dash, never NaN", () => {
  for (const value of [null, Number.NaN, Number.POSITIVE_INFINITY])
    expect(formatValue(value, USD)).toBe(MISSING);
});

describe("laws from a thousandth to ten trillion", () => {
  const size = fc.double({ min: -3, max: 13, noNaN: true }).map((power) => 10 ** power);
  const signedValue = fc.tuple(size, fc.boolean()).map(([value, negative]) => (negative ? -value : value));
  const unit = fc.constantFrom<Unit>(
    USD,
    COUNT,
    INDEX,
    { kind: "share" },
    { kind: "percent" },
    { kind: "multiple" },
  );

  test("reading a value back gives it within half a unit of the third digit", () => {
    fc.assert(
      fc.property(signedValue, unit, (value, of) => {
        expect(Math.abs(readBack(formatValue(value, of), of) / value - 1)).toBeLessThan(0.00501);
      }),
    );
  });

  test("a full value reads back within four significant digits", () => {
    fc.assert(
      fc.property(signedValue, unit, (value, of) => {
        expect(Math.abs(readBack(formatValue(value, of, "full"), of) / value - 1)).toBeLessThan(0.000501);
      }),
    );
  });

  test("a greater value never reads smaller", () => {
    fc.assert(
      fc.property(signedValue, signedValue, unit, (a, b, of) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(readBack(formatValue(low, of), of)).toBeLessThanOrEqual(readBack(formatValue(high, of), of));
      }),
    );
  });
});

/** Reads a formatted number as a person would: sign, digits, magnitude letter, per cent. */
function readBack(text: string, unit: Unit): number {
  const match = /^(−?)\$?([\d,.]+)([KMBT]?)[%×]?$/.exec(text);
  if (!match) throw new Error(`unreadable: ${text}`);
  const factor = MAGNITUDES.find(({ letter }) => letter === match[3])?.factor ?? 1;
  const size = Number(match[2]?.replaceAll(",", "")) * factor * (unit.kind === "share" ? 0.01 : 1);
  return match[1] === MINUS ? -size : size;
}
