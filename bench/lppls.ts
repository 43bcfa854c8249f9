import { fitWindow } from "../lib/lppls/fit-window.ts";
import { PRODUCT_PROFILE } from "../lib/lppls/profiles.ts";
import { randomWalk } from "../lib/lppls/random-walk.ts";
import { windowsOf } from "../lib/lppls/windows.ts";
import { randomStream } from "../lib/random/stream.ts";
import { median, printBound, printMachine } from "./measure.ts";

const ROUNDS = 12;

printMachine("LPPLS fits of the 26 windows of one day");

const histories = Array.from({ length: ROUNDS }, (_, round) =>
  randomWalk(randomStream(1, round), 750, { drift: 0.001, deviation: 0.0126 }),
);
const milliseconds = histories.map((history) => {
  const windows = windowsOf(history);
  if (!windows.ok) throw new Error(windows.error.message);
  const before = process.cpuUsage();
  for (const window of windows.value) fitWindow(window, PRODUCT_PROFILE);
  return process.cpuUsage(before).user / 1000;
});
const holds = printBound(`processor time, median of ${ROUNDS} walks`, median(milliseconds), 500, "ms");
process.exitCode = holds ? 0 : 1;
