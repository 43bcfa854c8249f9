import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { NEW_FORM } from "../../../../../lib/forms/form-state.ts";
import type { RowDeeds } from "../../../../../lib/revisions/row-deeds.ts";
import { type ComparisonSummary, NO_CHANGES } from "../../../../../lib/uploads/comparison.ts";
import { ChangeQuery } from "../../../../../lib/uploads/review-search.ts";
import { BroughtProblems } from "./brought-problems.tsx";
import { ChangesSum } from "./changes-sum.tsx";
import { CommitForm } from "./commit-form.tsx";
import { NoChanges } from "./no-changes.tsx";

const upload = { id: "an upload", errors: 0, rowsLeftOut: 0 };
const counts = { ...NO_CHANGES, added: 3, revised: 5 };
const rows = (added: number, changed: number) => ({ added, changed, removed: 0 });
const row = { table: "series", key: "A", title: "A", deed: "changed", fields: [] } as const;
const problem = (sentence: string) => ({
  ...{ resource: "series", row: 1, column: "source", value: "nobody", rule: "reference" as const },
  ...{ remedy: "name a source", sentence },
});

/** What a reader of the page reads. */
function read(page: React.ReactElement): string {
  return renderToString(page)
    .replace(/<!--.*?-->/g, "")
    .replace(/<[^>]*>/g, "");
}

describe("the sum counts the rows of other tables:", () => {
  test.each([
    [rows(0, 0), "This file would add 3 values and revise 5. Nothing is stored yet."],
    [rows(0, 2), "This file would add 3 values and revise 5, and change 2 rows of other tables. Nothing"],
    [rows(1, 0), "and revise 5, and add 1 row to other tables. Nothing"],
    [rows(1, 2), "and revise 5, and add or change 3 rows of other tables. Nothing"],
  ])("%o", (rows, says) => {
    const search = ChangeQuery.parse({});
    expect(read(<ChangesSum upload={upload} counts={counts} rows={rows} search={search} />)).toContain(says);
  });
});

test.each([
  [counts, rows(1, 1), "Commit 10 changes"],
  [NO_CHANGES, rows(0, 1), "Commit 1 change"],
])("the button counts values and rows", (counts, rows, says) => {
  const form = formOf({ ...counts, missingAre: "keep" }, rows);
  expect(/<button[^>]*>(.*?)<\/button>/.exec(renderToString(form))?.[1]).toBe(says);
});

test.each([
  { what: "a row is left out", errors: 0, rowsLeftOut: 1, missing: 2, isRefused: true },
  { what: "a row has an error", errors: 1, rowsLeftOut: 0, missing: 2, isRefused: true },
  { what: "no row is in doubt", errors: 0, rowsLeftOut: 0, missing: 2, isRefused: false },
  { what: "nothing is missing", errors: 0, rowsLeftOut: 1, missing: 0, isRefused: false },
])("while missing values are withdrawn and $what, the refusal is foretold: $isRefused", (given) => {
  const { errors, rowsLeftOut, missing, isRefused } = given;
  const summary = { ...counts, missing, missingAre: "withdraw" as const };
  const page = read(formOf(summary, rows(0, 0), { ...upload, errors, rowsLeftOut }));
  expect(page.includes("It cannot be committed as it is")).toBe(isRefused);
});

test("what has errors can be left out as long as nothing missing is withdrawn", () => {
  const withErrors = { ...upload, errors: 2 };
  const ticked = (missingAre: "keep" | "withdraw") =>
    read(formOf({ ...counts, missing: 1, missingAre }, rows(0, 0), withErrors)).includes("Leave out what");
  expect([ticked("keep"), ticked("withdraw")]).toEqual([true, false]);
});

function formOf(summary: ComparisonSummary, rows: RowDeeds, of = upload) {
  return <CommitForm upload={of} base={1} summary={summary} rows={rows} action={async () => NEW_FORM} />;
}

test("nothing would change only when no row of another table would either, and all that is added is sound", () => {
  const says = (counts: typeof NO_CHANGES, brought: Parameters<typeof NoChanges>[0]["brought"]) =>
    read(<NoChanges counts={counts} brought={brought} />).includes("Nothing would change.");
  expect(says(NO_CHANGES, { rows: [], problems: [] })).toBe(true);
  expect(says(NO_CHANGES, { rows: [row], problems: [] })).toBe(false);
  expect(says(NO_CHANGES, { rows: [], problems: [problem("it is wrong")] })).toBe(false);
  expect(says(counts, { rows: [], problems: [] })).toBe(false);
});

test("every problem of what is added is told, however many there are", () => {
  const sentences = Array.from({ length: 60 }, (_, at) => `series, row ${at + 1}: it is wrong`);
  const told = read(<BroughtProblems problems={sentences.map(problem)} remedy="mend them" />);
  for (const sentence of sentences) expect(told).toContain(`${sentence}.`);
  expect(told).toContain("What to do: mend them.");
  expect(read(<BroughtProblems problems={[]} remedy="mend them" />)).toBe("");
});
