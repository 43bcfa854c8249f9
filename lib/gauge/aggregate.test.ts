import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aggregate, coverageWords } from "./aggregate.ts";
import { checkDefinition, type IndexDefinition } from "./index-definition.ts";
import { arithmeticMean, geometricMean } from "./means.ts";
import { anIndex, FLAT_INDEX, granted, REFERENCE, readingsOf, referenceRow } from "./testing.ts";

const { normalised, composite } = REFERENCE;

describe("the reference's composites come out", () => {
  test.each([
    { name: "percentile_expanding" },
    { name: "percentile_full" },
    { name: "minmax_full" },
    { name: "zphi_full" },
  ] as const)("from $name", ({ name }) => {
    for (const t of normalised[name].keys()) {
      const level = granted(aggregate(FLAT_INDEX, referenceRow(normalised[name], t)).index);
      near(level.arithmetic, composite[name].arithmetic[t]);
      near(level.geometric, composite[name].geometric[t]);
    }
  });

  // The file's peak ratios are not cut, so its means are compared, not its index.
  test("from peak_ratio, uncut", () => {
    for (const [t, row] of normalised.peak_ratio.entries()) {
      const shares = row.flatMap((value, i) =>
        value === null ? [] : [{ weight: REFERENCE.weights[i] ?? Number.NaN, value }],
      );
      near(arithmeticMean(shares), composite.peak_ratio.arithmetic[t]);
      near(geometricMean(shares), composite.peak_ratio.geometric[t]);
    }
  });
});

// Pillar a: (3 * 80 + 1 * 40) / 4 = 70; pillar b: 30; the index 50. Geometric: a = 80^0.75 * 40^0.25 = 67.27171322,
// the index sqrt(67.27171322 * 30) = 44.92383996.
const TWO: IndexDefinition = {
  pillars: [
    {
      id: "a",
      weight: 1,
      inputs: [
        { id: "a1", weight: 3 },
        { id: "a2", weight: 1 },
      ],
    },
    { id: "b", weight: 1, inputs: [{ id: "b1", weight: 5 }] },
  ],
};

describe("two levels", () => {
  test("weigh inputs within pillars and pillars within the index", () => {
    const { index, pillars, coverage, counted } = aggregate(TWO, readingsOf({ a1: 80, a2: 40, b1: 30 }));
    const level = granted(index);
    expect(level.arithmetic).toBeCloseTo(50, 12);
    expect(level.geometric).toBeCloseTo(44.92383996, 7);
    expect(level.gap).toBeCloseTo(50 - 44.92383996, 7);
    expect(pillars.map((pillar) => granted(pillar.level).arithmetic)).toEqual([70, 30]);
    expect(counted.map(({ weight }) => weight)).toEqual([0.375, 0.125, 0.5]);
    expect(coverageWords(coverage)).toBe("3 of 3 inputs");
  });

  test("renormalise over what is present", () => {
    const { index, coverage } = aggregate(TWO, readingsOf({ a1: 80, a2: null, b1: 30 }));
    expect(granted(index).arithmetic).toBeCloseTo(55, 12);
    expect(coverageWords(coverage)).toBe("2 of 3 inputs");
  });

  test("count values beyond 0 to 150 as 0 or 150", () => {
    expect(granted(aggregate(TWO, readingsOf({ a1: 400, a2: 150, b1: -7 })).index).arithmetic).toBe(75);
  });

  test("leave out what has no weight", () => {
    const { index, coverage } = aggregate(
      anIndex([
        ["a", 1, [1, 0]],
        ["b", 0, [1]],
      ]),
      readingsOf({ a0: 20 }),
    );
    expect(granted(index).arithmetic).toBe(20);
    expect(coverageWords(coverage)).toBe("1 of 1 input");
  });
});

describe("a level needs enough to be read from", () => {
  const pillarOf = (weights: number[]) => anIndex([["a", 1, weights]]);
  test.each([
    { name: "three tenths and three tenths are 60 %", weights: [0.3, 0.3, 0.4], present: [0, 1], ok: true },
    {
      name: "six tenths that add up to less by rounding are",
      weights: [0.2, 0.4, 0.3, 0.1],
      present: [0, 2, 3],
      ok: true,
    },
    { name: "59 % are not", weights: [59, 41], present: [0], ok: false },
  ])("a pillar 60 % of its weight: $name", ({ weights, present, ok }) => {
    const readings = Object.fromEntries(present.map((i) => [`a${i}`, 50]));
    expect(aggregate(pillarOf(weights), readingsOf(readings)).pillars[0]?.level.ok).toBe(ok);
  });

  test("and says what it lacks", () => {
    const { index, pillars, coverage, counted } = aggregate(pillarOf([59, 41]), readingsOf({ a0: 50 }));
    expect(pillars[0]?.level).toEqual({
      ok: false,
      error: {
        kind: "pillar-coverage",
        weightPresent: 0.59,
        message: "the inputs present carry 59 % of the weight of a; it needs 60 %",
      },
    });
    expect(index).toMatchObject({
      ok: false,
      error: { kind: "index-coverage", message: "0 of 1 pillars can be read; the index needs 1" },
    });
    expect(counted).toEqual([]);
    expect(coverageWords(coverage)).toBe("0 of 2 inputs");
  });

  test.each([
    { pillars: 4, present: 3, ok: true },
    { pillars: 4, present: 2, ok: false },
    { pillars: 3, present: 2, ok: false },
    { pillars: 5, present: 4, ok: true },
    { pillars: 5, present: 3, ok: false },
  ])("an index 75 % of its pillars: $present of $pillars", ({ pillars, present, ok }) => {
    const names = ["a", "b", "c", "d", "e"].slice(0, pillars);
    const definition = anIndex(names.map((id) => [id, 1, [1]]));
    const readings = Object.fromEntries(names.slice(0, present).map((id) => [`${id}0`, 50]));
    expect(aggregate(definition, readingsOf(readings)).index.ok).toBe(ok);
  });
});

