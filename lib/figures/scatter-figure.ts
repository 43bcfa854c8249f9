import { givesStoredValues } from "../formula/index.ts";
import { formatPeriod } from "../numbers/format-period.ts";
import { formatValue } from "../numbers/format-value.ts";
import { dayNumber, endDayNumber, type Period } from "../periods/period.ts";
import { weakestStatus } from "../series/status.ts";
import type { Unit } from "../series/unit.ts";
import { valueAxis } from "./axes.ts";
import type { FigureContext, FigureData } from "./data.ts";
import { shownUnit } from "./display.ts";
import { type Evaluation, evaluate } from "./evaluation.ts";
import { statusFootnotes } from "./footnotes.ts";
import { emptyFrame, frame, namedRecords } from "./frame.ts";
import type { Axis, FigureModel, Line, Point } from "./model.ts";
import { readPoints } from "./readings.ts";
import type { LineHue, ScatterFigureSpec } from "./spec.ts";
import { scatterTable } from "./table.ts";

type Dot = Point & { readonly y: number };

interface Direction {
  readonly label: string;
  readonly unit: Unit;
  readonly isComputed: boolean;
  readonly evaluation: Evaluation;
}

/** Id of the line that holds the periods of no trail. */
const CONTEXT_LINE = "context";

/**
 * A figure of two quantities against each other: one dot for each period that has both. Trails are lines of
 * their own, in calendar order; all other periods are grey context. Title readings are `x`, `y` and each trail's
 * `trail1`, `trail2`, … (their y values).
 */
export function buildScatterFigure(
  spec: ScatterFigureSpec,
  data: FigureData,
  context: FigureContext,
): FigureModel {
  const { scatter, display } = spec;
  const [across, up] = [evaluate(scatter.x, data.records), evaluate(scatter.y, data.records)];
  const missing = [
    ...(across.ok ? [] : [{ label: scatter.xLabel, reason: across.error }]),
    ...(up.ok ? [] : [{ label: scatter.yLabel, reason: up.error }]),
  ];
  if (!across.ok || !up.ok) return emptyFrame(spec, data, context, missing);

  const x = {
    label: scatter.xLabel,
    unit: shownUnit(across.value.type.unit, display),
    isComputed: !givesStoredValues(scatter.x),
    evaluation: across.value,
  };
  const y = {
    label: scatter.yLabel,
    unit: shownUnit(up.value.type.unit, display),
    isComputed: !givesStoredValues(scatter.y),
    evaluation: up.value,
  };
  const dots = pair(x, y);
  const first = dots[0];
  if (!first) {
    const reason = `No period has both ${scatter.xLabel} and ${scatter.yLabel}; choose series of one frequency that overlap.`;
    return emptyFrame(spec, data, context, [{ label: scatter.xLabel, reason }]);
  }
  const lines = trailsOf(dots, scatter.trails);
  return frame(spec, data, context, {
    x: directionAxis(
      x,
      dots.map((dot) => dot.x),
    ),
    panels: [
      {
        id: "main",
        title: null,
        y: directionAxis(
          y,
          dots.map((dot) => dot.y),
        ),
        lines,
        benchmarks: [],
      },
    ],
    missing,
    uses: [x, y].map(({ label, evaluation }) => ({
      label,
      evaluation,
      periods: dots.map(({ period }) => period),
    })),
    setLabels: [],
    readings: new Map([
      [
        "x",
        readPoints(
          dots.map((dot) => ({ ...dot, y: dot.x })),
          x.unit,
        ),
      ],
      ["y", readPoints(dots, y.unit)],
      ...scatter.trails.map((_, index) => {
        const trail = lines.find(({ id }) => id === `trail${index + 1}`);
        return [`trail${index + 1}`, readPoints(trail?.points ?? [], y.unit)] as const;
      }),
    ]),
    footnotes: statusFootnotes(dots.map(({ status }) => status)),
    table: scatterTable(spec.subtitle, dots, x, y),
    summary: summarise(dots, x, y),
    lastDrawn: dots.slice(-1).map(({ period }) => period),
    watched: namedRecords([across.value, up.value], data),
  });
}

function pair(x: Direction, y: Direction): Dot[] {
  const ups = new Map(y.evaluation.observations.map((observation) => [observation.period, observation]));
  return x.evaluation.observations.flatMap(({ period, value, status }) => {
    const up = ups.get(period);
    if (value === null || !up || up.value === null) return [];
    const text = `${formatPeriod(period)}: ${formatValue(value, x.unit)}, ${formatValue(up.value, y.unit)}`;
    return [{ x: value, xEnd: value, y: up.value, period, status: weakestStatus([status, up.status]), text }];
  });
}

function trailsOf(dots: readonly Dot[], trails: ScatterFigureSpec["scatter"]["trails"]): Line[] {
  const inTrail = (period: Period) => trails.find(({ from, to }) => isWithin(period, from, to));
  const rest = dots.filter(({ period }) => inTrail(period) === undefined);
  const named = trails.map((trail, index) =>
    dotLine(
      `trail${index + 1}`,
      trail.label,
      trail.hue,
      dots.filter(({ period }) => inTrail(period) === trail),
    ),
  );
  return [dotLine(CONTEXT_LINE, "Other periods", "ink", rest), ...named].filter(
    ({ points }) => points.length > 0,
  );
}

function dotLine(id: string, label: string, hue: LineHue, points: readonly Point[]): Line {
  return { id, label, hue, mark: "dot", connectGaps: false, points, firstReports: [], range: null };
}

function isWithin(period: Period, from: Period, to: Period): boolean {
  return dayNumber(period) >= dayNumber(from) && endDayNumber(period) <= endDayNumber(to);
}

function directionAxis({ label, unit, evaluation }: Direction, values: readonly number[]): Axis {
  const axis = valueAxis({ values, unit, prices: evaluation.type.prices, scale: "linear", zero: false });
  return { ...axis, title: label };
}

function summarise(dots: readonly Dot[], x: Direction, y: Direction): string {
  const [first, last] = [dots[0], dots.at(-1)];
  if (!first || !last) return "";
  return `${x.label} across and ${y.label} up, ${dots.length} periods. First: ${first.text}. Last: ${last.text}.`;
}
