import { describe, expect, test } from "vitest";
import { RULES } from "./index.ts";
import { RESULTS } from "./results.ts";
import { check } from "./testing.ts";

const refusals = RULES.filter(({ verdict }) => verdict === "refused");
/** Claims are seen with the values, so the evaluator's tests cover them. */
const labels = RULES.filter(({ verdict, id }) => verdict === "labelled" && id !== "claimed");

test("no two rules share a name", () => {
  const names = RULES.map(({ id }) => id);
  expect(new Set(names).size).toBe(names.length);
});

describe("every refusal holds for its example and offers a way that passes", () => {
  const without = ["unknown-code", "real-of-other-money"];
  test.each(refusals.map(({ id, example }) => [id, example]))("%s: %s", (id, example) => {
    const guard = check(example);
    expect(guard).toMatchObject({ verdict: "refused", rule: id });
    if (guard.verdict !== "refused") return;
    expect(example.slice(guard.span.start, guard.span.end)).toBe(guard.part);
    expect(guard.reason).toMatch(/^[A-Za-z@\d].*\.$/);
    if (without.includes(id)) expect(guard.alternative).toBeNull();
    else expect(check(guard.alternative ?? "").verdict).not.toBe("refused");
  });
});

describe("every label holds for its example", () => {
  test.each(labels.map(({ id, example }) => [id, example]))("%s: %s", (id, example) => {
    const guard = check(example);
    expect(guard.verdict === "labelled" && guard.labels.map(({ rule }) => rule)).toContain(id);
  });
});

describe("the operators give what the table says", () => {
  const kinds: Readonly<Record<string, string>> = {
    "percentage points": "points",
    "percentage points: 100 times the difference": "points",
    "a percent": "percent",
    "a share": "share",
    "a multiple": "multiple",
    "money in the other currency": "currency",
    "money for each thing counted": "rate",
    "the one for each of the other": "rate",
  };
  test.each(RESULTS.map(({ example, result }) => [example, result]))("%s is %s", (example, result) => {
    const guard = check(example);
    expect(guard.verdict).not.toBe("refused");
    if (guard.verdict === "refused") return;
    const named = kinds[result];
    if (named) expect(guard.type.unit.kind).toBe(named);
  });
});
