import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../launch/root.mjs";
import { readVitestReport } from "./reports.mjs";
import { runAloud } from "./run-aloud.mjs";

const bin = (/** @type {string} */ path) => join(root, "node_modules", path);
const vitestReport = join(root, ".cache/vitest.json");

/** @typedef {{ name: string, commands: [string, ...string[]][] }} Step */

/** @type {readonly Step[]} */
const staticChecks = [
  {
    name: "format and lint",
    commands: [[bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]],
  },
  {
    name: "types",
    commands: [
      [bin("next/dist/bin/next"), "typegen"],
      [bin("typescript/bin/tsc"), "-p", "."],
    ],
  },
  { name: "boundaries", commands: [[join(root, "scripts/check/boundaries.mjs")]] },
  { name: "unused code", commands: [[bin("knip/bin/knip.js"), "--no-progress"]] },
];

/** The name of the check whose single tests are counted. */
export const unitTests = "unit tests";

/**
 * Runs every check, going on after a failure so that one run shows all of them. Tests that open a store, on
 * PGlite and on a PostgreSQL server, take longer than the rest together and run only `withStores`.
 *
 * @param {{ withStores: boolean }} extent
 * @returns {Promise<{ failed: string[], tests: import("./reports.mjs").Tally }>} the names of the failed checks, and
 *   how the unit tests went
 */
export async function runChecks({ withStores }) {
  const report = ["--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`];
  const projects = withStores ? [] : ["--project=product"];
  /** @type {readonly Step[]} */
  const steps = [
    ...staticChecks,
    { name: unitTests, commands: [[bin("vitest/vitest.mjs"), "run", ...projects, ...report]] },
  ];
  mkdirSync(dirname(vitestReport), { recursive: true });
  rmSync(vitestReport, { force: true });
  /** @type {string[]} */
  const failed = [];
  for (const { name, commands } of steps) {
    console.log(`\n— ${name}`);
    for (const command of commands) {
      if ((await runAloud(command)) === 0) continue;
      failed.push(name);
      break;
    }
  }
  return { failed, tests: readVitestReport(vitestReport) };
}
