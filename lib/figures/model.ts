import type { Period } from "../periods/period.ts";
import type { Status } from "../series/series.ts";
import type { LineHue } from "./spec.ts";

/**
 * A figure with every decision taken except pixels: plain JSON, the same on the server, in the browser,
 * in exports and over HTTP. The static SVG, the interactive chart, the table and the summary sentence are
 * all drawn from it and from nothing else.
 */
export interface FigureModel extends Drawable {
  /** One sentence per way in which the comparison is unlike (the spec's own, then the guard's labels). */
  readonly unlike: readonly string[];
  /** Parts of the figure that the guard refused or that lacked data, with the reason; the rest is drawn. */
  readonly missing: ReadonlyArray<{ readonly label: string; readonly reason: string }>;
  readonly table: Table;
  readonly footnotes: readonly string[];
  readonly sources: readonly SourceNote[];
  readonly freshness: Freshness;
  /** The date on which the figure's data were known, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** What of a figure is drawn, without what stands beside the drawing. */
export interface Drawable {
  readonly name: string;
  readonly kind: "time" | "clock" | "comparison" | "scatter";
  readonly title: string;
  readonly subtitle: string;
  /** Set when nothing can be drawn: why, and what could be done. */
  readonly empty: string | null;
  readonly x: Axis;
  /** One panel for a plain figure; several for small multiples. Comparison and scatter figures have one. */
  readonly panels: readonly Panel[];
  readonly bands: readonly Band[];
  readonly events: readonly EventMark[];
  /** For clock figures: one calendar per era, printed under the axis. */
  readonly calendars: readonly Calendar[];
  readonly items: readonly Item[];
  readonly groups: readonly ItemGroup[];
  readonly itemMark: "bar" | "dot";
  /** Summary for people who do not see the plot: what, range, first, last, min, max, main comparison. */
  readonly summary: string;
}

/** The part of a figure that a drawing needs. */
export function drawableOf(figure: FigureModel): Drawable {
  const { name, kind, title, subtitle, empty, x, panels, bands, events, calendars } = figure;
  const { items, groups, itemMark, summary } = figure;
  return {
    ...{ name, kind, title, subtitle, empty, x, panels, bands, events, calendars },
    ...{ items, groups, itemMark, summary },
  };
}

export interface Axis {
  /** `day`: days since 1970-01-01. `step`: periods since onset. `value`: the unit of the numbers. */
  readonly kind: "day" | "step" | "value";
  readonly scale: "linear" | "log";
  readonly domain: readonly [number, number];
  /** Candidate ticks, 4 to 8 of them, round numbers or calendar starts; a drawing may thin them. */
  readonly ticks: ReadonlyArray<{ readonly at: number; readonly text: string }>;
  /** What the axis measures, with the unit and any transform; also says so when cut or logarithmic. */
  readonly title: string;
}

export interface Panel {
  readonly id: string;
  readonly title: string | null;
  readonly y: Axis;
  readonly lines: readonly Line[];
  readonly benchmarks: ReadonlyArray<{
    readonly id: string;
    readonly at: number;
    readonly label: string;
    readonly hue: LineHue;
    readonly text: string;
  }>;
}

export interface Line {
  readonly id: string;
  readonly label: string;
  readonly hue: LineHue;
  readonly mark: "line" | "step" | "area" | "bar" | "dot";
  readonly connectGaps: boolean;
  /** In x order; `y: null` is a gap that breaks the line. */
  readonly points: readonly Point[];
  /** First reports that were later restated: where they stood. */
  readonly firstReports: readonly Point[];
  /** The band between two ends that belongs to the line, drawn under every line. */
  readonly range: LineRange | null;
}

export interface LineRange {
  /** What lies between the ends: `5 to 95% of the draws`. */
  readonly label: string;
  /** In x order; where either end is `null` the band breaks. */
  readonly points: readonly RangePoint[];
}

export interface RangePoint {
  readonly x: number;
  /** Where the period ends on the axis: a stepped band holds its ends until there. */
  readonly xEnd: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly period: Period;
  /** Both ends as a reader sees them, `48 to 70`; `null` unless both are known. */
  readonly text: string | null;
}

export interface Point {
  readonly x: number;
  /** Where the period ends on the axis (bars and steps fill from `x` to `xEnd`); equals `x` for dots. */
  readonly xEnd: number;
  readonly y: number | null;
  readonly period: Period;
  readonly status: Status;
  /** The value as a reader sees it: `$35.5B`, `30.4%`. */
  readonly text: string;
}

export interface Band {
  readonly label: string;
  readonly hue: LineHue;
  readonly from: number;
  /** `null`: still open. */
  readonly to: number | null;
}

export interface EventMark {
  readonly code: string;
  readonly x: number;
  readonly date: string;
  readonly label: string;
  readonly hue: LineHue;
  /** Line the mark sits on, or `null` for a mark at the foot of the plot. */
  readonly lineId: string | null;
  readonly source: { readonly title: string; readonly url: string };
}

export interface Calendar {
  readonly era: string;
  readonly hue: LineHue;
  readonly name: string;
  /** Calendar years (or months) at their place on the clock. */
  readonly ticks: ReadonlyArray<{ readonly at: number; readonly text: string }>;
  /** The period that falls on "now" for this era. */
  readonly now: { readonly at: number; readonly text: string } | null;
}

export interface Item {
  readonly id: string;
  readonly label: string;
  readonly detail: string | null;
  readonly group: string | null;
  readonly hue: LineHue;
  readonly kind: string | null;
  readonly value: number | null;
  readonly text: string;
  readonly status: Status;
  /** The guard's sentence when this number joins unlike things; the bar is then hatched. */
  readonly unlike: string | null;
}

/** Items under one heading. */
export interface ItemGroup {
  readonly id: string;
  readonly title: string;
  /** Its own scale when its price basis is not that of every other group; `null`: the axis of the figure. */
  readonly axis: Axis | null;
}

/** The numbers of the figure, as text for reading and as exact values for sorting and export. */
export interface Table {
  readonly caption: string;
  readonly columns: ReadonlyArray<{ readonly id: string; readonly label: string; readonly numeric: boolean }>;
  readonly rows: ReadonlyArray<
    ReadonlyArray<{ readonly text: string; readonly value: number | string | null }>
  >;
}

/** A source of values drawn, each once. */
/** What a publisher allows, and where it says so. */
export interface Terms {
  readonly publisher: string;
  readonly licence: string;
  readonly url: string;
}

export interface SourceNote {
  readonly key: string;
  readonly publisher: string;
  readonly dataset: string;
  readonly url: string;
  readonly licence: string;
  /** Newest vintage among the values drawn from it, `YYYY-MM-DD`. */
  readonly vintage: string;
  /** The series whose values it said, in order of use. */
  readonly series: ReadonlyArray<{
    readonly code: string;
    readonly title: string;
    readonly unit: string;
    readonly frequency: string;
    /** Whose terms keep the values of the series from being passed on: they are drawn, and given to no program. */
    readonly withheldBy: Terms | null;
  }>;
}

export interface Freshness {
  readonly isStale: boolean;
  /** `Data to 2026-Q2`, and when stale by how many days and of which series. */
  readonly text: string;
  /** Last period drawn. */
  readonly lastPeriod: Period | null;
}
