import { type Frequency, REGULAR_FREQUENCIES, type RegularFrequency } from "./frequency.ts";

/** The lengths that the periods of a series may have: its own; any but a week for the dated points of an irregular one. */
export function formsOf(frequency: Frequency): readonly RegularFrequency[] {
  return frequency === "I" ? REGULAR_FREQUENCIES.filter((form) => form !== "W") : [frequency];
}
