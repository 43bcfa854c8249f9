import { describe, expect, test } from "vitest";
import type { ValueReading } from "../settings.ts";
import {
  type ColumnChoice,
  choiceOf,
  indexOfStyle,
  mappingOf,
  meansSeries,
  NUMBER_STYLES,
} from "./choose-columns.ts";

const POINT: ValueReading = { style: { decimal: "point", group: "none" }, scale: null, currency: null };
const BILLIONS: ValueReading = { style: { decimal: "comma", group: "point" }, scale: 1e9, currency: "EUR" };
const BASE = {
  dates: { order: "dmy" as const, pivot: 50, serials: null, dayInPeriod: "any" as const },
  seriesNames: { Funding: "VC_A" },
};

function column(name: string, means: ColumnChoice["means"], series = "", values = POINT): ColumnChoice {
  return { name, means, series, values };
}

const LAYOUTS: ReadonlyArray<readonly [string, readonly ColumnChoice[], object]> = [
  [
    "a column that names the series",
    [column("id", "series"), column("when", "period"), column("v", "value"), column("known", "vintage")],
    {
      layout: "long",
      series: "id",
      period: "when",
      value: "v",
      vintage: "known",
      values: POINT,
      valuesOf: {},
    },
  ],
  [
    "one column of values",
    [column("when", "period"), column("v", "value", "VC_A", BILLIONS), column("x", "unread")],
    { layout: "one-series", code: "VC_A", period: "when", value: "v", values: BILLIONS },
  ],
  [
    "several columns of values, one written otherwise",
    [column("when", "period"), column("a", "value", "VC_A"), column("b", "value", "VC_B", BILLIONS)],
    { layout: "series-across", series: { a: "VC_A", b: "VC_B" }, values: POINT, valuesOf: { b: BILLIONS } },
  ],
  [
    "headers that are periods",
    [column("id", "series"), column("2023", "values-of-period"), column("2024", "values-of-period")],
    { layout: "periods-across", series: "id", periods: ["2023", "2024"] },
  ],
];

describe("what the choices for the columns amount to", () => {
  test.each(LAYOUTS)("%s", (_, columns, expected) => {
    expect(mappingOf(columns, BASE)).toMatchObject({ ok: true, value: { ...expected, ...BASE } });
  });

  test.each(LAYOUTS)("%s: the form shows again what was chosen", (_, columns) => {
    const mapping = mappingOf(columns, BASE);
    expect(mapping.ok).toBe(true);
    for (const { name, means, series, values } of columns) {
      const shown = choiceOf(mapping.ok ? mapping.value : null, name);
      expect(shown).toMatchObject({ means, series });
      if (means === "value") expect(shown.values).toEqual(values);
    }
  });

  test.each([
    ["nothing chosen", [column("a", "unread")], [null, null]],
    ["no periods", [column("v", "value", "VC_A")], [null]],
    ["values of no series", [column("when", "period"), column("v", "value")], ["v"]],
    [
      "two columns of periods",
      [column("a", "period"), column("b", "period"), column("v", "value", "VC_A")],
      ["b"],
    ],
    [
      "two columns of values beside names",
      [column("id", "series"), column("when", "period"), column("a", "value"), column("b", "value")],
      ["b"],
    ],
    ["periods in headers and no names", [column("2024", "values-of-period")], [null]],
  ] as const)("%s is told where it is", (_, columns, places) => {
    const mapping = mappingOf(columns, BASE);
    expect(!mapping.ok && mapping.error.map((fault) => fault.column)).toEqual(places);
  });
});

test("every style of numbers has its place in the list, the open one too", () => {
  for (const [index, { style }] of NUMBER_STYLES.entries()) expect(indexOfStyle(style)).toBe(index);
});

test("a name means a series when a column or a text in a column is said to be of one", () => {
  const across = mappingOf([column("when", "period"), column("a", "value", "VC_A")], BASE);
  const long = mappingOf([column("id", "series"), column("when", "period"), column("v", "value")], BASE);
  expect(across.ok && ["a", "when", "Other"].map((name) => meansSeries(across.value, name))).toEqual([
    true,
    false,
    false,
  ]);
  expect(long.ok && ["Funding", "Other"].map((name) => meansSeries(long.value, name))).toEqual([true, false]);
});
