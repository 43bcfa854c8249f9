import { ok, type Result } from "../result.ts";
import type { ExuberanceOptions } from "./options.ts";
import { type ExuberancePlan, planExuberance } from "./plan.ts";
import type { Refusal } from "./refusal.ts";
import type { ExuberanceReport } from "./report.ts";
import { reportExuberance } from "./report-exuberance.ts";
import type { DatedValue } from "./sample.ts";
import { type Simulation, simulate } from "./simulation.ts";

/**
 * Tests a series for explosive behaviour, in one thread: `planExuberance`, all simulations, `reportExuberance`. The
 * same series, options and seed give the same report to the last bit.
 */
export function testExuberance(
  series: readonly DatedValue[],
  options: ExuberanceOptions,
): Result<ExuberanceReport, Refusal> {
  const plan = planExuberance(series, options);
  return plan.ok ? ok(reportExuberance(plan.value, simulate)) : plan;
}

/** The simulations of a plan, each once: what workers share. */
export function simulationsOf(plan: ExuberancePlan): Simulation[] {
  const others = plan.alternatives.flatMap(({ result }) =>
    result.status === "planned" ? [result.bootstrap] : [],
  );
  return [plan.monteCarlo, plan.bootstrap, plan.familyWise, ...others];
}
