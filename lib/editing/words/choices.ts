import { FREQUENCIES, frequencyWords } from "../../periods/frequency.ts";
import { MONTHS, type Status } from "../../series/series.ts";

/** How sure a value is, in words. */
export const STATUS_CHOICES: Readonly<Record<Status, string>> = {
  reported: "reported by its publisher",
  estimate: "an estimate",
  provisional: "provisional: the publisher says it will change",
  claimed: "claimed: said second-hand, not verified",
};

/** The frequencies by their letters. */
export const FREQUENCY_CHOICES: Readonly<Record<string, string>> = Object.fromEntries(
  FREQUENCIES.map((frequency) => [frequency, frequencyWords(frequency).adjective]),
);

/** The months by their numbers. */
export const MONTH_CHOICES: Readonly<Record<string, string>> = Object.fromEntries(
  MONTHS.map((month) => [
    String(month),
    new Date(Date.UTC(2000, month - 1)).toLocaleString("en-GB", { month: "long", timeZone: "UTC" }),
  ]),
);
