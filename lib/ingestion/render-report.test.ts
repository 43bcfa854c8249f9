import { expect, test } from "vitest";
import type { Problem } from "./problem.ts";
import { renderReport } from "./render-report.ts";

const problem: Problem = {
  resource: "observations/venture-world.csv",
  row: 17,
  column: "value",
  value: "35,5",
  rule: "decimal",
  remedy: "write 35.5",
};

const report = (...problems: readonly Problem[]) => renderReport({ kind: "unsound-package", problems });

test("a problem names file, row, column, value, rule and remedy", () => {
  expect(report(problem)).toBe(
    "1 problem in observations/venture-world.csv:\n  row 17, column value: `35,5` is not a decimal; write 35.5",
  );
});

test("problems stand under their file, in the order in which files come up", () => {
  const other = {
    ...problem,
    resource: "eras.csv",
    row: 2,
    column: "name",
    value: "",
    rule: "filled",
  } as const;
  expect(report(problem, { ...other, remedy: "fill it in" }, { ...problem, row: 19 })).toBe(
    [
      "2 problems in observations/venture-world.csv:",
      "  row 17, column value: `35,5` is not a decimal; write 35.5",
      "  row 19, column value: `35,5` is not a decimal; write 35.5",
      "1 problem in eras.csv:",
      "  row 2, column name: the cell is empty; fill it in",
    ].join("\n"),
  );
});

test("of many problems in one file ten are shown and the rest counted", () => {
  const lines = report(...Array.from({ length: 12 }, (_, index) => ({ ...problem, row: index + 2 }))).split(
    "\n",
  );
  expect(lines).toHaveLength(12);
  expect(lines[0]).toBe("12 problems in observations/venture-world.csv:");
  expect(lines[11]).toBe("  and 2 more");
});

test("a long value is cut", () => {
  const [, line] = report({ ...problem, value: "9".repeat(100) }).split("\n");
  expect(line).toContain(`\`${"9".repeat(60)}…\``);
});

test("a problem with a whole file names no row", () => {
  const absent = {
    ...problem,
    row: null,
    column: null,
    value: "eras.csv",
    rule: "absent",
    remedy: "add it",
  } as const;
  expect(report(absent)).toContain("  the file: `eras.csv` is not there; add it");
});

test("a commit that came in between is one sentence with both revisions", () => {
  expect(renderReport({ kind: "store-moved-on", planned: 3, revision: 4 })).toBe(
    "The store moved from revision 3 to 4 meanwhile; nothing was stored. Try again.",
  );
});
