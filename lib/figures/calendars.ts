import { type Clock, periodAtStep, stepsSinceOnset } from "../eras/clock.ts";
import { formatPeriod } from "../numbers/format-period.ts";
import type { Axis, Calendar } from "./model.ts";
import type { PlottedLine } from "./plotted-line.ts";
import { multiplesWithin } from "./ticks.ts";

const MOST_YEARS = 10;

/**
 * One calendar for each era on a clock, in the order of the lines: its years, and what falls on `now`. The years of
 * an era that has not peaked end there.
 */
export function eraCalendars(
  lines: readonly PlottedLine[],
  domain: Axis["domain"],
  clock: Clock,
  now: number | null,
): Calendar[] {
  const eras = new Map(lines.flatMap(({ era }) => (era ? [[era.code, era]] : [])));
  return [...eras.values()].map(({ code, hue, name, onset, peak }) => ({
    era: code,
    hue,
    name,
    ticks: yearTicks([domain[0], peak === null && now !== null ? now : domain[1]], onset.period, clock),
    now: now === null ? null : { at: now, text: formatPeriod(periodAtStep(now, onset.period, clock)) },
  }));
}

function yearTicks([from, to]: Axis["domain"], onset: string, clock: Clock): Calendar["ticks"] {
  const first = Number(periodAtStep(from, onset, clock).slice(0, 4));
  const last = Number(periodAtStep(to, onset, clock).slice(0, 4));
  const step = [1, 2, 5, 10, 20, 50].find((years) => (last - first) / years <= MOST_YEARS) ?? 100;
  return multiplesWithin(first, last, step)
    .map((year) => ({ at: stepsSinceOnset(String(year), onset, clock), text: String(year) }))
    .filter(({ at }) => at >= from && at <= to);
}
