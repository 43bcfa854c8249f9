import { aggregate } from "../gauge/aggregate.ts";
import type { IndexDefinition } from "../gauge/index-definition.ts";
import { normalise } from "../gauge/normalise.ts";
import { lastDay, type Period, shiftPeriod } from "../periods/period.ts";
import { err, ok, type Result } from "../result.ts";
import type { CourseThen } from "./course-then.ts";
import { valueInForce } from "./input.ts";
import type { Pillar } from "./pillar.ts";

/** The months that are looked back to. */
export const BACK_TEST_SPAN = { from: "1990-01", to: "2003-12" } as const;

/** A value is placed among its own past from this many earlier values on. */
export const LEAST_EARLIER = 10;

/** The mean of the pillars that can be read is of at least so many. */
const LEAST_PILLARS = 2;

/** The composite as it could have been read at the end of a month. Plain JSON. */
export interface BackTestMonth {
  readonly month: Period;
  /** By the rules of the composite; `null` when too few pillars could be read. */
  readonly index: number | null;
  /** The mean of the pillars that could be read, by their weights; `null` when they were fewer than two. */
  readonly ofPillars: number | null;
  readonly pillars: ReadonlyArray<{ readonly pillar: Pillar; readonly level: number | null }>;
  /** Where each input that counts stood among its own past, from 0 to 100, by the name of its indicator. */
  readonly places: Readonly<Record<string, number>>;
}

/**
 * The composite at the end of each month of the span, with only what was known by then: one month after the other,
 * as they take some time. Appending what became known later changes no month.
 *
 * Nobody knew the dot-com peak before it was past, so an input is not placed by it but by its percentile among its
 * own values up to then. Inputs make pillars and pillars the index by the rules of the composite.
 */
export function* backTest(
  courses: readonly CourseThen[],
  definition: IndexDefinition,
  { from, to }: { readonly from: Period; readonly to: Period } = BACK_TEST_SPAN,
): Generator<BackTestMonth> {
  for (let month = from; month <= to; month = shiftPeriod(month, 1)) {
    const placed = courses.flatMap((course) => {
      const place = placeThen(lastDay(month), course);
      return place.ok ? [[course.indicator.name, place.value] as const] : [];
    });
    yield monthOf(month, placed, definition);
  }
}

/**
 * Where the value in force on `day` stood among the values of its course known by then: the mid-rank percentile on
 * the expanding sample, sign first, from 0 to 100. Error: why it does not count, as a clause.
 */
export function placeThen(
  day: string,
  { indicator, limitDays, knownOn }: CourseThen,
): Result<number, string> {
  const known = knownOn(day);
  const inForce = valueInForce(day, known.at(-1), limitDays);
  if (!inForce.ok) return inForce;
  const earlier = known.length - 1;
  if (earlier < LEAST_EARLIER) return err(`it had ${earlier} earlier values; it needs ${LEAST_EARLIER}`);
  const placed = normalise(
    known.map(({ value }) => value),
    { method: "percentile", direction: indicator.direction, sample: "expanding" },
  ).at(-1);
  return placed?.ok ? ok(placed.value.value) : err("it has no place among its own past");
}

function monthOf(
  month: Period,
  placed: ReadonlyArray<readonly [string, number]>,
  definition: IndexDefinition,
): BackTestMonth {
  const { index, pillars, counted } = aggregate(definition, new Map(placed));
  const readable = pillars.filter(({ level }) => level.ok);
  return {
    month,
    index: index.ok ? index.value.arithmetic : null,
    ofPillars:
      readable.length >= LEAST_PILLARS
        ? counted.reduce((sum, { weight, value }) => sum + weight * value, 0)
        : null,
    pillars: pillars.map(({ id, level }) => ({
      pillar: id as Pillar,
      level: level.ok ? level.value.arithmetic : null,
    })),
    places: Object.fromEntries(placed),
  };
}
