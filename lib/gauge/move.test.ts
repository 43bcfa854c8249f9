import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aggregate } from "./aggregate.ts";
import { explainMove } from "./move.ts";
import { anIndex, granted, readingsOf } from "./testing.ts";

// Two pillars of equal weight: a holds a0 and a1 at 1 to 1, b holds b0.
const INDEX = anIndex([
  ["a", 1, [1, 1]],
  ["b", 1, [1]],
]);
// One pillar in three parts of 20 % and one of 40 %.
const FLAT = anIndex([["a", 1, [1, 1, 1, 2]]]);

describe("why the index moved", () => {
  // 61: (60 + 82)/2 = 71, with 51. 58: (60 + 70)/2 = 65, with 51. a1 weighs a quarter and fell by 12.
  test("is the weight of each input times its own move", () => {
    const move = moved(INDEX, { a0: 60, a1: 82, b0: 51 }, { a0: 60, a1: 70, b0: 51 });
    expect(move.before).toBeCloseTo(61, 12);
    expect(move.after).toBeCloseTo(58, 12);
    expect(rounded(move.contributions)).toEqual(["a1 stayed -3", "a0 stayed 0", "b0 stayed 0"]);
  });

  // 0.2 (80 + 60 + 40) + 0.4 * 50 = 56. Without a0: (60 + 40 + 2 * 50) / 4 = 50. The rest have not moved.
  test("is the loss of a hot input in its own name, not in that of those that take its weight", () => {
    const move = moved(FLAT, { a0: 80, a1: 60, a2: 40, a3: 50 }, { a0: null, a1: 60, a2: 40, a3: 50 });
    expect(rounded(move.contributions)).toEqual(["a0 left -6", "a1 stayed 0", "a2 stayed 0", "a3 stayed 0"]);
  });

  test("is the return of an input the other way round", () => {
    const move = moved(FLAT, { a0: null, a1: 60, a2: 40, a3: 50 }, { a0: 80, a1: 60, a2: 40, a3: 50 });
    expect(move.contributions[0]).toMatchObject({ id: "a0", part: "joined", before: null, after: 80 });
    expect(rounded(move.contributions)[0]).toBe("a0 joined 6");
  });

  // Four pillars: 20, 40, 60, 80 give 50. Without d: 40, and b has risen by 9, a third of which is 3.
  test("is the loss of a whole pillar against the rest of the index", () => {
    const four = anIndex(["a", "b", "c", "d"].map((id) => [id, 1, [1]]));
    const move = moved(four, { a0: 20, b0: 40, c0: 60, d0: 80 }, { a0: 20, b0: 49, c0: 60, d0: null });
    expect(move.after).toBeCloseTo(43, 12);
    expect(rounded(move.contributions).slice(0, 2)).toEqual(["d0 left -10", "b0 stayed 3"]);
  });

  test("cannot be said where one side has no level, or nothing is in common", () => {
    const known = aggregate(INDEX, readingsOf({ a0: 60, a1: 82, b0: 51 }));
    const unknown = aggregate(INDEX, readingsOf({}));
    expect(explainMove(known, unknown)).toEqual(unknown.index);
    expect(explainMove(unknown, known)).toEqual(unknown.index);
    const five = anIndex([["a", 1, [3, 0, 0]]]);
    const other = anIndex([["a", 1, [0, 3, 0]]]);
    const apart = explainMove(
      aggregate(five, readingsOf({ a0: 1 })),
      aggregate(other, readingsOf({ a1: 1 })),
    );
    expect(apart).toMatchObject({ ok: false, error: { kind: "nothing-in-common" } });
  });
});

test("the contributions add up to the move, whatever joined or left", () => {
  const weight = fc.integer({ min: 1, max: 100 });
  const reading = fc.option(fc.integer({ min: -50, max: 200 }), { freq: 4 });
  const pillar = fc.record({
    weight,
    inputs: fc.array(fc.tuple(weight, reading, reading), { minLength: 1, maxLength: 4 }),
  });
  let explained = 0;
  fc.assert(
    fc.property(fc.array(pillar, { minLength: 1, maxLength: 5 }), (pillars) => {
      const definition = anIndex(
        pillars.map(({ weight: own, inputs }, p) => [`p${p}-`, own, inputs.map(([w]) => w)]),
      );
      const sideOf = (side: 1 | 2) =>
        readingsOf(
          Object.fromEntries(
            pillars.flatMap(({ inputs }, p) => inputs.map((input, i) => [`p${p}-${i}`, input[side]])),
          ),
        );
      const move = explainMove(aggregate(definition, sideOf(1)), aggregate(definition, sideOf(2)));
      if (!move.ok) return;
      explained += 1;
      const { before, after, change, contributions } = move.value;
      const sum = contributions.reduce((total, { points }) => total + points, 0);
      expect(Math.abs(sum - (after - before))).toBeLessThan(1e-9);
      expect(change).toBe(after - before);
    }),
    { numRuns: 500 },
  );
  expect(explained).toBeGreaterThan(100);
});

function moved(
  definition: Parameters<typeof aggregate>[0],
  before: Readonly<Record<string, number | null>>,
  after: Readonly<Record<string, number | null>>,
) {
  return granted(
    explainMove(aggregate(definition, readingsOf(before)), aggregate(definition, readingsOf(after))),
  );
}

function rounded(contributions: readonly { id: string; part: string; points: number }[]): string[] {
  return contributions.map(({ id, part, points }) => `${id} ${part} ${Number(points.toFixed(9)) + 0}`);
}
