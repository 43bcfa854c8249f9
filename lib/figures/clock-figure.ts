import { type Clock, onClock, periodAtStep, sameAge } from "../eras/clock.ts";
import type { Era } from "../eras/era.ts";
import { formatPeriod } from "../numbers/format-period.ts";
import { lastDay } from "../periods/period.ts";
import { err, ok } from "../result.ts";
import { newestValue } from "../series/newest-value.ts";
import type { SeriesRecord } from "../series/record.ts";
import { eraCalendars } from "./calendars.ts";
import type { FigureContext, FigureData } from "./data.ts";
import { lineFootnotes, statusFootnotes } from "./footnotes.ts";
import { emptyFrame, frame, namedRecords } from "./frame.ts";
import { drawnStatuses, evaluationsOf, lastPeriods } from "./line-sets.ts";
import { eventsOnClock } from "./marks.ts";
import type { Axis, FigureModel } from "./model.ts";
import type { Placement } from "./placed-values.ts";
import { plotFigure } from "./plot.ts";
import { type PlottedLine, plotLine } from "./plotted-line.ts";
import { lastStep, newestEra, readBenchmark, readClockLines } from "./readings.ts";
import type { ClockFigureSpec } from "./spec.ts";
import { lineSummary } from "./summary.ts";
import { clockTable } from "./table.ts";
import { clockTicks } from "./ticks.ts";

const CLOCK_NOUNS: Readonly<Record<Clock, string>> = { M: "month", Q: "quarter", A: "year" };

/** A figure on the clock of its eras: each line stands at the months, quarters or years since its era's onset. */
export function buildClockFigure(
  spec: ClockFigureSpec,
  data: FigureData,
  context: FigureContext,
): FigureModel {
  const { display, scale } = spec;
  const { drawn, benchmarks, ...plot } = plotFigure(spec, data.records, (line) => {
    const era = data.eras.find(({ code }) => code === line.era);
    if (!era) return err(unknownEra(line.era));
    return plotLine(line, data.records, clockPlacement(spec, era), { display, scale, era });
  });
  if (drawn.length === 0) return emptyFrame(spec, data, context, plot.missing);

  const x = clockAxis(spec);
  const readings = new Map([
    ...readClockLines(drawn),
    ...benchmarks.map((level) => [level.spec.id, readBenchmark(level, display)] as const),
  ]);
  const newest = newestEra(drawn);
  return frame(spec, data, context, {
    ...plot,
    x,
    readings,
    calendars: eraCalendars(drawn, x.domain, spec.clock, newest === null ? null : lastStep(drawn, newest)),
    events: eventsOnClock(
      data.events.filter(({ code }) => spec.events.includes(code)),
      drawn.flatMap(({ spec: { id }, era }) => (era ? [{ id, era }] : [])),
      x.domain,
      spec.clock,
    ),
    footnotes: [
      ...statusFootnotes(drawnStatuses(drawn)),
      ...(spec.rebase ? [`Each line is 100 in the ${CLOCK_NOUNS[spec.clock]} of its onset.`] : []),
      ...lineFootnotes(drawn, plot.panels),
    ],
    table: clockTable(spec.subtitle, drawn, `${capitalised(CLOCK_NOUNS[spec.clock])}s since onset`),
    summary: lineSummary(drawn, readings, plot.panels),
    lastDrawn: lastPeriods(drawn),
    watched: drawn.flatMap((line) =>
      namedRecords(evaluationsOf([line]), data).filter((record) => reachesNow(record, line, spec)),
    ),
  });
}

function clockPlacement({ clock, range, rebase }: ClockFigureSpec, era: Era): Placement {
  const onset = era.onset.period;
  const noun = CLOCK_NOUNS[clock];
  const placement: Placement = {
    range: `from ${range.from} to ${range.to} ${noun}s since the onset of ${era.name}`,
    place: (observations) =>
      onClock({ observations }, onset, clock)
        .map(({ step, stepEnd, period, value, status }) => ({
          period,
          value,
          status,
          x: step,
          xEnd: stepEnd,
        }))
        .filter(({ x }) => x >= range.from && x <= range.to),
  };
  if (!rebase) return placement;
  return {
    ...placement,
    rebasing: (observations) => {
      const base = sameAge(onClock({ observations }, onset, clock), 0);
      const level = base?.value ?? null;
      if (!base || level === null || level <= 0) {
        return err(`It cannot be rebased: no positive value at the onset, ${formatPeriod(onset)}.`);
      }
      return ok({
        base: base.period,
        unit: { kind: "index", base: `${noun} of onset = 100` },
        restate: (values) =>
          values.map((at) => ({ ...at, value: at.value === null ? null : (at.value / level) * 100 })),
      });
    },
  };
}

function clockAxis({ clock, range }: ClockFigureSpec): Axis {
  const domain: Axis["domain"] = [range.from, range.to];
  return {
    kind: "step",
    scale: "linear",
    domain,
    ticks: clockTicks(domain, clock),
    title: "Time since onset",
  };
}

/** Whether the end of a line is the end of its series, rather than the end of the range. */
function reachesNow(record: SeriesRecord, { era }: PlottedLine, { range, clock }: ClockFigureSpec): boolean {
  const newest = newestValue(record.series);
  if (!era || newest === null) return false;
  return lastDay(newest.period) < lastDay(periodAtStep(range.to, era.onset.period, clock));
}

function unknownEra(code: string | undefined): string {
  return code === undefined
    ? "It names no era, so it has no place on the clock; give it an `era`."
    : `Its era ${code} is not stored; choose a stored era.`;
}

function capitalised(noun: string): string {
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}
