import { expect, test } from "vitest";
import { beforeAndAfter, thinned } from "./before-and-after.ts";

const known = [
  { period: "2023-Q4", value: "70", vintage: "2024-01-31" },
  { period: "2024-Q2", value: "79", vintage: "2024-07-31" },
];

test.each([
  {
    name: "a period of either is a point, in calendar order",
    changes: [
      { period: "2024-Q1", value: "66", vintage: "2024-04-30" },
      { period: "2023-Q3", value: "73", vintage: "2023-10-31" },
    ],
    points: ["2023-Q3 null 73", "2023-Q4 70 70", "2024-Q1 null 66", "2024-Q2 79 79"],
  },
  {
    name: "a change on the day of what is known, or later, takes its place",
    changes: [
      { period: "2023-Q4", value: "71", vintage: "2024-01-31" },
      { period: "2024-Q2", value: null, vintage: "2025-07-31" },
    ],
    points: ["2023-Q4 70 71", "2024-Q2 79 null"],
  },
  {
    name: "a change before what is known does not",
    changes: [{ period: "2024-Q2", value: "78", vintage: "2024-07-01" }],
    points: ["2023-Q4 70 70", "2024-Q2 79 79"],
  },
])("$name", ({ changes, points }) => {
  const found = beforeAndAfter(known, changes).map(
    ({ period, before, after }) => `${period} ${before} ${after}`,
  );
  expect(found).toEqual(points);
});

test("points are thinned to so many, spread evenly, and those that change stay in sight", () => {
  const points = Array.from({ length: 100 }, (_, index) => ({
    period: String(1900 + index),
    before: "1",
    after: index === 42 ? "2" : "1",
  }));
  expect(thinned(points, 100)).toEqual(points);
  expect(thinned(points, 4).map(({ period }) => period)).toEqual(["1924", "1942", "1974", "1999"]);
});
