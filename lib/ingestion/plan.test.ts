import fc from "fast-check";
import { expect, test } from "vitest";
import { isEmptyPlan, planCommit } from "./plan.ts";
import type { Catalogue, ObservationRow } from "./tables.ts";
import { EMPTY_CATALOGUE } from "./testing.ts";

const key = (row: ObservationRow) => `${row.series} ${row.period} ${row.vintage}`;
const observation: fc.Arbitrary<ObservationRow> = fc.record({
  series: fc.constantFrom("A", "B"),
  period: fc.constantFrom("2023", "2024", "2025"),
  value: fc.option(fc.integer({ min: -9, max: 9 }).map(String)),
  vintage: fc.constantFrom("2026-01-31", "2026-02-28"),
  status: fc.constantFrom("reported", "claimed"),
  source: fc.option(fc.constantFrom("s", "t")),
  note: fc.option(fc.constantFrom("n", "m")),
});
const observations = fc
  .uniqueArray(observation, { selector: key, maxLength: 12 })
  .map((rows): Catalogue => ({ ...EMPTY_CATALOGUE, observations: rows }));

test("a package that says what the store holds, in any order, plans nothing", () => {
  fc.assert(
    fc.property(observations, (held) => {
      const again = { ...held, observations: held.observations.toReversed() };
      const plan = planCommit(again, held, 1);
      expect(isEmptyPlan(plan)).toBe(true);
      expect(plan.observations.unchanged).toBe(held.observations.length);
    }),
  );
});

test("every row of the package is added, revised or unchanged, and every row of the store met or missing", () => {
  fc.assert(
    fc.property(observations, observations, (content, held) => {
      const { added, revised, unchanged, missing } = planCommit(content, held, 1).observations;
      expect(added.length + revised.length + unchanged).toBe(content.observations.length);
      expect(revised.length + unchanged + missing.length).toBe(held.observations.length);
    }),
  );
});

test("what is carried out leaves nothing to do", () => {
  fc.assert(
    fc.property(observations, observations, (content, held) => {
      const { added, revised } = planCommit(content, held, 1).observations;
      const store = new Map(held.observations.map((row) => [key(row), row]));
      for (const row of [...added, ...revised.map(({ after }) => after)]) store.set(key(row), row);
      expect(
        isEmptyPlan(planCommit(content, { ...EMPTY_CATALOGUE, observations: [...store.values()] }, 2)),
      ).toBe(true);
    }),
  );
});

test("a package without a table neither misses nor adds its rows", () => {
  const held = { ...EMPTY_CATALOGUE, observations: fc.sample(observation, 1) };
  expect(planCommit({ events: [] }, held, 1).observations).toEqual({
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
