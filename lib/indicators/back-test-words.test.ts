import { describe, expect, test } from "vitest";
import type { Alarm, AtPeak } from "./alarms.ts";
import type { BackTestReading } from "./back-test-reading.ts";
import {
  aftermathWords,
  backTestHeading,
  basisWords,
  beforePeakWords,
  followedWords,
  readableSentence,
} from "./back-test-words.ts";

function anAlarm(isCrash: boolean, beforePeak = 3): Alarm {
  return {
    ...{ first: "1999-12", last: "2000-10", months: 11, isOpen: false, beforePeak },
    aftermath: { change: isCrash ? -0.63 : -0.01, low: "2001-09", isCrash },
  };
}

function aReading(
  alarms: readonly Alarm[],
  atPeak: AtPeak,
  change: Partial<BackTestReading> = {},
): BackTestReading {
  return {
    ...{ months: [], peak: "2000-03", pillars: [], others: [], inputs: [] },
    readable: { byRule: 0, ofPillars: 157 },
    verdict: { level: 80, alarms, atPeak, months: { months: 0, followed: 0 } },
    anyMonth: { months: 157, followed: 22 },
    ...change,
  };
}

const EARLY = { kind: "too-early", monthsBefore: 52 } as const;
const CALLED = { kind: "called", monthsBefore: 3 } as const;
const BEGINS = "Read without looking ahead, 1990 to 2003 had";

describe("the heading says how many alarms there were, how many were true, and what became of the peak", () => {
  test.each([
    {
      alarms: [anAlarm(false), anAlarm(false)],
      atPeak: EARLY,
      says: `${BEGINS} 2 alarms at 80: none was followed by a crash within 24 months, and the one that was on at the peak of Mar 2000 had begun 52 months before`,
    },
    {
      alarms: [anAlarm(false), anAlarm(true)],
      atPeak: CALLED,
      says: `${BEGINS} 2 alarms at 80: 1 was followed by a crash within 24 months, and the peak of Mar 2000 was called 3 months before`,
    },
    {
      alarms: [anAlarm(true), anAlarm(true), anAlarm(false)],
      atPeak: CALLED,
      says: `${BEGINS} 3 alarms at 80: 2 were followed by a crash within 24 months, and the peak of Mar 2000 was called 3 months before`,
    },
    {
      alarms: [anAlarm(true), anAlarm(true)],
      atPeak: CALLED,
      says: `${BEGINS} 2 alarms at 80: each was followed by a crash within 24 months, and the peak of Mar 2000 was called 3 months before`,
    },
    {
      alarms: [anAlarm(true)],
      atPeak: CALLED,
      says: `${BEGINS} 1 alarm at 80: it was followed by a crash within 24 months, and the peak of Mar 2000 was called 3 months before`,
    },
    {
      alarms: [anAlarm(false)],
      atPeak: { kind: "missed" } as const,
      says: `${BEGINS} 1 alarm at 80: it was not followed by a crash within 24 months, and the peak of Mar 2000 was missed`,
    },
    {
      alarms: [],
      atPeak: { kind: "missed" } as const,
      says: "Read without looking ahead, no month of 1990 to 2003 reached 80: the peak of Mar 2000 was missed",
    },
    {
      alarms: [],
      atPeak: { kind: "unreadable" } as const,
      says: "Read without looking ahead, no month of 1990 to 2003 reached 80, and the month of the peak, Mar 2000, could not be read",
    },
    {
      alarms: [{ ...anAlarm(false), aftermath: null }],
      atPeak: { kind: "missed" } as const,
      says: `${BEGINS} 1 alarm at 80: what followed it is not known, and the peak of Mar 2000 was missed`,
    },
  ])("$says", ({ alarms, atPeak, says }) => {
    expect(backTestHeading(aReading(alarms, atPeak))).toBe(says);
  });

  test("and says so when no month could be read", () => {
    const nothing = aReading([], { kind: "unreadable" }, { readable: { byRule: 0, ofPillars: 0 } });
    expect(backTestHeading(nothing)).toBe("Too little is stored to read the composite of 1990 to 2003");
  });
});

test("the months that the composite's own rules leave are counted, with the pillars that are never read", () => {
  const months = Array<BackTestReading["months"][number]>(168);
  const pillars = [
    { pillar: "venture", months: 0 },
    { pillar: "build-out", months: 0 },
    { pillar: "markets", months: 168 },
    { pillar: "listings", months: 157 },
  ] as const;
  expect(readableSentence(aReading([], { kind: "missed" }, { months, pillars }))).toBe(
    "By its own rules the composite could be read in none of the 168 months: it needs 75% of its 4 pillars, and in no month do venture money and the build-out have a level.",
  );
});

test("months before the peak are counted from the first of an alarm", () => {
  const words = [52, 1, 0, -1].map((beforePeak) => beforePeakWords(anAlarm(true, beforePeak)));
  expect(words).toEqual(["52 months before", "1 month before", "in the month of the peak", "1 month after"]);
});

test("a fall is told with its sign, a rise too, and what is missing is not a fall of nothing", () => {
  const at = (change: number) => aftermathWords({ change, low: "2001-09", isCrash: false });
  expect([at(-0.632), at(0.0188), at(0)]).toEqual(["−63% in Sep 2001", "+2% in Sep 2001", "±0% in Sep 2001"]);
  expect(aftermathWords(null)).toBe("closes of the 24 months after are missing");
});

test("no per cent is told of no months", () => {
  expect(followedWords({ months: 157, followed: 22 })).toBe("22 of 157 (14%)");
  expect(followedWords({ months: 0, followed: 0 })).toBe("none of none");
});

test("what is known from a later copy is told apart from what was reported then", () => {
  const copies = [{ code: "GDP_US_A", vintage: "2025-06-01" }];
  expect(basisWords({ ofItsTime: ["NASDAQ_M"], copies: [] })).toBe(
    "As reported then: each value counts from its report",
  );
  expect(basisWords({ ofItsTime: ["VC_US_VE_A"], copies })).toBe(
    "VC_US_VE_A as reported then. Later copy (GDP_US_A of 1 Jun 2025): each value counts from the end of its period",
  );
});
