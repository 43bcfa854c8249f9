import "server-only";
import { createHash } from "node:crypto";
import {
  type ExuberanceReport,
  reportExuberance,
  type Simulation,
  simulationsOf,
} from "../../lib/exuberance/index.ts";
import { US_CONTEXT } from "../../lib/formula/index.ts";
import type { PeriodValue } from "../../lib/indicators/course.ts";
import type { Indicator } from "../../lib/indicators/indicator.ts";
import { planOf, testedSeries } from "../../lib/indicators/kinds/explosiveness.ts";
import { ok, type Result } from "../../lib/result.ts";
import { type AsOf, momentOf } from "./as-of.ts";
import { indicatorGround } from "./indicators.ts";
import { LruCache } from "./lru-cache.ts";
import { processWide } from "./process-wide.ts";
import { simulationPool } from "./simulation-pool.ts";

/** Numbers of this many simulations are kept; one of 240 months takes up to 7 MB. */
const MOST_SIMULATIONS = 24;

/** A test, and the values that were tested. */
export interface TestView {
  readonly report: ExuberanceReport;
  readonly values: readonly PeriodValue[];
}

/** The test of an indicator's series today and in the dot-com years, or why it was not made, as a sentence. */
export interface ExplosivenessView {
  readonly now: Result<TestView, string>;
  readonly then: Result<TestView, string> | null;
}

/** Tests the series behind an indicator; what was simulated for the same numbers before is not simulated again. */
export async function loadExplosiveness(indicator: Indicator, asOf: AsOf = {}): Promise<ExplosivenessView> {
  const { records, eras } = await indicatorGround(await momentOf(asOf));
  const context = { records, formula: US_CONTEXT };
  const test = async (formula: string, until: NonNullable<typeof eras>["run"] | null) => {
    const tested = testedSeries(formula, until, context);
    if (!tested.ok) return tested;
    const plan = planOf(tested.value);
    if (!plan.ok) return plan;
    const simulations = simulationsOf(plan.value);
    const numbers = await Promise.all(simulations.map(simulated));
    const of = new Map(simulations.map((simulation, at) => [simulation, numbers[at]]));
    const report = reportExuberance(plan.value, (simulation) => of.get(simulation) ?? new Float64Array());
    return ok({ report, values: tested.value.values });
  };
  const now = await test(indicator.now, null);
  const then = indicator.then === null || eras === null ? null : await test(indicator.then, eras.run);
  return { now, then };
}

/** The numbers of a simulation, by what it is: the series that is bootstrapped, the windows, the draws and the seed. */
function simulated(simulation: Simulation): Promise<Float64Array> {
  const key = createHash("sha256").update(JSON.stringify(simulation, plainNumbers)).digest("base64");
  return kept().get(key, () => simulationPool().run(simulation));
}

function plainNumbers(_: string, value: unknown): unknown {
  return value instanceof Float64Array ? [...value] : value;
}

function kept(): LruCache<Float64Array> {
  return processWide("simulations", () => new LruCache(MOST_SIMULATIONS));
}
