import { parentPort } from "node:worker_threads";
import { replicationWidth, runReplications } from "../lib/exuberance/index.ts";
import type { Done, Order } from "./order.ts";

/** One thread of a pool: runs the replications that it is sent, and sends their numbers back without copying them. */
parentPort?.on("message", ({ id, simulation, from, to }: Order) => {
  const numbers = new Float64Array((to - from) * replicationWidth(simulation));
  runReplications(simulation, from, to, numbers);
  const done: Done = { id, from, numbers };
  parentPort?.postMessage(done, [numbers.buffer]);
});
