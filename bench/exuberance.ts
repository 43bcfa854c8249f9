/**
 * The explosiveness tests: ADF, SADF, GSADF and BSADF of all windows in running moments, against the timings of a
 * plain prototype of the same loop and against fitting each window by itself; the cost of a lag and of a bootstrap.
 * Processor time, so that other work on the machine weighs less. Run with `npx tsx bench/exuberance.ts`.
 */
import { hlstBootstrap } from "../lib/exuberance/bootstrap.ts";
import { minimumRows, minimumWindow } from "../lib/exuberance/index.ts";
import { simulate } from "../lib/exuberance/simulation.ts";
import { newSweep, sweep } from "../lib/exuberance/sweep.ts";
import { randomStream } from "../lib/random/stream.ts";
import { median, printBound, printMachine, printRatio } from "./measure.ts";

/** Milliseconds of a prototype in plain JavaScript on one core of another machine, Node 20, without a lag. */
const PROTOTYPE_MS: Readonly<Record<number, number>> = { 200: 0.092, 400: 0.37, 1000: 2.3, 2000: 9.4 };

function walk(n: number): Float64Array {
  const random = randomStream(1, n);
  let level = 0;
  return Float64Array.from({ length: n }, () => {
    level += random.normal();
    return level;
  });
}

/** Median processor time of one run, in milliseconds, over rounds of `repeats` runs. */
function milliseconds(run: () => void, repeats: number, rounds = 11): number {
  const times = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    for (let repeat = 0; repeat < repeats; repeat += 1) run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000 / repeats;
  });
  return median(rounds > 3 ? times.slice(2) : times);
}

function shapeOf(n: number, lag: number) {
  return { minRows: minimumRows(minimumWindow(n), lag, "obs"), lag };
}

function sweepTime(n: number, lag: number): number {
  const y = walk(n);
  const buffers = newSweep(n, shapeOf(n, lag));
  return milliseconds(() => void sweep(y, buffers), Math.max(1, Math.round(8e6 / (n * n))));
}

/** GSADF with the sums of squares of each window computed anew from its residuals. */
function residualLoop(y: Float64Array, minRows: number): number {
  const rows = y.length - 1;
  let gsadf = Number.NEGATIVE_INFINITY;
  for (let s = 0; s <= rows - minRows; s += 1) {
    for (let e = s + minRows; e <= rows; e += 1) gsadf = Math.max(gsadf, windowAdf(y, s, e));
  }
  return gsadf;
}

function windowAdf(y: Float64Array, s: number, e: number): number {
  const c = e - s;
  let mx = 0;
  for (let r = s; r < e; r += 1) mx += y[r] as number;
  mx /= c;
  const md = ((y[e] as number) - (y[s] as number)) / c;
  let sxx = 0;
  let sxd = 0;
  for (let r = s; r < e; r += 1) {
    const x = (y[r] as number) - mx;
    sxx += x * x;
    sxd += x * ((y[r + 1] as number) - (y[r] as number) - md);
  }
  const slope = sxd / sxx;
  let residual = 0;
  for (let r = s; r < e; r += 1) {
    const left = (y[r + 1] as number) - (y[r] as number) - md - slope * ((y[r] as number) - mx);
    residual += left * left;
  }
  return slope / Math.sqrt(residual / (c - 2) / sxx);
}

printMachine("Explosiveness tests: all windows of a random walk");
const times = new Map<number, number>();
const held: boolean[] = [];
for (const n of [200, 400, 1000, 2000]) {
  const own = sweepTime(n, 0);
  times.set(n, own);
  const prototype = PROTOTYPE_MS[n] as number;
  held.push(
    printRatio(`n = ${n}, lag 0, over the prototype elsewhere`, own, prototype, { atMost: 1.5 }, "ms"),
  );
  const y = walk(n);
  const plain = milliseconds(() => void residualLoop(y, shapeOf(n, 0).minRows), 1, n > 400 ? 1 : 5);
  held.push(printRatio(`n = ${n}, lag 0, over each window by itself`, own, plain, { atMost: 0.05 }, "ms"));
  held.push(printRatio(`n = ${n}, lag 1 over lag 0`, sweepTime(n, 1), own, { atMost: 5 }, "ms"));
}
const [at1000, at2000] = [times.get(1000) as number, times.get(2000) as number];
held.push(
  printRatio("twice the length over four times the work", at2000, 4 * at1000, { atMost: 1.25 }, "ms"),
);

const y = walk(400);
const design = hlstBootstrap(y);
const bootstrap = { design, shape: shapeOf(400, 0), draws: 999, seed: 1, withPaths: false };
const bootstrapMs = milliseconds(() => void simulate(bootstrap), 1, 5);
held.push(printBound("HLST bootstrap, n = 400, 999 draws", bootstrapMs, 600, "ms"));
held.push(
  printRatio(
    "the same over its sweeps alone",
    bootstrapMs,
    999 * (times.get(400) as number),
    { atMost: 1.25 },
    "ms",
  ),
);
if (held.includes(false)) process.exitCode = 1;
