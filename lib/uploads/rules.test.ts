import { expect, test } from "vitest";
import { listedRules, problemOf, problemWords } from "./rules.ts";

test("every rule says what breaks it and what to do, as parts of one sentence", () => {
  for (const { says, remedy } of listedRules()) {
    expect(says).toMatch(/^[a-z].*[^.]$/);
    expect(remedy).toMatch(/^[a-z].*[^.]$/);
  }
});

test("a problem is told with its place, its value and its remedy", () => {
  const place = { row: 17, column: "value", value: "abc" };
  expect(problemWords(problemOf("number", place))).toBe(
    "row 17, column value: `abc` is not a number; write the number alone, such as 35.5, or leave the row out",
  );
  expect(problemWords(problemOf("number", { ...place, remedy: "write 5" }))).toBe(
    "row 17, column value: `abc` is not a number; write 5",
  );
  expect(problemWords(problemOf("filled", { row: 17, column: "period", value: "" }))).toBe(
    "row 17, column period: it is empty; fill it in, or leave the row out",
  );
  expect(problemWords(problemOf("no-vintage"))).toBe(
    "the file: it does not say when its values became known; choose a column, or one day for all rows",
  );
});

test("a rule that is checked against the store has words too, and one of another version its name", () => {
  const found = { ...problemOf("number"), row: 3, column: "value", value: "79", remedy: "keep one" };
  expect(problemWords({ ...found, rule: "duplicate" })).toBe(
    "row 3, column value: `79` is a second value for the same period and vintage; keep one",
  );
  expect(problemWords({ ...found, rule: "newer" })).toBe(
    "row 3, column value: `79` breaks the rule newer; keep one",
  );
});
