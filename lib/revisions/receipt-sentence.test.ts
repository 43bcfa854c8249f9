import { expect, test } from "vitest";
import { type RevisionDeeds, receiptSentence } from "./receipt-sentence.ts";

const nothing: RevisionDeeds = {
  kind: "import",
  added: 0,
  revised: 0,
  withdrawn: 0,
  series: 0,
  undoes: null,
  undoesSeries: null,
  rows: {},
};
const rows = (added: number, changed = 0, removed = 0) => ({ added, changed, removed });

test.each<{ deeds: Partial<RevisionDeeds>; says: string }>([
  { deeds: { added: 3, revised: 5, series: 2 }, says: "Added 3 values and revised 5 in 2 series." },
  { deeds: { added: 1, series: 1 }, says: "Added 1 value in 1 series." },
  {
    deeds: { added: 1, revised: 2, withdrawn: 1200, series: 3 },
    says: "Added 1 value, revised 2 and withdrew 1,200 in 3 series.",
  },
  {
    deeds: { added: 9, series: 1, rows: { series: rows(1), sources: rows(2, 1), events: rows(0, 0, 1) } },
    says: "Added 9 values in 1 series. Besides, it added 2 sources and 1 series; changed 1 source; removed 1 event.",
  },
  { deeds: { kind: "edit", rows: { seedFacts: rows(0, 2) } }, says: "Changed 2 claims." },
  {
    deeds: { kind: "rollback", undoes: 12, withdrawn: 3, revised: 1, series: 1, undoesSeries: "VC_US_Q" },
    says: "Rolled back revision 12, of VC_US_Q only: restored the former state of 1 value and took back 3 in 1 series.",
  },
  {
    deeds: { kind: "rollback", undoes: 4, rows: { eras: rows(0, 1) } },
    says: "Rolled back revision 4: changed 1 era.",
  },
  { deeds: {}, says: "Changed no value and no row." },
])("$says", ({ deeds, says }) => {
  expect(receiptSentence({ ...nothing, ...deeds })).toBe(says);
});
