import "server-only";
import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import { type ExuberanceReport, type Simulation, simulationsOf } from "../../lib/exuberance/index.ts";
import { buildFigure, type FigureModel } from "../../lib/figures/index.ts";
import { US_CONTEXT } from "../../lib/formula/index.ts";
import type { Indicator } from "../../lib/indicators/indicator.ts";
import { planOf, testedSeries } from "../../lib/indicators/kinds/explosiveness.ts";
import { type TestedBoom, testFigure } from "../../lib/indicators/test-figure.ts";
import { ok, type Result } from "../../lib/result.ts";
import { askOnce } from "../../workers/ask-once.ts";
import type { ReportOrder } from "../../workers/report-thread.ts";
import { type AsOf, type Moment, momentOf } from "./as-of.ts";
import { indicatorGround } from "./indicators.ts";
import { LruCache } from "./lru-cache.ts";
import { perRevision } from "./per-revision.ts";
import { processWide } from "./process-wide.ts";
import { simulationPool } from "./simulation-pool.ts";

/** Numbers of this many simulations are kept; one of 240 months takes up to 7 MB. */
const MOST_SIMULATIONS = 24;

/** A test, and its figure: the values that were tested, the statistic and its critical line. */
export interface TestView {
  readonly report: ExuberanceReport;
  readonly figure: FigureModel;
}

/** The test of an indicator's series today and in the dot-com years, or why it was not made, as a sentence. */
export interface ExplosivenessView {
  readonly now: Result<TestView, string>;
  readonly then: Result<TestView, string> | null;
}

/** Tests the series behind an indicator; what was simulated for the same numbers before is not simulated again. */
export async function loadExplosiveness(indicator: Indicator, asOf: AsOf = {}): Promise<ExplosivenessView> {
  const moment = await momentOf(asOf);
  return perRevision(`explosiveness ${indicator.name} ${moment.name}`, () =>
    testIndicator(indicator, moment),
  );
}

async function testIndicator(indicator: Indicator, moment: Moment): Promise<ExplosivenessView> {
  const { records, eras } = await indicatorGround(moment);
  const context = { records, formula: US_CONTEXT };
  const test = async (formula: string, until: NonNullable<typeof eras>["run"] | null, boom: TestedBoom) => {
    const tested = testedSeries(formula, until, context);
    if (!tested.ok) return tested;
    const plan = planOf(tested.value);
    if (!plan.ok) return plan;
    const numbers = await Promise.all(simulationsOf(plan.value).map(simulated));
    const order: ReportOrder = { plan: plan.value, numbers };
    const report = await askOnce<ExuberanceReport>(spawnReporter, order);
    const { spec, data } = testFigure(report, tested.value.values, boom);
    // Its lines are computed and have no sources of their own.
    return ok({ report, figure: { ...buildFigure(spec, data, { asOf: moment.day }), sources: [] } });
  };
  const now = await test(indicator.now, null, "now");
  const then = indicator.then === null || eras === null ? null : await test(indicator.then, eras.run, "then");
  return { now, then };
}

/** The numbers of a simulation, by what it is: the series that is bootstrapped, the windows, the draws and the seed. */
function simulated(simulation: Simulation): Promise<Float64Array> {
  const key = createHash("sha256").update(JSON.stringify(simulation, plainNumbers)).digest("base64");
  return kept().get(key, () => simulationPool().run(simulation));
}

function spawnReporter(): Worker {
  return new Worker(new URL("../../workers/report-thread.ts", import.meta.url));
}

function plainNumbers(_: string, value: unknown): unknown {
  return value instanceof Float64Array ? [...value] : value;
}

function kept(): LruCache<Float64Array> {
  return processWide("simulations", () => new LruCache(MOST_SIMULATIONS));
}
