import { stepsSinceOnset } from "../eras/clock.ts";
import { type Period, shiftPeriod } from "../periods/period.ts";

/** The level from which a month is an alarm. It was chosen before anything was computed. */
export const ALARM_LEVEL = 80;

/** Other levels, by which the verdict is shown to change. */
export const OTHER_LEVELS = [70, 90] as const;

/**
 * What counts as a crash: a fall of 40 % or more within 24 months.
 *
 * Source: Greenwood, Shleifer and You (2019), Bubbles for Fama, Journal of Financial Economics 131(1), 20–43: a
 * drawdown of 40 % within two years. They measure it from any price within them; here it is from the month's own close.
 */
export const CRASH = {
  fall: -0.4,
  months: 24,
  url: "https://doi.org/10.1016/j.jfineco.2018.09.002",
} as const;

/** A level by month; `null` where there is none. */
export interface MonthLevel {
  readonly month: Period;
  readonly level: number | null;
}

/** What came in the months after one: the lowest close, as a change from its own, or `null` when closes are missing. */
export interface Aftermath {
  readonly change: number;
  readonly low: Period;
  readonly isCrash: boolean;
}

/** A run of months at or above a level. Plain JSON. */
export interface Alarm {
  readonly first: Period;
  readonly last: Period;
  readonly months: number;
  /** Whether it was still on in the last month that is looked at. */
  readonly isOpen: boolean;
  /** Months from its first to the peak; negative after it. */
  readonly beforePeak: number;
  /** After its first month: a true alarm if a crash, else a false one; `null`: not known. */
  readonly aftermath: Aftermath | null;
}

/**
 * What the alarms did about the peak: `called`, by a true one that began in the two years before it; `too-early`, by one
 * that was on in its month but had begun so long before that no crash followed in time; `missed`; or `unreadable`, when
 * its month has no level.
 */
export type AtPeak =
  | { readonly kind: "called" | "too-early"; readonly monthsBefore: number }
  | { readonly kind: "missed" | "unreadable" };

/** The alarms at one level. Plain JSON. */
export interface AlarmVerdict {
  readonly level: number;
  readonly alarms: readonly Alarm[];
  readonly atPeak: AtPeak;
  /** Months at or above the level, and those of them that a crash followed. */
  readonly months: FollowedMonths;
}

/** Of so many months, so many were followed by a crash; months with missing closes after them are left out. */
export interface FollowedMonths {
  readonly months: number;
  readonly followed: number;
}

/** What alarms are judged by: closes by month, and the month of the peak. */
export interface AlarmGround {
  readonly closes: ReadonlyMap<Period, number>;
  readonly peak: Period;
}

/** The alarms at a level, each with what followed. `months` are consecutive and in order. */
export function alarmsAt(level: number, months: readonly MonthLevel[], ground: AlarmGround): AlarmVerdict {
  const runs = runsOf(level, months);
  const alarms = runs.map((run): Alarm => {
    const [first, last] = [run[0], run.at(-1) ?? run[0]];
    return {
      first,
      last,
      months: run.length,
      isOpen: last === months.at(-1)?.month,
      beforePeak: stepsSinceOnset(ground.peak, first, "M"),
      aftermath: aftermathOf(first, ground.closes),
    };
  });
  return {
    level,
    alarms,
    atPeak: atPeak(alarms, months, ground.peak),
    months: followedByCrash(runs.flat(), ground.closes),
  };
}

/** The lowest close of the 24 months after one against its own close; `null` when no crash is seen and closes are missing. */
export function aftermathOf(month: Period, closes: ReadonlyMap<Period, number>): Aftermath | null {
  const own = closes.get(month);
  if (own === undefined || own <= 0) return null;
  const after = Array.from({ length: CRASH.months }, (_, at) => shiftPeriod(month, at + 1)).flatMap(
    (later) => {
      const close = closes.get(later);
      return close === undefined ? [] : [{ low: later, change: close / own - 1 }];
    },
  );
  const lowest = after.reduce<(typeof after)[number] | null>(
    (least, each) => (least === null || each.change < least.change ? each : least),
    null,
  );
  if (lowest === null) return null;
  const isCrash = lowest.change <= CRASH.fall;
  return isCrash || after.length === CRASH.months ? { ...lowest, isCrash } : null;
}

/** How many of these months a crash followed. */
export function followedByCrash(
  months: readonly Period[],
  closes: ReadonlyMap<Period, number>,
): FollowedMonths {
  const known = months.flatMap((month) => aftermathOf(month, closes) ?? []);
  return { months: known.length, followed: known.filter(({ isCrash }) => isCrash).length };
}

/** Runs of months at or above the level; a month without a level ends a run. */
function runsOf(level: number, months: readonly MonthLevel[]): [Period, ...Period[]][] {
  const runs: [Period, ...Period[]][] = [];
  let isOn = false;
  for (const { month, level: own } of months) {
    const isAlarm = own !== null && own >= level;
    if (isAlarm && isOn) runs.at(-1)?.push(month);
    else if (isAlarm) runs.push([month]);
    isOn = isAlarm;
  }
  return runs;
}

function atPeak(alarms: readonly Alarm[], months: readonly MonthLevel[], peak: Period): AtPeak {
  const begun = alarms.filter(({ beforePeak }) => beforePeak >= 0);
  const call = begun.find(({ aftermath, beforePeak }) => aftermath?.isCrash && beforePeak <= CRASH.months);
  if (call) return { kind: "called", monthsBefore: call.beforePeak };
  const on = begun.find(({ last }) => last >= peak);
  if (on) return { kind: "too-early", monthsBefore: on.beforePeak };
  const level = months.find(({ month }) => month === peak)?.level ?? null;
  return { kind: level === null ? "unreadable" : "missed" };
}
