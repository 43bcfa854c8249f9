import { expect, test } from "vitest";
import { planSentence } from "./plan-sentence.ts";

const none = { added: 0, revised: 0, withdrawn: 0, leftAlone: 0 };

test.each([
  {
    counts: { ...none, withdrawn: 3 },
    says: "This would take back 3 values. Where a value is taken back, what was said before it stands again. Nothing is stored yet.",
  },
  {
    counts: { added: 1, revised: 1200, withdrawn: 0, leftAlone: 2 },
    rows: 1,
    keptRows: 1,
    says: "This would bring back 1 value, restore the former state of 1,200 values, put back or remove 1 row of other tables. Nothing is stored yet. Left as now, for the reasons listed: 2 values and 1 row of other tables.",
  },
  {
    counts: { ...none, leftAlone: 4 },
    restoresNothing: true,
    says: "There is nothing to roll back: it was undone already, or changed since. Left as now, for the reasons listed: 4 values.",
  },
  {
    counts: none,
    restoresNothing: true,
    says: "There is nothing to roll back: it was undone already, or changed since.",
  },
])("$says", ({ counts, rows = 0, keptRows = 0, restoresNothing = false, says }) => {
  expect(planSentence({ counts, rows, keptRows, restoresNothing })).toBe(says);
});
