import { describe, expect, test } from "vitest";
import { changeWords } from "./change-words.ts";
import { fieldChanges, mergeTexts } from "./row-difference.ts";

const ROUND = { company: "Acme", amount: "1.50", lead: "", status: "reported" };

describe("the difference of two rows", () => {
  test("is the fields that would be read otherwise, in the order of the form", () => {
    const after = { company: "Acme Ltd", amount: "1.5", lead: "Beta", status: "claimed" };
    const changes = fieldChanges("rounds", ROUND, after);
    expect(changes.map((change) => changeWords("rounds", change))).toEqual([
      "Company: “Acme” → “Acme Ltd”",
      "Lead investor: “Beta”",
      "How sure: “reported by its publisher” → “claimed: said second-hand, not verified”",
    ]);
    const emptied = fieldChanges("rounds", after, { ...after, lead: "" });
    expect(emptied.map((change) => changeWords("rounds", change))).toEqual([
      "Lead investor: emptied, was “Beta”",
    ]);
  });

  test.each([
    { who: "nobody", typed: "Acme", stored: "Acme", text: "Acme", contested: [], taken: [] },
    { who: "I", typed: "Mine", stored: "Acme", text: "Mine", contested: [], taken: [] },
    { who: "the other", typed: "Acme", stored: "Theirs", text: "Theirs", contested: [], taken: ["company"] },
    { who: "both, alike", typed: "Same", stored: "Same", text: "Same", contested: [], taken: [] },
    { who: "both", typed: "Mine", stored: "Theirs", text: "Mine", contested: ["company"], taken: [] },
  ])("is settled when $who changed a field", ({ typed, stored, text, contested, taken }) => {
    const merged = mergeTexts("rounds", {
      seen: ROUND,
      typed: { ...ROUND, company: typed },
      stored: { ...ROUND, company: stored },
    });
    expect(merged).toEqual({ texts: { ...ROUND, company: text }, contested, taken });
  });
});
