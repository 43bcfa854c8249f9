import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ExuberanceOptions,
  type ExuberanceReport,
  gather,
  planExuberance,
  replicationWidth,
  reportExuberance,
  runReplications,
  type Simulation,
  scaleFor,
  simulationsOf,
  testExuberance,
} from "./index.ts";
import { aDatedSeries } from "./testing.ts";
import { referenceSeries } from "./testing-reference.ts";

const quick = { scale: "levels", bootstrapDraws: 199, monteCarloDraws: 199 } as const;

describe("the order of inference", () => {
  const explosive = report(referenceSeries("psy1_200"), quick);
  const calm = report(referenceSeries("rw_200"), quick);

  test("a bubble that the bootstrap finds is dated", () => {
    // The series is explosive from observation 80 to 110 of 200 by its design, and collapses then.
    expect(explosive.bootstrap.pValue).toBeLessThanOrEqual(0.05);
    expect(explosive.isExplosive).toBe(true);
    const [episode] = explosive.episodes;
    expect(episode).toMatchObject({ direction: "up", isOngoing: false, label: "explosive rise" });
    const last = explosive.path.findIndex(({ period }) => period === episode?.last);
    expect(explosive.path[last + 1]?.period).toBe(episode?.end);
    expect(Math.abs(last + 27 - 110)).toBeLessThanOrEqual(3);
  });

  test("without a rejection no episode is given, though BSADF lies above the pointwise line somewhere", () => {
    const alarming = report(referenceSeries("rw_400"), quick);
    const signals = alarming.path.filter(
      ({ bsadf }, i) => bsadf > (alarming.lines.pointwise[90][i] as number),
    );
    expect(signals.length).toBeGreaterThan(0);
    expect(alarming.isExplosive).toBe(false);
    expect(alarming.episodes).toEqual([]);
    expect(calm.words.verdict).toMatch(/^Not statistically distinguishable from a random walk/);
  });

  test("fewer than 50 observations are exploratory, whatever the p-value", () => {
    const growth = Array.from({ length: 49 }, (_, t) => 1.2 ** t + Math.sin(5 * t) / 10);
    const short = report(growth, quick);
    expect(short.bootstrap.pValue).toBeLessThanOrEqual(0.05);
    expect(short).toMatchObject({ isExploratory: true, episodes: [] });
    expect(short.words.verdict).toContain("too few for a verdict");
    const longer = [...growth, 1.2 ** 49];
    expect(report(longer, quick)).toMatchObject({ isExploratory: false, episodes: [{ isOngoing: true }] });
  });

  test("thirty yearly observations are told in the words that belong to them", () => {
    const yearly = report(referenceSeries("annual_30"), quick, "1990");
    expect(yearly.words.verdict).toBe(
      "30 yearly observations cannot establish or exclude explosive behaviour; this panel shows size and growth, not a test result.",
    );
    expect(yearly).toMatchObject({ settings: { window: 10, controlled: 2 }, from: "1990", to: "2019" });
  });

  test("the line that dates is the one that is asked for", () => {
    const lengths = (["pointwise", "sadf-running", "global", "family-wise"] as const).map((datingLine) => {
      const dated = report(referenceSeries("psy1_200"), { ...quick, datingLine });
      return dated.episodes.reduce((sum, { duration }) => sum + duration, 0);
    });
    // The global line is the highest, so that less of the series lies above it.
    expect(lengths[2]).toBeLessThan(lengths[0] as number);
    expect(new Set(lengths).size).toBeGreaterThan(2);
  });
});

