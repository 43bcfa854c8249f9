import { ok, type Result } from "../../result.ts";
import type { Course, PeriodValue } from "../course.ts";
import type { Indicator } from "../indicator.ts";
import { formulaCourse, within } from "./formula-course.ts";
import type { Kind, KindContext } from "./kind.ts";

/** The values of a formula as they are. */
export const level: Kind = {
  method:
    "The newest value of a formula, set against the same formula, or its analogue, in the dot-com years.",
  follow(indicator, context) {
    const now = formulaCourse(indicator.now, context, indicator.display);
    if (!now.ok) return now;
    const then =
      indicator.then === null ? ok(null) : formulaCourse(indicator.then, context, indicator.display);
    if (!then.ok) return then;
    const calm = calmValues(indicator, then.value, context);
    return calm.ok ? ok({ now: now.value, then: then.value, calm: calm.value }) : calm;
  },
};

/** The values of calm years: of a formula of their own, or of the one of the dot-com years. */
function calmValues(
  { calm, calmFrom, calmTo, display }: Indicator,
  then: Course | null,
  context: KindContext,
): Result<PeriodValue[], string> {
  if (calmFrom === null || calmTo === null) return ok([]);
  if (calm === null) return ok(then === null ? [] : within(then, calmFrom, calmTo));
  const course = formulaCourse(calm, context, display);
  return course.ok ? ok(within(course.value, calmFrom, calmTo)) : course;
}
