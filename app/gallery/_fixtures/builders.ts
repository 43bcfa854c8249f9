import type { Axis, FigureModel, Line, LineRange, Panel, Point } from "../../../lib/figures/model.ts";
import { formatPeriod } from "../../../lib/numbers/format-period.ts";
import { dayNumber, shiftPeriod } from "../../../lib/periods/period.ts";
import type { Status } from "../../../lib/series/series.ts";

/** A complete, plain model; a fixture states only what it is about. */
export function aFigure(over: Partial<FigureModel> & Pick<FigureModel, "name" | "title">): FigureModel {
  const lines = over.panels?.flatMap((panel) => panel.lines) ?? [];
  return {
    kind: "time",
    subtitle: "Made-up numbers, US dollars, nominal",
    unlike: [],
    missing: [],
    empty: null,
    x: yearAxis(2015, 2026, 2),
    panels: [],
    bands: [],
    events: [],
    calendars: [],
    items: [],
    groups: [],
    itemMark: "bar",
    table: tableOf(lines),
    footnotes: [],
    sources: [
      {
        key: "gallery",
        publisher: "Bubblescope",
        dataset: "gallery fixtures",
        url: "https://example.org/gallery",
        licence: "public domain",
        vintage: "2026-10-08",
        series: [
          {
            code: "MADE_UP_Q",
            title: "Made-up series",
            unit: "US dollars, nominal",
            frequency: "quarterly",
            withheldBy: null,
          },
        ],
      },
    ],
    summary: `${over.title}.`,
    freshness: { isStale: false, text: "Data to Q2 2026", lastPeriod: "2026-Q2" },
    asOf: "2026-10-31",
    ...over,
  };
}

/** A panel with its lines; `top` and `step` give the y ticks from `from`. */
export function aPanel(over: Partial<Panel> & Pick<Panel, "lines" | "y">): Panel {
  return { id: "main", title: null, benchmarks: [], ...over };
}

export function aLine(over: Partial<Line> & Pick<Line, "id" | "label" | "points">): Line {
  return { hue: "ink", mark: "line", connectGaps: false, firstReports: [], range: null, ...over };
}

/** A linear axis of values with round ticks, the unit on the top one. */
export function valueAxis(
  title: string,
  from: number,
  to: number,
  step: number,
  unit = (text: string) => text,
): Axis {
  const count = Math.round((to - from) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => {
    const at = from + index * step;
    return { at, text: index === count ? unit(String(at)) : String(at) };
  });
  return { kind: "value", scale: "linear", domain: [from, to], ticks, title };
}

/** A calendar axis with a tick every `every` years. */
export function yearAxis(from: number, to: number, every: number): Axis {
  const ticks = [];
  for (let year = Math.ceil(from / every) * every; year <= to; year += every) {
    ticks.push({ at: dayNumber(String(year)), text: String(year) });
  }
  return {
    kind: "day",
    scale: "linear",
    domain: [dayNumber(String(from)), dayNumber(String(to + 1))],
    ticks,
    title: "",
  };
}

/** Points for consecutive periods from `first`; `null` is a gap. */
export function pointsFrom(
  first: string,
  values: ReadonlyArray<number | null>,
  text: (value: number) => string,
  status: (index: number) => Status = () => "reported",
): Point[] {
  return values.map((y, index) => {
    const period = shiftPeriod(first, index);
    return {
      x: dayNumber(period),
      xEnd: dayNumber(shiftPeriod(period, 1)),
      y,
      period,
      status: status(index),
      text: y === null ? "–" : text(y),
    };
  });
}

/** A band around points, `below` and `above` them by what each says of its place; without ends at the places `missing`. */
export function rangeAround(
  label: string,
  points: readonly Point[],
  { below, above, text, missing = [] }: RangeShape,
): LineRange {
  return {
    label,
    points: points.map(({ x, xEnd, y, period }, index) => {
      if (y === null || missing.includes(index))
        return { x, xEnd, low: null, high: null, period, text: null };
      const [low, high] = [y - below(index), y + above(index)];
      return { x, xEnd, low, high, period, text: `${text(low)} to ${text(high)}` };
    }),
  };
}

interface RangeShape {
  readonly below: (index: number) => number;
  readonly above: (index: number) => number;
  readonly text: (value: number) => string;
  readonly missing?: readonly number[];
}

/** The same points placed on a clock, one step a period, the first at `from`. */
export function onClock(points: readonly Point[], from = 0): Point[] {
  return points.map((point, index) => ({ ...point, x: from + index, xEnd: from + index + 1 }));
}

/**
 * A smooth, uneven walk from `start` to `end`: waves of fixed size and a deterministic jitter, so that a
 * fixture looks like data and is the same every time.
 */
export function walk(count: number, start: number, end: number, roughness: number, seed = 7): number[] {
  let state = seed;
  return Array.from({ length: count }, (_, index) => {
    state = (state * 16807) % 2147483647;
    const trend = start + ((end - start) * index) / Math.max(1, count - 1);
    const wave = Math.sin(index / 3.1 + seed) * 0.5 + Math.sin(index / 7.7 + seed * 2) * 0.8;
    return trend + roughness * (wave + (state / 2147483647 - 0.5) * 0.7);
  });
}

/** The values with those at the places `missing` taken away. */
export function withGaps(values: readonly number[], missing: readonly number[]): Array<number | null> {
  return values.map((value, index) => (missing.includes(index) ? null : value));
}

const ENDS = ["low", "high"] as const;

/** Where the made-up events are said to come from. */
export const eventSource = { title: "Gallery fixtures", url: "https://example.org/gallery" };

export const billions = (value: number): string => `$${value.toFixed(1)}B`;
export const percent = (value: number): string => `${Math.round(value)}%`;
export const whole = (value: number): string => value.toFixed(0);

function tableOf(lines: readonly Line[]): FigureModel["table"] {
  const periods = [...new Set(lines.flatMap((line) => line.points.map((point) => point.period)))];
  return {
    caption: "The numbers of this figure",
    columns: [
      { id: "period", label: "Period", numeric: false },
      ...lines.flatMap(({ id, label, range }) => [
        { id, label, numeric: true },
        ...(range ? ENDS : []).map((end) => {
          return { id: `${id}-${end}`, label: `${label}, ${range?.label}: ${end}`, numeric: true };
        }),
      ]),
    ],
    rows: periods.map((period) => [
      { text: formatPeriod(period), value: period },
      ...lines.flatMap(({ points, range }) => {
        const point = points.find((candidate) => candidate.period === period);
        const at = range?.points.find((candidate) => candidate.period === period);
        const words = at?.text?.split(" to ");
        return [
          { text: point?.text ?? "–", value: point?.y ?? null },
          ...(range ? ENDS : []).map((end, index) => {
            return { text: words?.[index] ?? "–", value: at?.[end] ?? null };
          }),
        ];
      }),
    ]),
  };
}
