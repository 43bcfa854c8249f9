import { expect, test } from "vitest";
import { givesStoredValues } from "./stored.ts";

test.each([
  ["VC_US_VE_A", true],
  ["VC_US_VE_A@1999", true],
  ["first(VC_US_VE_A)@1999", true],
  ["lag(VC_US_VE_A, 1)", true],
  ["VC_US_VE_A * 1", false],
  ["-VC_US_VE_A", false],
  ["real(VC_US_VE_A, 2024)@1999", false],
  ["freq(VC_US_PB_Q, A, sum)", false],
  ["lag(yoy(VC_US_VE_A), 1)", false],
  ["5", false],
  ["VC_US_VE_A +", false],
])("%s gives stored values: %s", (formula, isStored) => {
  expect(givesStoredValues(formula)).toBe(isStored);
});
