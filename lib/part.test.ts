import { expect, test } from "vitest";
import { partOf, partStart } from "./part.ts";

test.each([
  { place: 0, total: 0, from: 0 },
  { place: 49, total: 120, from: 0 },
  { place: 50, total: 120, from: 50 },
  { place: 77, total: 120, from: 50 },
  { place: 119, total: 120, from: 100 },
  { place: 5_000, total: 120, from: 100 },
  { place: 100, total: 100, from: 50 },
])("place $place of $total is on the part from $from on", ({ place, total, from }) => {
  expect(partStart(place, total)).toBe(from);
});

test("the parts of a list are the list", () => {
  const list = Array.from({ length: 120 }, (_, index) => index);
  const parts = [0, 50, 100].map((place) => partOf(list, place));
  expect(parts.flatMap(({ lines }) => lines)).toEqual(list);
  expect(parts.map(({ total }) => total)).toEqual([120, 120, 120]);
});
