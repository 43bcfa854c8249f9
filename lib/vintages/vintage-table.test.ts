import { describe, expect, test } from "vitest";
import { vintageTable } from "./vintage-table.ts";

// Crunchbase's world venture funding: 79 for 2024-Q2 in July 2024, restated to 82 in July 2025.
const rows = [
  { period: "2024-Q1", value: "66", vintage: "2024-04-03" },
  { period: "2024-Q1", value: "68", vintage: "2024-07-02" },
  { period: "2024-Q2", value: "79", vintage: "2024-07-02" },
  { period: "2024-Q2", value: "82", vintage: "2025-07-08" },
];

describe("what was known when", () => {
  test("has a column for each month in which something was published", () => {
    expect(vintageTable(rows).months).toEqual(["2024-04", "2024-07", "2025-07"]);
  });

  test("tells first reports, restatements, what stands and what was not yet known", () => {
    expect(vintageTable(rows).rows.map((row) => row.cells)).toEqual([
      [
        { kind: "first", value: "66" },
        { kind: "restated", value: "68" },
        { kind: "standing", value: null },
      ],
      [
        { kind: "before", value: null },
        { kind: "first", value: "79" },
        { kind: "restated", value: "82" },
      ],
    ]);
  });

  test("the move is the latest against the first report: 82 ÷ 79 − 1 = 3.797…%", () => {
    const [, second] = vintageTable(rows).rows;
    expect(second).toMatchObject({ first: "79", latest: "82" });
    expect(second?.move).toBeCloseTo(0.037974683544, 12);
  });

  test.each([
    { name: "one report", values: ["79"] },
    { name: "the same value written with more digits", values: ["79", "79.00"] },
    { name: "a first report of zero", values: ["0", "5"] },
    { name: "a negative first report", values: ["-5", "5"] },
    { name: "a withdrawn value", values: ["79", null] },
  ])("there is no move for $name", ({ values }) => {
    const vintages = ["2024-07-02", "2025-07-08"];
    const table = vintageTable(
      values.map((value, at) => ({ period: "2024-Q2", value, vintage: vintages[at] ?? "" })),
    );
    expect(table.rows[0]?.move).toBeNull();
  });

  test("a withdrawal is a restatement", () => {
    const table = vintageTable([
      { period: "2024", value: "5", vintage: "2025-01-01" },
      { period: "2024", value: null, vintage: "2025-02-01" },
    ]);
    expect(table.rows[0]).toMatchObject({
      first: "5",
      latest: null,
      cells: [{ kind: "first" }, { kind: "restated", value: null }],
    });
  });
});