describe("a definition is refused", () => {
  test.each([
    {
      name: "with a negative weight",
      definition: anIndex([["a", 1, [1, -1]]]),
      kind: "bad-weight",
      id: "a1",
    },
    {
      name: "with a weight of NaN",
      definition: anIndex([["a", Number.NaN, [1]]]),
      kind: "bad-weight",
      id: "a",
    },
    {
      name: "without weight in a pillar",
      definition: anIndex([["a", 1, [0, 0]]]),
      kind: "no-weight",
      id: "a",
    },
    { name: "without any weight", definition: anIndex([["a", 0, [1]]]), kind: "no-weight", id: null },
    { name: "without pillars", definition: { pillars: [] }, kind: "no-weight", id: null },
    {
      name: "with an input in two pillars",
      definition: { pillars: [...anIndex([["a", 1, [1]]]).pillars, ...anIndex([["a", 1, [1]]]).pillars] },
      kind: "named-twice",
      id: "a0",
    },
  ])("$name", ({ definition, kind, id }) => {
    expect(checkDefinition(definition)).toMatchObject({ ok: false, error: { kind, id } });
  });

  test("but not with weights of any positive sum", () => {
    expect(checkDefinition(TWO)).toEqual({ ok: true, value: TWO });
  });
});

describe("laws of the composite", () => {
  const weight = fc.double({ min: 0.01, max: 100, noNaN: true });
  const pillars = fc.array(fc.array(weight, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
  const cases = pillars.chain((weights) =>
    fc.record({
      weights: fc.constant(weights),
      outer: fc.array(weight, { minLength: weights.length, maxLength: weights.length }),
      values: fc.array(fc.double({ min: -60, max: 260, noNaN: true }), {
        minLength: weights.flat().length,
        maxLength: weights.flat().length,
      }),
      factor: fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      place: fc.nat(weights.flat().length - 1),
      rise: fc.double({ min: 0, max: 100, noNaN: true }),
    }),
  );
  const definitionOf = (weights: number[][], outer: number[]) =>
    anIndex(weights.map((inner, p) => [`p${p}-`, outer[p] ?? 1, inner]));
  const ids = (definition: IndexDefinition) =>
    definition.pillars.flatMap(({ inputs }) => inputs.map(({ id }) => id));
  const readings = (definition: IndexDefinition, values: readonly number[]) =>
    new Map(ids(definition).map((id, i) => [id, values[i] ?? null]));

  test("it lies in 0 to 150 by both means", () => {
    fc.assert(
      fc.property(cases, ({ weights, outer, values }) => {
        const definition = definitionOf(weights, outer);
        const level = granted(aggregate(definition, readings(definition, values)).index);
        for (const mean of [level.arithmetic, level.geometric]) {
          expect(mean).toBeGreaterThanOrEqual(0);
          expect(mean).toBeLessThanOrEqual(150 + 1e-9);
        }
      }),
    );
  });

  test("it does not fall when one reading rises", () => {
    fc.assert(
      fc.property(cases, ({ weights, outer, values, place, rise }) => {
        const definition = definitionOf(weights, outer);
        const higher = values.with(place, (values[place] ?? 0) + rise);
        const before = granted(aggregate(definition, readings(definition, values)).index);
        const after = granted(aggregate(definition, readings(definition, higher)).index);
        expect(after.arithmetic).toBeGreaterThanOrEqual(before.arithmetic - 1e-9);
        expect(after.geometric).toBeGreaterThanOrEqual(before.geometric - 1e-9);
      }),
    );
  });

  test("it does not change when all weights of one level are multiplied", () => {
    fc.assert(
      fc.property(cases, ({ weights, outer, values, factor }) => {
        const definition = definitionOf(weights, outer);
        const scaled = definitionOf(
          weights.map((inner) => inner.map((w) => w * factor)),
          outer.map((w) => w * factor),
        );
        const before = granted(aggregate(definition, readings(definition, values)).index);
        const after = granted(aggregate(scaled, readings(definition, values)).index);
        near(after.arithmetic, before.arithmetic);
        near(after.geometric, before.geometric);
      }),
    );
  });

  test("it does not depend on the order of pillars and inputs", () => {
    fc.assert(
      fc.property(cases, ({ weights, outer, values }) => {
        const definition = definitionOf(weights, outer);
        const turned = {
          pillars: definition.pillars
            .toReversed()
            .map((pillar) => ({ ...pillar, inputs: pillar.inputs.toReversed() })),
        };
        const before = granted(aggregate(definition, readings(definition, values)).index);
        const after = granted(aggregate(turned, readings(definition, values)).index);
        near(after.arithmetic, before.arithmetic);
        near(after.geometric, before.geometric);
      }),
    );
  });

  test("it is the counted values by their parts of the index, which sum to 1", () => {
    fc.assert(
      fc.property(cases, ({ weights, outer, values }) => {
        const definition = definitionOf(weights, outer);
        const { index, counted } = aggregate(definition, readings(definition, values));
        near(
          counted.reduce((sum, { weight: part }) => sum + part, 0),
          1,
        );
        near(
          counted.reduce((sum, { weight: part, value }) => sum + part * value, 0),
          granted(index).arithmetic,
        );
      }),
    );
  });
});

function near(value: number, expected: number | null | undefined): void {
  expect(Math.abs(value - (expected ?? Number.NaN))).toBeLessThan(1e-9);
}
