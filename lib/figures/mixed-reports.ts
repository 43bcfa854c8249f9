import { formatPeriod } from "../numbers/format-period.ts";
import type { Period } from "../periods/period.ts";
import type { Use } from "./evaluation.ts";

/** Periods that a sentence names before it counts the others. */
const NAMED_PERIODS = 3;

/** A period whose value joins values of several reports, since none gave all of them. */
interface MixedPeriod {
  readonly period: Period;
  readonly vintages: readonly string[];
}

/** What a reader has to know of the reports behind values that were set against each other. */
export function reportFootnotes(uses: readonly Use[]): string[] {
  const isJoined = uses.some(({ evaluation }) => evaluation.isJoinedByReport);
  return [
    ...(isJoined
      ? [
          "What is set against each other is of one report, the newest that gives it all: a part restated alone is left out.",
        ]
      : []),
    ...uses.flatMap(({ label, evaluation, periods }) => {
      const mixed = periods
        .map((period) => ({ period, vintages: evaluation.mixedVintages(period) }))
        .filter(({ vintages }) => vintages.length > 0);
      return mixed.length === 0 ? [] : [lineSentence(label, mixed)];
    }),
  ];
}

/** Of a line: `AI’s share joins values of different reports in Q4 2023 (of 31 Jan 2024 and 30 Apr 2024), …`. */
function lineSentence(label: string, mixed: readonly MixedPeriod[]): string {
  const named = mixed
    .slice(0, NAMED_PERIODS)
    .map(({ period, vintages }) => `in ${formatPeriod(period)} (of ${days(vintages)})`);
  const more = mixed.length - named.length;
  const rest = more > 0 ? [`in ${more} more ${more === 1 ? "period" : "periods"}`] : [];
  return `${label} ${JOINS} ${listed([...named, ...rest])}; ${NO_REPORT}.`;
}

/** Of a single value: `Q4 2023 joins values of different reports (of 31 Jan 2024 and 30 Apr 2024); …`. */
export function valueSentence(period: Period | null, vintages: readonly string[]): string {
  const subject = period === null ? "This value" : formatPeriod(period);
  return `${subject} ${JOINS} (of ${days(vintages)}); ${NO_REPORT}.`;
}

const JOINS = "joins values of different reports";
const NO_REPORT = "no single report gives them together";

function days(vintages: readonly string[]): string {
  return listed(vintages.map(formatPeriod));
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join();
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
