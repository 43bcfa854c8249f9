import { parentPort } from "node:worker_threads";
import { fitHistory } from "../lib/lppls/fit-history.ts";
import type { PriceHistory } from "../lib/lppls/windows.ts";

/** One question a thread: what the windows of a price history that end at its last price say together. */
parentPort?.on("message", (history: PriceHistory) => {
  parentPort?.postMessage(fitHistory(history));
});
