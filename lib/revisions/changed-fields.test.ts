import { expect, test } from "vitest";
import { changedFields } from "./changed-fields.ts";

test("only the fields that differ are told, in words and in the order of the row", () => {
  const before = { title: "Venture", staleAfterDays: 140, isRetired: false, notes: "", unitOf: null };
  const after = { title: "Venture", staleAfterDays: null, isRetired: true, notes: "Restated", unitOf: null };
  expect(changedFields(before, after)).toEqual([
    { field: "stale after days", before: "140", after: null },
    { field: "is retired", before: "no", after: "yes" },
    { field: "notes", before: null, after: "Restated" },
  ]);
});

test("within a figure the way to what differs is told, in lists by place", () => {
  const figure = (formula: string, ...more: object[]) => ({
    spec: { titles: [{ text: "A" }], lines: [{ id: "a", formula }, ...more] },
  });
  expect(changedFields(figure("VC_US_Q"), figure("VC_US_A", { id: "b", formula: "GDP" }))).toEqual([
    { field: "spec, lines 1, formula", before: "VC_US_Q", after: "VC_US_A" },
    { field: "spec, lines 2, id", before: null, after: "b" },
    { field: "spec, lines 2, formula", before: null, after: "GDP" },
  ]);
});

test("a list of names differs name by name, also when it was empty", () => {
  expect(changedFields({ participants: [] }, { participants: ["Nvidia"] })).toEqual([
    { field: "participants 1", before: null, after: "Nvidia" },
  ]);
});

test("the order in which a store keeps keys is no difference", () => {
  expect(changedFields({ spec: { a: 1, b: 2 } }, { spec: { b: 2, a: 1 } })).toEqual([]);
});

test("a row that was added or removed has no fields that differ", () => {
  expect(changedFields(null, { title: "Venture" })).toEqual([]);
  expect(changedFields({ title: "Venture" }, null)).toEqual([]);
});
