import { periodAtStep, stepsSinceOnset } from "../eras/clock.ts";
import type { Era } from "../eras/era.ts";
import type { Coverage, Level } from "../gauge/aggregate.ts";
import { type Band, type Change, changeOf } from "../gauge/band.ts";
import type { Bands } from "../gauge/bands-along.ts";
import { inputPairs } from "../gauge/double-counting.ts";
import type { IndexDefinition } from "../gauge/index-definition.ts";
import { leaveOneOut } from "../gauge/leave-one-out.ts";
import { explainMove } from "../gauge/move.ts";
import { containingPeriod, lastDay, type Period } from "../periods/period.ts";
import { type CoursePoint, courseOf } from "./clock-course.ts";
import { type CompositeOn, compositeOn, placesIn, variedInputs } from "./composite.ts";
import type { Indicator } from "./indicator.ts";
import type { Input } from "./input.ts";
import type { Pillar } from "./pillar.ts";

/** Months before and after an onset that the clock shows; the dot-com trough is at 86. */
export const CLOCK_SPAN = { from: -12, to: 90 } as const;

/** How far back the newest readable day is looked for, in months. */
const LOOK_BACK_MONTHS = 24;

/** An input's part in the composite of a day, or why it has none. Plain JSON. */
export interface InputPart {
  readonly name: string;
  readonly title: string;
  readonly pillar: Pillar;
  /** Its part of the index; 0 when it does not count. */
  readonly share: number;
  /** Where it stands between calm years (0) and the dot-com peak (100); not cut. */
  readonly place: number | null;
  readonly period: Period | null;
  /** Why it does not count. */
  readonly reason: string | null;
  /** What the composite would move by without it. */
  readonly changeWithout: number | null;
}

/** One month on the clock, for a chart. Plain JSON. */
export interface ClockMonth {
  readonly step: number;
  readonly month: Period;
  readonly level: number | null;
  readonly band: Band | null;
  readonly coverage: Coverage;
}

/** What moved the composite between two days. */
export interface CompositeMove {
  readonly fromDay: string;
  readonly from: number;
  readonly change: number;
  readonly called: Change;
  readonly contributions: ReadonlyArray<{
    readonly name: string;
    readonly title: string;
    readonly points: number;
  }>;
}

/** Two inputs and their rank correlation (Spearman), over so many months. */
export interface AlikePair {
  readonly titles: readonly [string, string];
  readonly rho: number;
  readonly months: number;
}

/** The composite as a page shows it. Plain JSON. */
export interface CompositeReading {
  /** The day that is shown: the one asked for, or the newest month's end on which enough was known. */
  readonly day: string;
  readonly isAsked: boolean;
  readonly level: Level;
  readonly bands: Bands | null;
  readonly coverage: Coverage;
  readonly pillars: ReadonlyArray<{
    readonly pillar: Pillar;
    readonly level: number | null;
    readonly reason: string | null;
  }>;
  readonly inputs: readonly InputPart[];
  readonly hangsOn: { readonly title: string; readonly change: number } | null;
  readonly isOneIndicatorIndex: boolean;
  /** Inputs that move so much alike, over the months of both booms, that they count one thing twice. */
  readonly alike: readonly AlikePair[];
  /** Against twelve months before; `null` when the composite of that day could not be read. */
  readonly move: CompositeMove | null;
  /** The dot-com composite at the same age, and at its highest. */
  readonly then: {
    readonly same: ClockMonth | null;
    readonly peak: ClockMonth | null;
  };
  readonly clock: { readonly now: readonly ClockMonth[]; readonly then: readonly ClockMonth[] };
}

