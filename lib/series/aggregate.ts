import { coarserPeriod, periodsBetween, periodsInside } from "../periods/alignment.ts";
import { isCoarser, type RegularFrequency } from "../periods/frequency.ts";
import { mustParse, type Period } from "../periods/period.ts";
import { total } from "./rolling.ts";
import type { Observation } from "./series.ts";
import { weakestStatus } from "./status.ts";
import { finite } from "./values.ts";

/** Calendar days in a row a market has been closed for: Japan, 27 April to 6 May 2019. */
const LONGEST_CLOSURE = 10;
/** Days a period may end without: a long weekend. More, and the period is still under way. */
const LONGEST_CLOSURE_AT_END = 4;

/**
 * Observations at a lower frequency: the `sum`, mean (`avg`) or last (`eop`) of the periods inside each
 * coarser one.
 *
 * `observations` are contiguous and of one regular frequency. A coarser period has a value only if every
 * period inside it has one (`eop`: the last one), so a year in progress gives no sum; the periods at the ends
 * that are not wholly covered are left out, those inside are `null`. Weeks count towards the period of their
 * Thursday. A daily series has holidays: its period is complete unless more than ten calendar days in a row, or
 * more than four at its end, are missing, and the mean, sum or last is of the days there are.
 */
export function aggregate(
  observations: readonly Observation[],
  frequency: RegularFrequency,
  method: "sum" | "avg" | "eop",
): Observation[] {
  const groups = new Map<Period, Observation[]>();
  for (const observation of observations) {
    const period = coarserPeriod(observation.period, frequency);
    const group = groups.get(period);
    if (group) group.push(observation);
    else groups.set(period, [observation]);
  }
  const made = [...groups].map(([period, inside]) => {
    const status = weakestStatus((method === "eop" ? inside.slice(-1) : inside).map((o) => o.status));
    return { period, value: aggregateOne(period, inside, method), status };
  });
  return withoutOpenEnds(made, observations);
}

function aggregateOne(
  period: Period,
  inside: readonly Observation[],
  method: "sum" | "avg" | "eop",
): number | null {
  const first = inside[0];
  if (!first) return null;
  const { frequency } = mustParse(first.period);
  const due = periodsInside(period, frequency);
  if (method === "eop" && frequency !== "D") {
    const last = inside.at(-1);
    return last && last.period === due.at(-1) ? last.value : null;
  }
  if (frequency === "D" ? isUnderWay(inside, due) : inside.length < due.length) return null;
  const present = inside.map(({ value }) => value).filter((value) => value !== null || frequency !== "D");
  if (method === "eop") return present.at(-1) ?? null;
  const sum = total(present);
  return sum === null || method === "sum" ? sum : finite(sum / present.length);
}

function isUnderWay(inside: readonly Observation[], due: readonly Period[]): boolean {
  const known = new Set(inside.flatMap(({ period, value }) => (value === null ? [] : [period])));
  let run = 0;
  let longest = 0;
  for (const day of due) {
    run = known.has(day) ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return longest > LONGEST_CLOSURE || run > LONGEST_CLOSURE_AT_END;
}

/** Without the periods at either end that reach beyond the observations and so have no value. */
function withoutOpenEnds(made: Observation[], observations: readonly Observation[]): Observation[] {
  const [first, last] = [observations[0], observations.at(-1)];
  if (!first || !last) return [];
  const { frequency } = mustParse(first.period);
  const isOpen = ({ period, value }: Observation) => {
    if (value !== null) return false;
    const due = periodsInside(period, frequency);
    return (due[0] ?? first.period) < first.period || (due.at(-1) ?? last.period) > last.period;
  };
  const from = made.findIndex((o) => !isOpen(o));
  const to = made.findLastIndex((o) => !isOpen(o));
  return from < 0 ? [] : made.slice(from, to + 1);
}

/**
 * The last of the dated points inside each period of `frequency`, from the first period that has one to the
 * last; a period without a point is `null`. A point that is itself longer than the period is left out.
 */
export function lastOfEach(points: readonly Observation[], frequency: RegularFrequency): Observation[] {
  const last = new Map<Period, Observation>();
  for (const point of points) {
    if (isCoarser(mustParse(point.period).frequency, frequency) || point.value === null) continue;
    const period = coarserPeriod(point.period, frequency);
    last.set(period, { ...point, period });
  }
  const known = [...last.keys()].sort();
  const [first, end] = [known[0], known.at(-1)];
  if (first === undefined || end === undefined) return [];
  return periodsBetween(first, end).map(
    (period) => last.get(period) ?? { period, value: null, status: "reported" },
  );
}
