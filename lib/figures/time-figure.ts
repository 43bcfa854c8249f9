import { formatPeriod } from "../numbers/format-period.ts";
import { dayNumber, endDayNumber, lastDay, type Period } from "../periods/period.ts";
import type { FigureContext, FigureData } from "./data.ts";
import { lineFootnotes, statusFootnotes } from "./footnotes.ts";
import { emptyFrame, frame, namedRecords } from "./frame.ts";
import { newestPeriod } from "./freshness.ts";
import { comparedSets, drawnStatuses, lastPeriods } from "./line-sets.ts";
import { eraBands, eventsOnCalendar } from "./marks.ts";
import type { Axis, FigureModel } from "./model.ts";
import { buildPanels, readBenchmarks } from "./panels.ts";
import { type Placement, type PlottedLine, plotLine } from "./plotted-line.ts";
import { readBenchmark, readLine } from "./readings.ts";
import type { TimeFigureSpec } from "./spec.ts";
import { lineSummary } from "./summary.ts";
import { calendarTable } from "./table.ts";
import { calendarTicks } from "./ticks.ts";
import { setLabels } from "./unlike.ts";

/** A figure over the calendar: lines, steps, areas, bars and dots against days, in one panel or several. */
export function buildTimeFigure(spec: TimeFigureSpec, data: FigureData, context: FigureContext): FigureModel {
  const plotted: PlottedLine[] = [];
  const missing: FigureModel["missing"][number][] = [];
  const placement = calendarPlacement(spec.range.from, spec.range.to);
  for (const line of spec.lines) {
    const result = plotLine(line, data.records, placement, {
      display: spec.display,
      scale: spec.scale,
      era: null,
    });
    if (result.ok) plotted.push(result.value);
    else missing.push({ label: line.label, reason: result.error });
  }
  const levels = readBenchmarks(spec.benchmarks, data.records);
  const {
    panels,
    drawn,
    missing: unlikeUnits,
  } = buildPanels({
    lines: plotted,
    benchmarks: levels.benchmarks,
    panels: spec.panels,
    scale: spec.scale,
    zero: spec.zero,
    display: spec.display,
  });
  missing.push(...unlikeUnits, ...levels.missing);
  if (drawn.length === 0) return emptyFrame(spec, data, context, missing);

  const x = dayAxis(drawn, spec.range.from, spec.range.to);
  const readings = new Map([
    ...drawn.map((line) => [line.spec.id, readLine(line)] as const),
    ...levels.benchmarks.map((level) => [level.spec.id, readBenchmark(level, spec.display)] as const),
  ]);
  const evaluations = [...drawn, ...levels.benchmarks].map(({ evaluation }) => evaluation);
  return frame(spec, data, context, {
    x,
    panels,
    missing,
    evaluations,
    readings,
    setLabels: setLabels(comparedSets(panels, drawn, levels.benchmarks)),
    bands: eraBands(data.eras, spec.bands, x.domain),
    events: eventsOnCalendar(
      data.events.filter(({ code }) => spec.events.includes(code)),
      data.eras,
      x.domain,
      panels,
    ),
    footnotes: [...statusFootnotes(drawnStatuses(drawn)), ...lineFootnotes(drawn, panels)],
    table: calendarTable(spec.subtitle, drawn, panels),
    summary: lineSummary(drawn, readings, panels),
    lastDrawn: lastPeriods(drawn),
    watched: namedRecords(
      drawn.map(({ evaluation }) => evaluation),
      data,
    ).filter((record) => {
      const newest = newestPeriod(record);
      return spec.range.to === undefined || newest === null || lastDay(newest) < lastDay(spec.range.to);
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
  const points = lines.flatMap(({ points: all }) => all);
  const domain: Axis["domain"] = [
    from === undefined ? Math.min(...points.map(({ x }) => x)) : dayNumber(from),
    to === undefined ? Math.max(...points.map(({ period }) => endDayNumber(period))) : endDayNumber(to),
  ];
  return { kind: "day", scale: "linear", domain, ticks: calendarTicks(domain), title: "" };
}