describe("what a report says beside the verdict", () => {
  test("both other choices are tested, and a verdict that depends on one says so", () => {
    const result = report(referenceSeries("psy1_200"), quick);
    expect(result.robustness).toMatchObject([
      { choice: "lag", lag: 1, scale: "levels", status: "tested", changesVerdict: false },
      { choice: "scale", lag: 0, scale: "log", status: "tested", changesVerdict: true },
    ]);
    expect(result.words.caveats[0]).toMatch(
      /^The verdict depends on the choice: in logarithms the series is not/,
    );
  });

  test("a choice that cannot be tested says why", () => {
    const [, scale] = report(referenceSeries("rw_200"), quick).robustness;
    expect(scale).toMatchObject({ choice: "scale", status: "refused", refusal: { kind: "not-positive" } });
  });

  test("it survives JSON unchanged, so that no number in it is NaN or infinite", () => {
    const result = report(referenceSeries("hetero_200"), quick);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test("a series that was chosen for its rise is marked", () => {
    const chosen = report(referenceSeries("rw_50"), { ...quick, isChosenForItsRise: true });
    expect(chosen.words.caveats.at(-1)).toContain("chosen because it rose");
    expect(report(referenceSeries("rw_50"), quick).words.caveats.at(-1)).not.toContain("chosen");
  });

  test("what cannot be tested is refused", () => {
    const gap = aDatedSeries([...referenceSeries("rw_50")].map((value, t) => (t === 20 ? null : value)));
    expect(testExuberance(gap, quick)).toMatchObject({
      ok: false,
      error: { kind: "gap", period: "1991-09" },
    });
    const walk = aDatedSeries(referenceSeries("rw_50"));
    expect(testExuberance(walk, { ...quick, scale: "log" })).toMatchObject({
      error: { kind: "not-positive" },
    });
    expect(testExuberance(walk, { ...quick, window: 51 })).toMatchObject({ error: { kind: "large-window" } });
    expect(testExuberance(walk, { ...quick, window: 6, lag: 1 })).toMatchObject({
      error: { kind: "small-window" },
    });
  });
});

test("prices and amounts are tested as logarithms, ratios as they are", () => {
  const scales = (["price", "index", "flow", "stock", "count", "ratio"] as const).map(scaleFor);
  expect(scales).toEqual(["log", "log", "log", "log", "log", "levels"]);
});

describe("laws of the test", () => {
  const walk = fc.array(fc.integer({ min: -3000, max: 3000 }), { minLength: 25, maxLength: 60 });
  const few = { ...quick, bootstrapDraws: 49, monteCarloDraws: 49 };

  test("neither a level nor a unit changes a p-value", () => {
    fc.assert(
      fc.property(walk, fc.constantFrom(0, 1), (thousandths, lag) => {
        let level = 0;
        const y = thousandths.map((change) => {
          level += change / 1000;
          return level;
        });
        const one = testExuberance(aDatedSeries(y), { ...few, lag });
        const other = testExuberance(aDatedSeries(y.map((value) => 1000 * value + 5)), { ...few, lag });
        expect(other.ok).toBe(one.ok);
        if (!one.ok || !other.ok) return;
        expect(other.value.bootstrap.pValue).toBe(one.value.bootstrap.pValue);
        expect(other.value.literature.pValue).toBe(one.value.literature.pValue);
      }),
      { numRuns: 30 },
    );
  });

  test("workers that share the replications give the report of one thread to the last bit", () => {
    const series = aDatedSeries(referenceSeries("psy1_200"));
    const plan = planExuberance(series, few);
    if (!plan.ok) throw new Error(plan.error.kind);
    // What a worker receives is a copy of the plan's simulations.
    const results = new Map(
      simulationsOf(plan.value).map((simulation) => [simulation, shared(structuredClone(simulation))]),
    );
    const together = reportExuberance(plan.value, (simulation) => results.get(simulation) as Float64Array);
    expect(testExuberance(series, few)).toEqual({ ok: true, value: together });
  });
});

function report(values: Iterable<number>, options: ExuberanceOptions, from?: string): ExuberanceReport {
  const result = testExuberance(aDatedSeries(values, from), options);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

function shared(simulation: Simulation): Float64Array {
  const bounds = [0, 7, 20, 21, simulation.draws];
  const chunks = bounds.slice(1).map((to, i) => {
    const from = bounds[i] as number;
    const numbers = new Float64Array((to - from) * replicationWidth(simulation));
    runReplications(simulation, from, to, numbers);
    return { from, numbers };
  });
  return gather(simulation, chunks.reverse());
}
