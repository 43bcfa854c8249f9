import { expect, test } from "vitest";
import { ledger } from "./ledger.ts";

const rows = [
  { period: "2023-Q3", value: "73", vintage: "2023-10-04" },
  { period: "2023-Q3", value: "78", vintage: "2024-10-03" },
  { period: "2024-Q1", value: "66", vintage: "2024-04-03" },
];

test("every period is a line, newest first, and a period without a row is a gap between its neighbours", () => {
  const lines = ledger(rows, "Q");
  expect(lines.map(({ period, first, latest }) => [period, first?.value, latest?.value])).toEqual([
    ["2024-Q1", "66", "66"],
    ["2023-Q4", undefined, undefined],
    ["2023-Q3", "73", "78"],
  ]);
});

test("a line holds all that was stored of its period, in the order of the rows", () => {
  const [newest, gap, oldest] = ledger(rows, "Q");
  expect(oldest?.rows.map(({ value }) => value)).toEqual(["73", "78"]);
  expect(newest?.rows).toHaveLength(1);
  expect(gap?.rows).toEqual([]);
});

test("an irregular series has no gaps", () => {
  const irregular = [
    { period: "2023", value: "1", vintage: "2024-01-01" },
    { period: "2024-10-02", value: "157", vintage: "2024-10-02" },
  ];
  expect(ledger(irregular, "I").map(({ period }) => period)).toEqual(["2024-10-02", "2023"]);
});

test("a series without rows has no lines", () => {
  expect(ledger([], "M")).toEqual([]);
});
