import { rmSync } from "node:fs";
import { join } from "node:path";
import { prepare } from "../launch/prepare.mjs";
import { report } from "../launch/refusal.mjs";
import { root } from "../launch/root.mjs";
import { closingLine, readPlaywrightReport } from "./reports.mjs";
import { runAloud } from "./run-aloud.mjs";

const playwrightReport = join(root, ".cache/playwright.json");

/**
 * `npm test`: obtains what the tests need, runs every check and then the journeys in a browser against the
 * production build, and closes with one line of counts. A failed check other than the tests counts as one failure.
 */
export async function test() {
  try {
    await prepare(root, true, console.log);
    const { provideBrowser } = await import("../browser.mjs");
    const browser = await provideBrowser(root, console.log);
    console.log(`Browser: ${browser}`);

    const { runChecks, unitTests } = await import("./run-checks.mjs");
    const { failed, tests } = await runChecks({ withStores: true });
    console.log("\n— end-to-end tests");
    const journeys = await runJourneys(browser);

    const brokenChecks = failed.filter((name) => name !== unitTests);
    console.log("");
    if (failed.length > 0) console.log(`Failed: ${failed.join(", ")}.`);
    console.log(closingLine([tests, journeys, { passed: 0, failed: brokenChecks.length, skipped: 0 }]));
    process.exitCode = failed.length > 0 || journeys.failed > 0 ? 1 : 0;
  } catch (error) {
    report(error);
    process.exitCode = 1;
  }
}

/** @param {string} browser */
async function runJourneys(browser) {
  rmSync(playwrightReport, { force: true });
  const code = await runAloud(
    [join(root, "node_modules/@playwright/test/cli.js"), "test", "--reporter=line,json"],
    {
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
    },
  );
  const tally = readPlaywrightReport(playwrightReport);
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
