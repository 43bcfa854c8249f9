/**
 * Tests on threads: one and two threads on the same bootstrap, and for how long the thread that answers is held while a
 * test is run, on an idle process. Run with `npx tsx bench/pool.ts` in the project's folder.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { periodAtStep } from "../lib/eras/clock.ts";
import { planExuberance, type Simulation, simulationsOf } from "../lib/exuberance/index.ts";
import { randomStream } from "../lib/random/stream.ts";
import { SimulationPool } from "../workers/simulation-pool.ts";
import { spawnFromSource } from "../workers/testing.ts";
import { median, printBound, printMachine, printRatio } from "./measure.ts";

const MONTHS = 240;
const DRAWS = 9_999;
const ROUNDS = 5;

printMachine("Explosiveness tests on threads");
const random = randomStream(1);
let level = 0;
const series = Array.from({ length: MONTHS }, (_, i) => {
  level += random.normal();
  return { period: periodAtStep(i, "2000-01", "M"), value: level };
});
const [one, two] = [
  new SimulationPool(() => spawnFromSource(), 1),
  new SimulationPool(() => spawnFromSource(), 2),
];
const simulation = planned({ bootstrapDraws: DRAWS })[1];
if (!simulation) throw new Error("a plan has a bootstrap");
await Promise.all([one.run(simulation), two.run(simulation)]);
const times = { one: [] as number[], two: [] as number[] };
for (let round = 0; round < ROUNDS; round += 1) {
  times.one.push(await timed(() => one.run(simulation)));
  times.two.push(await timed(() => two.run(simulation)));
}
const isFaster = printRatio(
  "one thread over two",
  median(times.one),
  median(times.two),
  { atLeast: 1.7 },
  "ms",
);

const held = monitorEventLoopDelay({ resolution: 1 });
held.enable();
const begin = performance.now();
await Promise.all(planned({}).map((each) => two.run(each)));
const took = performance.now() - begin;
held.disable();
console.log(`a whole test of ${MONTHS} months: ${took.toFixed(0)} ms`);
const isFree = printBound("event loop held while it runs, p99", held.percentile(99) / 1e6, 50, "ms");
await Promise.all([one.close(), two.close()]);
process.exitCode = isFaster && isFree ? 0 : 1;

function planned(options: { bootstrapDraws?: number }): Simulation[] {
  const plan = planExuberance(series, { scale: "levels", ...options });
  if (!plan.ok) throw new Error(plan.error.kind);
  return simulationsOf(plan.value);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
