import { expect, test } from "vitest";
import { A_REPORT, aRecord, QUARTERLY_WORLD } from "../figures/testing.ts";
import { recordAfter } from "./record-after.ts";

const NEW = { ...A_REPORT, vintage: "2026-11-25" };
const billions = (value: string | null) => (value === null ? null : Number(value) * 1e9);

test("values that stay keep their status and report; those that change, are new or are withdrawn get the new one", () => {
  const record = aRecord(
    "VC_Q",
    { "2024-Q1": 79e9, "2024-Q2": 80e9, "2024-Q3": 81e9 },
    { type: QUARTERLY_WORLD, status: { "2024-Q1": "estimate" } },
  );
  const course = [
    { period: "2024-Q1", before: "79", after: "79.0" },
    { period: "2024-Q2", before: "80", after: "82.5" },
    { period: "2024-Q3", before: "81", after: null },
    { period: "2024-Q4", before: null, after: "90" },
  ];
  const after = recordAfter(record, course, NEW, billions);
  expect(after.series.observations).toEqual([
    { period: "2024-Q1", value: 79e9, status: "estimate" },
    { period: "2024-Q2", value: 82.5e9, status: "reported" },
    { period: "2024-Q3", value: null, status: "reported" },
    { period: "2024-Q4", value: 90e9, status: "reported" },
  ]);
  expect(after.reports).toEqual([A_REPORT, NEW, NEW, NEW]);
  expect(after.earlierReports).toEqual(record.earlierReports);
});
