import { invariant } from "../../invariant.ts";
import { dayNumber } from "../../periods/period.ts";
import { err, ok } from "../../result.ts";
import type { Course, PeriodValue } from "../course.ts";
import { formulaCourse } from "./formula-course.ts";
import type { Kind } from "./kind.ts";

/** A divisor said longer ago than this is not set under an amount: run-rates of the labs double in less. */
const OLDEST_DIVISOR_DAYS = 200;

/**
 * Amounts that are dated by the day on which they were said, such as valuations, each over the divisor said last before
 * it: a ratio for each amount whose divisor is at most 200 days old. No dot-com counterpart: `then` is passed over.
 */
export const latestRatio: Kind = {
  method: `The newest amount over the divisor said last before it, at most ${OLDEST_DIVISOR_DAYS} days older.`,
  follow({ now, over, display }, context) {
    invariant(over !== null, "a latest-ratio has a divisor");
    const amounts = formulaCourse(now, context, display);
    if (!amounts.ok) return amounts;
    const divisors = formulaCourse(over, context, display);
    if (!divisors.ok) return divisors;
    const [a, b] = [amounts.value, divisors.value];
    if (a.unit.kind !== b.unit.kind) return err(`${now} and ${over} are not in the same unit`);
    const course: Course = {
      values: a.values.flatMap((amount) => ratioOf(amount, b.values)),
      unit: { kind: display === "percent" ? "share" : "multiple" },
      codes: [...new Set([...a.codes, ...b.codes])],
      labels: [...new Set([...a.labels, ...b.labels])],
      reportsJoined: () => 0,
    };
    return ok({ now: course, then: null, calm: [] });
  },
};

function ratioOf({ period, value }: PeriodValue, divisors: readonly PeriodValue[]): PeriodValue[] {
  const said = dayNumber(period);
  const divisor = divisors.findLast(({ period: at }) => dayNumber(at) <= said);
  if (!divisor || divisor.value <= 0 || said - dayNumber(divisor.period) > OLDEST_DIVISOR_DAYS) return [];
  return [{ period, value: value / divisor.value }];
}
