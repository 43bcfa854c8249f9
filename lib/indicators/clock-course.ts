import { periodAtStep } from "../eras/clock.ts";
import type { Era } from "../eras/era.ts";
import type { Coverage } from "../gauge/aggregate.ts";
import type { IndexDefinition } from "../gauge/index-definition.ts";
import { lastDay, type Period } from "../periods/period.ts";
import { type CompositeOn, compositeOn } from "./composite.ts";
import type { Input } from "./input.ts";

/** The composite of one month on the clock of an era. */
export interface CoursePoint {
  /** Months since the onset. */
  readonly step: number;
  readonly month: Period;
  readonly on: CompositeOn;
  /** `null`: too little was known for an index. */
  readonly level: number | null;
  readonly coverage: Coverage;
}

/** Which months of an era are followed: steps since its onset, and the last day that is over. */
export interface CourseSpan {
  readonly from: number;
  readonly to: number;
  readonly until: string;
}

/**
 * The composite at the end of each month of an era, with what is known today of the periods that had ended by then. Of
 * the month that is under way there is none.
 */
export function courseOf(
  era: Era,
  boom: "now" | "then",
  { from, to, until }: CourseSpan,
  { inputs, definition }: { readonly inputs: readonly Input[]; readonly definition: IndexDefinition },
): CoursePoint[] {
  const points: CoursePoint[] = [];
  for (let step = from; step <= to; step += 1) {
    const month = periodAtStep(step, era.onset.period, "M");
    const day = lastDay(month);
    if (day > until) break;
    const on = compositeOn(day, inputs, definition, boom);
    const { index, coverage } = on.composite;
    points.push({ step, month, on, level: index.ok ? index.value.arithmetic : null, coverage });
  }
  return points;
}
