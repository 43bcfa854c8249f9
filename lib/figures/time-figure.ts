import { formatPeriod } from "../numbers/format-period.ts";
import { dayNumber, endDayNumber, lastDay, type Period } from "../periods/period.ts";
import { newestValue } from "../series/newest-value.ts";
import type { FigureContext, FigureData } from "./data.ts";
import { lineFootnotes, statusFootnotes } from "./footnotes.ts";
import { emptyFrame, frame, namedRecords } from "./frame.ts";
import { drawnStatuses, evaluationsOf, lastPeriods } from "./line-sets.ts";
import { eraBands, eventsOnCalendar } from "./marks.ts";
import type { Axis, FigureModel } from "./model.ts";
import type { Placement } from "./placed-values.ts";
import { plotFigure } from "./plot.ts";
import { type PlottedLine, plotLine, rangeOf } from "./plotted-line.ts";
import { readBenchmark, readLine } from "./readings.ts";
import type { TimeFigureSpec } from "./spec.ts";
import { lineSummary } from "./summary.ts";
import { calendarTable } from "./table.ts";
import { calendarTicks } from "./ticks.ts";

/** A figure over the calendar: lines, steps, areas, bars and dots against days, in one panel or several. */
export function buildTimeFigure(spec: TimeFigureSpec, data: FigureData, context: FigureContext): FigureModel {
  const { display, scale, range } = spec;
  const placement = calendarPlacement(range.from, range.to);
  const { drawn, benchmarks, ...plot } = plotFigure(spec, data.records, (line) =>
    plotLine(line, data.records, placement, { display, scale, era: null }),
  );
  if (drawn.length === 0) return emptyFrame(spec, data, context, plot.missing);

  const x = dayAxis(drawn, range.from, range.to);
  const readings = new Map([
    ...drawn.map((line) => [line.spec.id, readLine(line)] as const),
    ...benchmarks.map((level) => [level.spec.id, readBenchmark(level, display)] as const),
  ]);
  return frame(spec, data, context, {
    ...plot,
    x,
    readings,
    bands: eraBands(data.eras, spec.bands, x.domain),
    events: eventsOnCalendar(
      data.events.filter(({ code }) => spec.events.includes(code)),
      data.eras,
      x.domain,
      plot.panels,
    ),
    footnotes: [...statusFootnotes(drawnStatuses(drawn)), ...lineFootnotes(drawn, plot.panels)],
    table: calendarTable(spec.subtitle, drawn, plot.panels),
    summary: lineSummary(drawn, readings, plot.panels),
    lastDrawn: lastPeriods(drawn),
    watched: namedRecords(evaluationsOf(drawn), data).filter((record) => {
      const newest = newestValue(record.series);
      return range.to === undefined || newest === null || lastDay(newest.period) < lastDay(range.to);
    }),
  });
}

function calendarPlacement(from: Period | undefined, to: Period | undefined): Placement {
  const start = from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(from);
  const end = to === undefined ? Number.POSITIVE_INFINITY : endDayNumber(to);
  return {
    range: [from && `from ${formatPeriod(from)}`, to && `to ${formatPeriod(to)}`].filter(Boolean).join(" "),
    place: (observations) =>
      observations
        .map((observation) => ({
          ...observation,
          x: dayNumber(observation.period),
          xEnd: endDayNumber(observation.period),
        }))
        .filter(({ x, xEnd }) => x >= start && xEnd <= end),
  };
}

/** From the range asked for, or else the data, to the range asked for, or else the end of the data. */
function dayAxis(lines: readonly PlottedLine[], from: Period | undefined, to: Period | undefined): Axis {
  const points = lines.flatMap((line) => [...line.points, ...(rangeOf(line)?.points ?? [])]);
  const domain: Axis["domain"] = [
    from === undefined ? Math.min(...points.map(({ x }) => x)) : dayNumber(from),
    to === undefined ? Math.max(...points.map(({ period }) => endDayNumber(period))) : endDayNumber(to),
  ];
  return { kind: "day", scale: "linear", domain, ticks: calendarTicks(domain), title: "" };
}
