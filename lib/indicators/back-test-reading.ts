import type { IndexDefinition } from "../gauge/index-definition.ts";
import { lastDay, type Period } from "../periods/period.ts";
import {
  ALARM_LEVEL,
  type AlarmVerdict,
  alarmsAt,
  type FollowedMonths,
  followedByCrash,
  OTHER_LEVELS,
} from "./alarms.ts";
import { type BackTestMonth, LEAST_EARLIER, placeThen } from "./back-test.ts";
import type { CourseBasis, CourseThen } from "./course-then.ts";
import type { Indicator } from "./indicator.ts";
import type { Pillar } from "./pillar.ts";

/** An input's part in the back-test. Plain JSON. */
export interface BackTestInput {
  readonly name: string;
  readonly title: string;
  readonly pillar: Pillar;
  /** `null`: it has no course in those years. */
  readonly basis: CourseBasis | null;
  /** The first month in which it counts; `null`: none. */
  readonly first: Period | null;
  /** How many of its values were known at the end of that month, and of the last of all months. */
  readonly known: { readonly first: number; readonly last: number };
  /** Months in which it counts, and those of them in which it stood at or above the alarm level. */
  readonly months: number;
  readonly atAlarmLevel: number;
  /** Why it does not count in the last month, as a clause. */
  readonly reason: string | null;
}

/** Months in which a pillar could be read. */
export interface BackTestPillar {
  readonly pillar: Pillar;
  readonly months: number;
}

/** The back-test as a page shows it. Plain JSON. */
export interface BackTestReading {
  readonly months: readonly BackTestMonth[];
  readonly peak: Period;
  /** Months that the composite's own rules leave, and months in which at least two pillars could be read. */
  readonly readable: { readonly byRule: number; readonly ofPillars: number };
  readonly pillars: readonly BackTestPillar[];
  /** At the alarm level, and at the others in ascending order. */
  readonly verdict: AlarmVerdict;
  readonly others: readonly AlarmVerdict[];
  /** Of the months with a level, alarm or not: what an alarm has to do better than. */
  readonly anyMonth: FollowedMonths;
  readonly inputs: readonly BackTestInput[];
}

/** What a back-test is read from. */
export interface BackTestGround {
  readonly months: readonly BackTestMonth[];
  readonly courses: readonly CourseThen[];
  /** Indicators with weight that have no course in those years, with the reason. */
  readonly missing: ReadonlyArray<{ readonly indicator: Indicator; readonly reason: string }>;
  readonly definition: IndexDefinition;
  readonly closes: ReadonlyMap<Period, number>;
  readonly peak: Period;
}

/** The alarms of a back-test, what each input did in it, and how often a month was followed by a crash anyhow. */
export function readBackTest(ground: BackTestGround): BackTestReading {
  const { months, definition, closes, peak } = ground;
  const levels = months.map(({ month, ofPillars }) => ({ month, level: ofPillars }));
  const readable = levels.filter(({ level }) => level !== null).map(({ month }) => month);
  const at = (level: number) => alarmsAt(level, levels, { closes, peak });
  return {
    months,
    peak,
    readable: {
      byRule: months.filter(({ index }) => index !== null).length,
      ofPillars: readable.length,
    },
    pillars: definition.pillars.map(({ id }) => ({
      pillar: id as Pillar,
      months: months.filter(({ pillars }) =>
        pillars.some((each) => each.pillar === id && each.level !== null),
      ).length,
    })),
    verdict: at(ALARM_LEVEL),
    others: OTHER_LEVELS.map(at),
    anyMonth: followedByCrash(readable, closes),
    inputs: [
      ...ground.courses.map((course) => inputOf(course, months)),
      ...ground.missing.map(({ indicator: { name, title, pillar }, reason }) => ({
        ...{ name, title, pillar, reason, basis: null, first: null },
        ...{ known: { first: 0, last: 0 }, months: 0, atAlarmLevel: 0 },
      })),
    ],
  };
}

function inputOf(course: CourseThen, months: readonly BackTestMonth[]): BackTestInput {
  const { name, title, pillar } = course.indicator;
  const counted = months.flatMap(({ month, places }) => {
    const place = places[name];
    return place === undefined ? [] : [{ month, place }];
  });
  const first = counted[0]?.month ?? null;
  const end = months.at(-1)?.month ?? null;
  const knownIn = (month: Period | null) => (month === null ? 0 : course.knownOn(lastDay(month)).length);
  return {
    ...{ name, title, pillar, basis: course.basis, first },
    known: { first: knownIn(first), last: knownIn(end) },
    months: counted.length,
    atAlarmLevel: counted.filter(({ place }) => place >= ALARM_LEVEL).length,
    reason: end === null ? null : reasonIn(end, course),
  };
}

/** Too few values is told before age: it is why an input of those years never counts. */
function reasonIn(month: Period, course: CourseThen): string | null {
  const day = lastDay(month);
  const known = course.knownOn(day).length;
  if (known <= LEAST_EARLIER) {
    return `${known === 0 ? "no value was" : known === 1 ? "one value was" : `${known} values were`} known by then; it needs ${LEAST_EARLIER + 1}`;
  }
  const placed = placeThen(day, course);
  return placed.ok ? null : placed.error;
}
