import { expect, test } from "vitest";
import { codesInSpec, formulasIn } from "./codes.ts";
import { aSpec } from "./testing.ts";

test("a figure needs the series it names and those read without being named, each once", () => {
  const spec = aSpec("time", {
    lines: [
      { id: "a", formula: "real(VC_US_A, 2024)", label: "A" },
      { id: "b", formula: "per_gdp(VC_US_A) * 2", label: "B" },
      { id: "c", formula: "not a formula (", label: "C" },
    ],
    benchmarks: [{ id: "d", formula: "VC_AUM_US_A@1999", label: "D" }],
  });
  expect(codesInSpec(spec).toSorted()).toEqual([
    "CPI_US_M",
    "GDP_US_A",
    "GDP_US_Q",
    "VC_AUM_US_A",
    "VC_US_A",
  ]);
});

const line = (id: string, formula: string) => ({ id, formula, label: id });

test("a figure needs the series of its bands", () => {
  const range = { low: "LOW_M", high: "real(HIGH_M, 2024)", label: "band" };
  const spec = aSpec("clock", { lines: [{ ...line("a", "POINT_M"), range }] });
  expect(codesInSpec(spec).toSorted()).toEqual(["CPI_US_M", "HIGH_M", "LOW_M", "POINT_M"]);
});

test.each([
  {
    kind: "time" as const,
    parts: { lines: [line("a", "A"), line("b", "B")], benchmarks: [line("c", "C@1999")] },
    formulas: ["lines.0.formula A", "lines.1.formula B", "benchmarks.0.formula C@1999"],
  },
  {
    kind: "time" as const,
    parts: { lines: [{ ...line("a", "A"), range: { low: "L", high: "H", label: "band" } }, line("b", "B")] },
    formulas: ["lines.0.formula A", "lines.0.range.low L", "lines.0.range.high H", "lines.1.formula B"],
  },
  {
    kind: "clock" as const,
    parts: { lines: [line("a", "A")], range: { from: 0, to: 9 } },
    formulas: ["lines.0.formula A"],
  },
  {
    kind: "comparison" as const,
    parts: { items: [line("a", "A@2024"), line("b", "B@1999")] },
    formulas: ["items.0.formula A@2024", "items.1.formula B@1999"],
  },
  {
    kind: "scatter" as const,
    parts: { scatter: { x: "A", y: "B", xLabel: "a", yLabel: "b", trails: [] } },
    formulas: ["scatter.x A", "scatter.y B"],
  },
])("every formula of a $kind figure comes with its place", ({ kind, parts, formulas }) => {
  expect(formulasIn(aSpec(kind, parts)).map(({ path, formula }) => `${path} ${formula}`)).toEqual(formulas);
});
