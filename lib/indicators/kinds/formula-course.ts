import { shownUnit } from "../../figures/display.ts";
import { dayNumber, lastDay, type Period } from "../../periods/period.ts";
import { evaluateReports } from "../../reports/evaluate.ts";
import { err, ok, type Result } from "../../result.ts";
import type { Course, PeriodValue } from "../course.ts";
import type { Indicator } from "../indicator.ts";
import type { KindContext } from "./kind.ts";

/** The course of a formula, each value by the report it is of. Error: what the guard or the evaluation says, as a clause. */
export function formulaCourse(
  formula: string,
  { records, formula: context }: Omit<KindContext, "run">,
  display: Indicator["display"],
): Result<Course, string> {
  const evaluated = evaluateReports(formula, records, context);
  if (!evaluated.ok) return err(asClause(evaluated.error.message));
  const { series, codes, guard, mixedVintages } = evaluated.value;
  return ok({
    values: series.observations.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }])),
    unit: shownUnit(series.type.unit, display),
    codes,
    labels: guard.verdict === "labelled" ? guard.labels.map(({ sentence }) => sentence) : [],
    reportsJoined: (period) => mixedVintages(period).length,
  });
}

/** A sentence without its full stop and its capital, unless that begins a name: it is told within others. */
function asClause(sentence: string): string {
  return sentence.replace(/\.$/, "").replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
}

/** The values of periods that lie wholly between the first day of one period and the last of another. */
export function within({ values }: Pick<Course, "values">, from: Period, to: Period): PeriodValue[] {
  const [first, last] = [dayNumber(from), dayNumber(lastDay(to))];
  return values.filter(({ period }) => dayNumber(period) >= first && dayNumber(lastDay(period)) <= last);
}
