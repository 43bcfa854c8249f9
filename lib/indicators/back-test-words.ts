import { LEAST_OF_INDEX } from "../gauge/aggregate.ts";
import { formatPeriod } from "../numbers/format-period.ts";
import { MINUS } from "../numbers/format-value.ts";
import { type Aftermath, type Alarm, type AtPeak, CRASH, type FollowedMonths } from "./alarms.ts";
import { BACK_TEST_SPAN } from "./back-test.ts";
import type { BackTestReading } from "./back-test-reading.ts";
import type { CourseBasis } from "./course-then.ts";
import { PILLAR_WORDS } from "./pillar.ts";

const [FROM, TO] = [BACK_TEST_SPAN.from.slice(0, 4), BACK_TEST_SPAN.to.slice(0, 4)];

/** What the back-test found, in one sentence without its full stop. */
export function backTestHeading({ readable, verdict, peak }: BackTestReading): string {
  if (readable.ofPillars === 0) return `Too little is stored to read the composite of ${FROM} to ${TO}`;
  const { alarms, level } = verdict;
  const atPeak = atPeakWords(verdict.atPeak, formatPeriod(peak));
  if (alarms.length > 0) {
    return `Read without looking ahead, ${FROM} to ${TO} had ${counted(alarms.length, "alarm")} at ${level}: ${truthWords(alarms)}, and ${atPeak}`;
  }
  const joined = verdict.atPeak.kind === "missed" ? `: ${atPeak}` : `, and ${atPeak}`;
  return `Read without looking ahead, no month of ${FROM} to ${TO} reached ${level}${joined}`;
}

/** How many months the composite's own rules leave, and why not more. */
export function readableSentence({ months, readable, pillars }: BackTestReading): string {
  const never = pillars.filter((each) => each.months === 0).map(({ pillar }) => titleOf(pillar));
  const because = never.length === 0 ? "" : `, and in no month do ${listed(never)} have a level`;
  const [count, all] = [readable.byRule === 0 ? "none" : String(readable.byRule), months.length];
  return `By its own rules the composite could be read in ${count} of the ${all} months: it needs ${LEAST_OF_INDEX * 100}% of its ${pillars.length} pillars${because}.`;
}

/** Of which pillars the mean is, and in how many months. */
export function pillarsSentence({ months, readable, pillars }: BackTestReading): string {
  const read = pillars.filter((each) => each.months > 0).map(({ pillar }) => titleOf(pillar));
  if (readable.ofPillars === 0) return "In no month could two of its pillars be read.";
  return `The alarms below are of something less: the mean of the pillars that could be read (${listed(read)}), at least two, in ${readable.ofPillars} of the ${months.length} months.`;
}

/** What became of an alarm, in a word or two. */
export function alarmKind({ aftermath }: Alarm): "true alarm" | "false alarm" | "not known" {
  if (aftermath === null) return "not known";
  return aftermath.isCrash ? "true alarm" : "false alarm";
}

/** How long before the peak an alarm was raised. */
export function beforePeakWords({ beforePeak }: Alarm): string {
  if (beforePeak === 0) return "in the month of the peak";
  const months = counted(Math.abs(beforePeak), "month");
  return beforePeak > 0 ? `${months} before` : `${months} after`;
}

/** The lowest close of the 24 months after, against the month's own: `−63% in Sep 2001`. */
export function aftermathWords(aftermath: Aftermath | null): string {
  if (aftermath === null) return `closes of the ${CRASH.months} months after are missing`;
  const percent = Math.round(aftermath.change * 100);
  const sign = percent < 0 ? MINUS : percent > 0 ? "+" : "±";
  return `${sign}${Math.abs(percent)}% in ${formatPeriod(aftermath.low)}`;
}

/** What the alarms of a level did about the peak. */
export function atPeakWords(atPeak: AtPeak, peakText: string): string {
  switch (atPeak.kind) {
    case "called":
      return `the peak of ${peakText} was called ${counted(atPeak.monthsBefore, "month")} before`;
    case "too-early":
      return `the one that was on at the peak of ${peakText} had begun ${counted(atPeak.monthsBefore, "month")} before`;
    case "missed":
      return `the peak of ${peakText} was missed`;
    case "unreadable":
      return `the month of the peak, ${peakText}, could not be read`;
  }
}

/** Months at a level beside any month: how many of them a crash followed, as a sentence. */
export function followedSentence({ verdict, anyMonth }: BackTestReading): string {
  return `Of the months at or above ${verdict.level}, ${followedWords(verdict.months)} were followed by a crash; of all months with a level, ${followedWords(anyMonth)}.`;
}

/** `22 of 103 (21%)`; no percentage of nothing. */
export function followedWords({ followed, months }: FollowedMonths): string {
  return months === 0
    ? "none of none"
    : `${followed} of ${months} (${Math.round((100 * followed) / months)}%)`;
}

/** How many of the inputs that count are read as they were reported then, as a sentence. */
export function basisSentence({ inputs }: BackTestReading): string {
  const counting = inputs.filter(({ months }) => months > 0);
  const reported = counting.filter(({ basis }) => basis?.copies.length === 0).length;
  return `Of the ${counted(counting.length, "input")} that ever count, ${reported} ${reported === 1 ? "is" : "are"} read as reported then; of the others a copy made later is all that is stored, in whole or in part, and a value counts from the end of its period.`;
}

/** How the values of a course were known. */
export function basisWords({ ofItsTime, copies }: CourseBasis): string {
  if (copies.length === 0) return "As reported then: each value counts from its report";
  const copied = copies.map(({ code, vintage }) => `${code} of ${formatPeriod(vintage)}`);
  const later = `Later ${copies.length === 1 ? "copy" : "copies"} (${listed(copied)}): each value counts from the end of its period`;
  return ofItsTime.length === 0 ? later : `${listed(ofItsTime)} as reported then. ${later}`;
}

function truthWords(alarms: readonly Alarm[]): string {
  const known = alarms.filter(({ aftermath }) => aftermath !== null);
  const followed = known.filter(({ aftermath }) => aftermath?.isCrash).length;
  const crash = `followed by a crash within ${CRASH.months} months`;
  if (known.length === 0) return `what followed ${alarms.length === 1 ? "it" : "them"} is not known`;
  if (alarms.length === 1) return followed === 1 ? `it was ${crash}` : `it was not ${crash}`;
  if (known.length < alarms.length) return `of the ${known.length} whose end is known, ${followed} ${crash}`;
  if (followed === 0) return `none was ${crash}`;
  if (followed === alarms.length) return `each was ${crash}`;
  return `${followed} ${followed === 1 ? "was" : "were"} ${crash}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function titleOf(pillar: keyof typeof PILLAR_WORDS): string {
  return PILLAR_WORDS[pillar].title.toLowerCase();
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
