import { expect, test } from "vitest";
import { statusFootnotes } from "./footnotes.ts";

test.each([
  { drawn: ["reported"], notes: [] },
  { drawn: ["claimed"], notes: ["Hollow: said by one secondary source and not verified."] },
  { drawn: ["provisional"], notes: ["Hollow: provisional, still to be revised by its publisher."] },
  {
    drawn: ["provisional", "claimed"],
    notes: ["Hollow: provisional, or said by one secondary source and not verified; the table says which."],
  },
] as const)("hollow marks of $drawn are explained in one sentence", ({ drawn, notes }) => {
  expect(statusFootnotes(drawn)).toEqual(notes);
});

test("estimates have a sentence of their own", () => {
  expect(statusFootnotes(["claimed", "estimate"])).toHaveLength(2);
});
