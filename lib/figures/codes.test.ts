import { expect, test } from "vitest";
import { codesInSpec } from "./codes.ts";
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