/** What a composite is read from. */
export interface CompositeGround {
  readonly inputs: readonly Input[];
  /** Indicators with weight that give no input, with the reason. */
  readonly missing: ReadonlyArray<{ readonly indicator: Indicator; readonly reason: string }>;
  readonly definition: IndexDefinition;
  readonly now: Era;
  readonly run: Era;
  /** The day asked for, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Whether the months of the clock have bands too, which takes most of the time. */
  readonly hasBandedClock: boolean;
  /** The bands of a course; may take some time, so the caller may spread it. */
  readonly bandsOf: (points: readonly BandPoint[]) => Promise<readonly (Bands | null)[]>;
}

/** A day whose band is asked for. */
export interface BandPoint {
  readonly inputs: ReturnType<typeof variedInputs>;
  readonly level: number;
}

/** The composite of a day with its course on the clock; `null` when on no day of two years enough was known. */
export async function readComposite(ground: CompositeGround): Promise<CompositeReading | null> {
  const { inputs, definition, now, run, asOf } = ground;
  const shown = newestReadable(ground);
  if (shown === null || !shown.composite.index.ok) return null;
  const level = shown.composite.index.value;
  const yearBefore = compositeOn(sameDayBefore(shown.day), inputs, definition, "now");

  const until = { now: shown.day, then: lastDay(periodAtStep(CLOCK_SPAN.to, run.onset.period, "M")) };
  const course = {
    now: courseOf(now, "now", { ...CLOCK_SPAN, until: until.now }, ground),
    then: courseOf(run, "then", { ...CLOCK_SPAN, until: until.then }, ground),
  };
  const asked = [
    ...[shown, yearBefore].map(bandPoint(inputs)),
    ...[...course.now, ...course.then].map(({ on }) =>
      ground.hasBandedClock ? bandPoint(inputs)(on) : null,
    ),
  ];
  const found = await ground.bandsOf(asked.filter((point) => point !== null));
  const bands = spread(asked, found);
  const [ownBands = null, earlierBands = null] = bands;
  const nowBands = bands.slice(2, 2 + course.now.length);
  const thenBands = bands.slice(2 + course.now.length);
  const clock = {
    now: course.now.map((point, at) => clockMonth(point, nowBands[at] ?? null)),
    then: course.then.map((point, at) => clockMonth(point, thenBands[at] ?? null)),
  };
  const age = stepsSinceOnset(containingPeriod(shown.day, "M"), now.onset.period, "M");
  const leftOut = leaveOneOut(definition, placesIn(shown.placed));
  const titles = new Map(inputs.map(({ indicator }) => [indicator.name, indicator.title]));
  const { largest } = leftOut;
  return {
    day: shown.day,
    isAsked: shown.day === asOf,
    level,
    bands: ownBands,
    coverage: shown.composite.coverage,
    pillars: shown.composite.pillars.map(({ id, level: part }) => ({
      pillar: id as Pillar,
      level: part.ok ? part.value.arithmetic : null,
      reason: part.ok ? null : part.error.message,
    })),
    inputs: [
      ...inputs.map((input) => partOf(input, shown, leftOut.without)),
      ...ground.missing.map(missingPart),
    ],
    hangsOn: largest && { title: titles.get(largest.id) ?? largest.id, change: largest.change },
    isOneIndicatorIndex: leftOut.isOneIndicatorIndex,
    alike: alikePairs([...course.then, ...course.now], inputs),
    move: moveBetween(yearBefore, shown, { before: earlierBands, after: ownBands }, titles),
    then: {
      same: clock.then.find(({ step, level: known }) => step === age && known !== null) ?? null,
      peak: highest(clock.then),
    },
    clock,
  };
}

function alikePairs(months: readonly CoursePoint[], inputs: readonly Input[]): AlikePair[] {
  const places = months.map(({ on }) => placesIn(on.placed));
  const histories = inputs.map(({ indicator: { name, title } }) => ({
    id: title,
    values: places.map((of) => of.get(name) ?? null),
  }));
  return inputPairs(histories).flatMap(({ ids, correlation, isDoubleCounting }) =>
    isDoubleCounting && correlation.ok
      ? [{ titles: ids, rho: correlation.value.rho, months: correlation.value.pairs }]
      : [],
  );
}

