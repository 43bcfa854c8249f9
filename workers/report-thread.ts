import { parentPort } from "node:worker_threads";
import { type ExuberancePlan, reportExuberance, simulationsOf } from "../lib/exuberance/index.ts";
import { invariant } from "../lib/invariant.ts";

/** What a thread is asked: a test that was planned, with the numbers of its simulations in the order of `simulationsOf`. */
export interface ReportOrder {
  readonly plan: ExuberancePlan;
  readonly numbers: readonly Float64Array[];
}

/** One question a thread: the report of a test, which sorts some thousand simulated values for every month. */
parentPort?.on("message", ({ plan, numbers }: ReportOrder) => {
  const of = new Map(simulationsOf(plan).map((simulation, at) => [simulation, numbers[at]]));
  const report = reportExuberance(plan, (simulation) => {
    const found = of.get(simulation);
    invariant(found, "every simulation of a plan comes with its numbers");
    return found;
  });
  parentPort?.postMessage(report);
});
