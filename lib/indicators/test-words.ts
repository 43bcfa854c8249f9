import { frequencyWords } from "../periods/frequency.ts";
import { mustParse } from "../periods/period.ts";
import type { Reading } from "./reading.ts";

/** From so many values on a test is made, and from so many it gives a verdict (`lib/exuberance`). */
const LEAST = { tested: 20, verdict: 50 } as const;

/**
 * What a test for explosive behaviour could tell of an indicator that is not made of one, in a sentence; `null` where
 * there is no reading, or where the indicator is a test.
 */
export function testWords(reading: Reading): string | null {
  if (reading.status === "unavailable" || reading.indicator.kind === "explosiveness") return null;
  const { observations, now } = reading;
  const { frequency } = mustParse(now.period);
  const counted = observations === 1 ? "One value" : `${observations} values`;
  if (frequency === "A") {
    return `${counted}, one a year, cannot establish or exclude explosive behaviour: this page shows size and growth, not the result of a test. Even thirty would show a true bubble in one case of eight.`;
  }
  if (observations < LEAST.verdict) {
    const limit =
      observations < LEAST.tested ? `a test takes ${LEAST.tested}` : `a verdict takes ${LEAST.verdict}`;
    return `${counted} ${observations === 1 ? "is" : "are"} too few to test for explosive behaviour: ${limit}.`;
  }
  return `Its ${observations} ${frequencyWords(frequency).adjective} values are not tested here: what is tested for explosive behaviour is the path of share prices.`;
}
