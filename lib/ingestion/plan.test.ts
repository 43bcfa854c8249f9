import fc from "fast-check";
import { expect, test } from "vitest";
import { isEmptyPlan, planCommit } from "./plan.ts";
import type { Held } from "./store.ts";
import type { SeedFactRow } from "./tables.ts";
import { EMPTY_CATALOGUE } from "./testing.ts";

const key = (row: SeedFactRow) => `${row.claim} ${row.targetKind} ${row.target}`;
const seedFact: fc.Arbitrary<SeedFactRow> = fc.record({
  claim: fc.constantFrom(1, 2),
  text: fc.constantFrom("It was 79.", "It was 82."),
  verdict: fc.constantFrom("OK", "DIFF"),
  targetKind: fc.constantFrom("series", "event"),
  target: fc.constantFrom("A", "B", "C"),
  shownAs: fc.constantFrom("reported", "claimed"),
});
const claims = fc
  .uniqueArray(seedFact, { selector: key, maxLength: 12 })
  .map((rows): Held => ({ ...EMPTY_CATALOGUE, seedFacts: rows }));

test("a package that says what the store holds, in any order, plans nothing", () => {
  fc.assert(
    fc.property(claims, (held) => {
      const again = { ...held, seedFacts: held.seedFacts.toReversed() };
      const plan = planCommit(again, held, 1);
      expect(isEmptyPlan(plan)).toBe(true);
      expect(plan.seedFacts.unchanged).toBe(held.seedFacts.length);
    }),
  );
});

test("every row of the package is added, revised or unchanged, and every row of the store met or missing", () => {
  fc.assert(
    fc.property(claims, claims, (content, held) => {
      const { added, revised, unchanged, missing } = planCommit(content, held, 1).seedFacts;
      expect(added.length + revised.length + unchanged).toBe(content.seedFacts.length);
      expect(revised.length + unchanged + missing.length).toBe(held.seedFacts.length);
    }),
  );
});

test("what is carried out leaves nothing to do", () => {
  fc.assert(
    fc.property(claims, claims, (content, held) => {
      const { added, revised } = planCommit(content, held, 1).seedFacts;
      const store = new Map(held.seedFacts.map((row) => [key(row), row]));
      for (const row of [...added, ...revised.map(({ after }) => after)]) store.set(key(row), row);
      const stored = { ...EMPTY_CATALOGUE, seedFacts: [...store.values()] };
      expect(isEmptyPlan(planCommit(content, stored, 2))).toBe(true);
    }),
  );
});

test("a package without a table neither misses nor adds its rows", () => {
  const held = { ...EMPTY_CATALOGUE, seedFacts: fc.sample(seedFact, 1) };
  expect(planCommit({ events: [] }, held, 1).seedFacts).toEqual({
    added: [],
    revised: [],
    unchanged: 0,
    missing: [],
  });
});

test("a figure is the same whatever the order of its keys", () => {
  const figure = (spec: object) => ({
    ...EMPTY_CATALOGUE,
    figures: [{ name: "f", ...spec } as never],
  });
  const one = figure({ kind: "time", lines: [{ id: "a", formula: "X" }] });
  expect(isEmptyPlan(planCommit(figure({ lines: [{ formula: "X", id: "a" }], kind: "time" }), one, 1))).toBe(
    true,
  );
  expect(isEmptyPlan(planCommit(figure({ lines: [{ formula: "Y", id: "a" }], kind: "time" }), one, 1))).toBe(
    false,
  );
});
