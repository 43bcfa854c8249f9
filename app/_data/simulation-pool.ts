import "server-only";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { SimulationPool } from "../../workers/simulation-pool.ts";
import { processWide } from "./process-wide.ts";

/** The threads that simulate for this process: one less than there are processors, as one answers. */
export function simulationPool(): SimulationPool {
  return processWide(
    "simulation pool",
    () =>
      new SimulationPool(
        () => new Worker(new URL("../../workers/thread.ts", import.meta.url)),
        availableParallelism() - 1,
      ),
  );
}
