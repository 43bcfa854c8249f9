import type { Era } from "../../eras/era.ts";
import {
  type ExuberanceOptions,
  type ExuberancePlan,
  planExuberance,
  refusalWords,
} from "../../exuberance/index.ts";
import { lastDay } from "../../periods/period.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Course, PeriodValue } from "../course.ts";
import { formulaCourse } from "./formula-course.ts";
import type { Kind, KindContext } from "./kind.ts";

/** Months that a test looks at: long enough for its power, short enough that an old boom is not read again. */
const TESTED_MONTHS = 240;

/** The formula says whether logarithms are tested; an index that is watched because it rose makes p-values too small. */
const TEST_OPTIONS: ExuberanceOptions = { scale: "levels", isChosenForItsRise: true };

/** A series as it is tested: the values up to a day. */
export interface Tested {
  readonly values: readonly PeriodValue[];
  readonly course: Course;
}

/**
 * The backward supremum ADF statistic of a monthly series at each month of its last twenty years, and of the twenty
 * years up to the dot-com trough: a statement about the path of the series, not about its value. The verdict of the test
 * is for its own panel: see `lib/exuberance`.
 */
export const explosiveness: Kind = {
  method: `The backward supremum ADF statistic (BSADF; Phillips, Shi and Yu 2015) of the newest month, over ${TESTED_MONTHS} months. Large and positive means explosive; the test of it stands on the page of the indicator.`,
  follow({ now, then }, context) {
    const today = testedSeries(now, null, context);
    if (!today.ok) return today;
    const found = statistics(today.value);
    if (!found.ok) return found;
    if (then === null) return ok({ now: found.value, then: null, calm: [] });
    const run = testedSeries(then, context.run, context);
    if (!run.ok) return run;
    const earlier = statistics(run.value);
    return earlier.ok ? ok({ now: found.value, then: earlier.value, calm: [] }) : earlier;
  },
};

/** The months that are tested: the last of a formula, or the last up to the trough of an era. */
export function testedSeries(
  formula: string,
  until: Era | null,
  context: Omit<KindContext, "run">,
): Result<Tested, string> {
  const course = formulaCourse(formula, context, "auto");
  if (!course.ok) return course;
  const end = until?.trough ? lastDay(until.trough.period) : null;
  const known = course.value.values.filter(({ period }) => end === null || lastDay(period) <= end);
  return ok({ values: known.slice(-TESTED_MONTHS), course: course.value });
}

/** The plan of the test of these months, or why there is none. */
export function planOf({ values }: Tested): Result<ExuberancePlan, string> {
  const plan = planExuberance(values, TEST_OPTIONS);
  return plan.ok ? plan : err(refusalWords(plan.error));
}

function statistics(tested: Tested): Result<Course, string> {
  const plan = planOf(tested);
  if (!plan.ok) return plan;
  const { recursion, sample } = plan.value;
  return ok({
    ...tested.course,
    values: Array.from(recursion.bsadf, (value, i) => ({
      period: sample.periods[recursion.firstEnd + i] as string,
      value,
    })),
    unit: { kind: "index", base: "" },
  });
}
