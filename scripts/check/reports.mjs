import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * Counts the tests in a report that Vitest wrote. A file that could not be loaded holds no tests and counts as
 * one failure; so does a run that left no report.
 *
 * @param {string} file
 * @returns {Tally}
 */
export function readVitestReport(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  return tallyVitest(JSON.parse(readFileSync(file, "utf8")));
}

/**
 * Counts the tests in a report that Playwright wrote. Errors outside tests, such as a server that did not start,
 * count as one failure each; so does a run that left no report.
 *
 * @param {string} file
 * @returns {Tally}
 */
export function readPlaywrightReport(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  return tallyPlaywright(JSON.parse(readFileSync(file, "utf8")));
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   success: boolean, testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Tally}
 */
export function tallyVitest(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  ).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !report.success ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Tally}
 */
export function tallyPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * The line that closes a run: `12 passed, 1 failed`, with `, 2 skipped` when there are any.
 *
 * @param {readonly Tally[]} tallies
 */
export function closingLine(tallies) {
  const sum = (/** @type {keyof Tally} */ key) => tallies.reduce((total, tally) => total + tally[key], 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
