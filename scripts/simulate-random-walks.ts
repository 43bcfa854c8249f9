/**
 * Counts the windows that qualify in random walks, with the product's own settings, and writes them to
 * lib/lppls/random-walks.json. Path i of case c is drawn from the stream i + c * paths of the seed. About a third of a
 * second for each path: `npm run simulate:walks -- [paths]`, then `npm run format`.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { confidence } from "../lib/lppls/confidence.ts";
import { fitWindow } from "../lib/lppls/fit-window.ts";
import { PRODUCT_PROFILE } from "../lib/lppls/profiles.ts";
import { randomWalk, type WalkSteps } from "../lib/lppls/random-walk.ts";
import { windowsOf } from "../lib/lppls/windows.ts";
import { randomStream } from "../lib/random/stream.ts";
import { root } from "./launch/root.mjs";

const SEED = 20000310;
const ROWS = 750;
const CASES: readonly (WalkSteps & { name: string })[] = [
  { name: "calm", drift: 0.0004, deviation: 0.0126 },
  { name: "steep", drift: 0.0012, deviation: 0.0126 },
];

const paths = Number(process.argv[2] ?? 500);
const cases = CASES.map(({ name, ...steps }, place) => {
  const counts = Array.from({ length: paths }, (_, path) => countsOf(steps, path + place * paths));
  return {
    name,
    ...steps,
    positive: {
      interior: counts.map((c) => c.positive.interiorWindows),
      qualified: counts.map((c) => c.positive.qualifiedWindows),
    },
    negative: {
      interior: counts.map((c) => c.negative.interiorWindows),
      qualified: counts.map((c) => c.negative.qualifiedWindows),
    },
  };
});
const file = { seed: SEED, rows: ROWS, windows: 26, paths, cases };
writeFileSync(join(root, "lib/lppls/random-walks.json"), `${JSON.stringify(file)}\n`);

function countsOf(steps: WalkSteps, stream: number) {
  const windows = windowsOf(randomWalk(randomStream(SEED, stream), ROWS, steps));
  if (!windows.ok) throw new Error(windows.error.message);
  return confidence(windows.value.map((window) => fitWindow(window, PRODUCT_PROFILE)));
}
