import { formatPeriod } from "../numbers/format-period.ts";
import { frequencyWords } from "../periods/frequency.ts";
import type { Refusal } from "./refusal.ts";

/** Why a series cannot be tested, and what would help: one or two sentences. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case "unknown-period":
      return `“${refusal.period}” is not a period. Write days, weeks, months, quarters, half-years or years.`;
    case "mixed-frequency": {
      const found = frequencyWords(refusal.frequency).noun;
      return `${formatPeriod(refusal.period)} is a ${found} in a ${frequencyWords(refusal.expected).adjective} series. Test one frequency at a time.`;
    }
    case "out-of-order":
      return `${formatPeriod(refusal.period)} does not come after ${formatPeriod(refusal.after)}. Give every period once, oldest first.`;
    case "gap":
      return `There is a gap at ${formatPeriod(refusal.period)}. ${gapRemedy(refusal.frequency)}`;
    case "not-finite":
      return `The value of ${formatPeriod(refusal.period)} is ${refusal.value}, which is not a number. Correct it or leave it missing.`;
    case "not-positive":
      return `The value of ${formatPeriod(refusal.period)} is ${refusal.value} and has no logarithm. Test the levels.`;
    case "too-short":
      return `${refusal.observations} observations are too few: a test needs at least ${refusal.least}.`;
    case "small-window":
      return `A smallest window of ${refusal.rows} rows with lag ${refusal.lag} leaves ${refusal.degreesOfFreedom} degrees of freedom, fewer than ${refusal.least}. Lengthen the window or shorten the lag.`;
    case "large-window":
      return `The smallest window needs ${refusal.needed} observations and the series has ${refusal.observations}. Shorten the window.`;
    case "no-variation":
      return `The series stands still in ${refusal.skipped} of its ${refusal.windows} windows, which leaves nothing to test.`;
    case "deterministic":
      return `From ${formatPeriod(refusal.from)} to ${formatPeriod(refusal.to)} the values follow a rule exactly, as interpolated ones do. Test data as they were reported.`;
  }
}

function gapRemedy(frequency: string): string {
  return frequency === "D"
    ? "Test weekly or monthly closes."
    : "Test the stretch before or after it; a test bridges no gap.";
}