function newestReadable({ inputs, definition, asOf }: CompositeGround): CompositeOn | null {
  const today = compositeOn(asOf, inputs, definition, "now");
  if (today.composite.index.ok) return today;
  const month = containingPeriod(asOf, "M");
  for (let back = 1; back <= LOOK_BACK_MONTHS; back += 1) {
    const on = compositeOn(lastDay(periodAtStep(-back, month, "M")), inputs, definition, "now");
    if (on.composite.index.ok) return on;
  }
  return null;
}

/** A year before, on the last day of that month when the month has no such day. */
function sameDayBefore(day: string): string {
  const end = lastDay(periodAtStep(-12, containingPeriod(day, "M"), "M"));
  const same = `${end.slice(0, 8)}${day.slice(8)}`;
  return same < end ? same : end;
}

function bandPoint(inputs: readonly Input[]): (on: CompositeOn) => BandPoint | null {
  return (on) => {
    const { index } = on.composite;
    return index.ok ? { inputs: variedInputs(on, inputs), level: index.value.arithmetic } : null;
  };
}

/** Bands that were found, in the places of the points that they were asked for. */
function spread(asked: readonly (BandPoint | null)[], found: readonly (Bands | null)[]): (Bands | null)[] {
  let next = 0;
  return asked.map((point) => (point === null ? null : (found[next++] ?? null)));
}

function clockMonth({ step, month, level, coverage }: CoursePoint, bands: Bands | null): ClockMonth {
  return { step, month, level, band: bands?.band90 ?? null, coverage };
}

function highest(course: readonly ClockMonth[]): ClockMonth | null {
  return course.reduce<ClockMonth | null>(
    (best, each) =>
      each.level !== null && each.level > (best?.level ?? Number.NEGATIVE_INFINITY) ? each : best,
    null,
  );
}

function partOf(
  { indicator }: Input,
  { placed, composite }: CompositeOn,
  without: ReturnType<typeof leaveOneOut>["without"],
): InputPart {
  const { name, title, pillar } = indicator;
  const each = placed.get(name);
  const counted = composite.counted.find(({ id }) => id === name);
  const pillarReason = composite.pillars.find(({ id }) => id === pillar)?.level;
  return {
    name,
    title,
    pillar,
    share: counted?.weight ?? 0,
    place: each?.ok ? each.value.place : null,
    period: each?.ok ? each.value.value.period : null,
    reason: reasonOf(each, counted !== undefined, pillarReason),
    changeWithout: without.find(({ id }) => id === name)?.change ?? null,
  };
}

function missingPart({ indicator, reason }: CompositeGround["missing"][number]): InputPart {
  const { name, title, pillar } = indicator;
  return { name, title, pillar, share: 0, place: null, period: null, reason, changeWithout: null };
}

function reasonOf(
  each: ReturnType<CompositeOn["placed"]["get"]>,
  isCounted: boolean,
  pillar: CompositeOn["composite"]["pillars"][number]["level"] | undefined,
): string | null {
  if (each === undefined || isCounted) return null;
  if (!each.ok) return each.error;
  return pillar === undefined || pillar.ok ? "it has no weight" : pillar.error.message;
}

function moveBetween(
  before: CompositeOn,
  after: CompositeOn,
  bands: { readonly before: Bands | null; readonly after: Bands | null },
  titles: ReadonlyMap<string, string>,
): CompositeMove | null {
  const move = explainMove(before.composite, after.composite);
  if (!move.ok) return null;
  return {
    fromDay: before.day,
    from: move.value.before,
    change: move.value.change,
    called: bands.before && bands.after ? changeOf(bands.before.band90, bands.after.band90) : "indistinct",
    contributions: move.value.contributions.map(({ id, points }) => ({
      name: id,
      title: titles.get(id) ?? id,
      points,
    })),
  };
}
