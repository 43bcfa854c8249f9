import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aggregate } from "../gauge/aggregate.ts";
import { definitionOf } from "./composite.ts";
import { anIndicator } from "./testing.ts";
import { areOwn, readWeights } from "./weights.ts";

const INDICATORS = [
  anIndicator({ name: "a", pillar: "venture", weight: 1 }),
  anIndicator({ name: "b", pillar: "venture", weight: 3 }),
  anIndicator({ name: "c", pillar: "markets", weight: 1 }),
  anIndicator({ name: "beside", pillar: "labs", weight: 0 }),
];
const PLACES = new Map([
  ["a", 20],
  ["b", 60],
  ["c", 100],
  ["beside", 150],
]);

function read(query: string) {
  const weights = readWeights(new URLSearchParams(query), INDICATORS);
  if (!weights.ok) expect.fail(weights.error);
  return weights.value;
}

function level(query: string): number {
  const definition = definitionOf(INDICATORS, read(query));
  if (!definition.ok) expect.fail(definition.error.message);
  const { index } = aggregate(definition.value, PLACES);
  if (!index.ok) expect.fail(index.error.message);
  return index.value.arithmetic;
}

describe("a reader's weights", () => {
  // Venture (20 + 3 * 60) / 4 = 50 and markets 100; what is beside has its own pillar once it is weighed.
  test.each([
    { query: "", is: 75 },
    { query: "p.markets=3", is: (50 + 3 * 100) / 4 },
    { query: "p.markets=0", is: 50 },
    { query: "i.b=0", is: (20 + 100) / 2 },
    { query: "i.beside=1", is: (50 + 100 + 150) / 3 },
    { query: "i.a=&p.venture=", is: 75 },
    { query: "i.gone=5", is: 75 },
  ])("$query gives $is", ({ query, is }) => {
    expect(level(query)).toBeCloseTo(is, 12);
  });

  test("only proportions matter, at both levels", () => {
    const weight = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        weight,
        weight,
        weight,
        weight,
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (a, b, v, m, by) => {
          const query = (factor: number) =>
            `i.a=${fixed(a * factor)}&i.b=${fixed(b * factor)}&p.venture=${fixed(v * factor)}&p.markets=${fixed(m * factor)}`;
          expect(level(query(by)) / level(query(1))).toBeCloseTo(1, 6);
        },
      ),
      { numRuns: 100 },
    );
  });

  test.each(["-1", "1e3", "many", "1001", "NaN", "0x1"])("%s is refused by its parameter", (text) => {
    const weights = readWeights(new URLSearchParams({ "p.venture": text }), INDICATORS);
    expect(weights).toMatchObject({
      ok: false,
      error: expect.stringContaining(`“${text}” is no weight for p.venture`),
    });
  });

  test("what a reader leaves as it is, is not theirs", () => {
    expect(areOwn(read("i.a=1&i.b=3&p.markets=1"))).toBe(true);
    expect(areOwn(read("i.a=2"))).toBe(false);
  });

  test("weights that leave nothing make no composite", () => {
    expect(definitionOf(INDICATORS, read("p.venture=0&p.markets=0")).ok).toBe(false);
  });
});

function fixed(weight: number): string {
  return weight.toFixed(12);
}
