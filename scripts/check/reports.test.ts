import { expect, test } from "vitest";
import { closingLine, tallyPlaywright, tallyVitest } from "./reports.mjs";

const vitest = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: true,
  testResults: [{ status: "passed", assertionResults: [{ status: "passed" }] }],
};

test("a test file that could not be loaded counts as a failure", () => {
  const report = { ...vitest, success: false, testResults: [{ status: "failed", assertionResults: [] }] };
  expect(tallyVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 0 });
});

test("a failed test is counted once, not again for its file", () => {
  const file = { status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] };
  expect(tallyVitest({ ...vitest, numFailedTests: 1, success: false, testResults: [file] }).failed).toBe(1);
});

test("a run that failed outside every test counts as a failure", () => {
  expect(tallyVitest({ ...vitest, success: false }).failed).toBe(1);
});

test("skipped and planned tests are both skipped", () => {
  expect(tallyVitest({ ...vitest, numPendingTests: 2, numTodoTests: 1 }).skipped).toBe(3);
});

test("a server that did not start and a test that passed only on repetition are failures", () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 0 };
  expect(tallyPlaywright({ stats, errors: [{ message: "Timed out" }] })).toEqual({
    passed: 3,
    failed: 3,
    skipped: 0,
  });
});

test("the closing line adds up all runs and names skipped tests only when there are some", () => {
  expect(
    closingLine([
      { passed: 10, failed: 0, skipped: 0 },
      { passed: 2, failed: 1, skipped: 0 },
    ]),
  ).toBe("12 passed, 1 failed");
  expect(closingLine([{ passed: 1, failed: 0, skipped: 2 }])).toBe("1 passed, 0 failed, 2 skipped");
});
