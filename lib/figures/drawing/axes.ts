import type { Axis, Calendar } from "../model.ts";
import { type Box, bottomOf, rightOf } from "./box.ts";
import type { Shape } from "./drawing.ts";
import type { Scale } from "./scale.ts";
import { lineShape, textShape } from "./shapes.ts";
import { LINE_HEIGHT, TEXT_SIZE, textWidth, wrapText } from "./text-width.ts";

type Ticks = Axis["ticks"];
const TICK_SPACE = 10;
const CALENDAR_ROW = 18;
const CHIP_PADDING = 5;

/** Room that tick labels of a y axis need to the left of the plot, px. */
export function yTickRoom(axis: Axis): number {
  if (axis.ticks.length === 0) return 0;
  return Math.ceil(Math.max(...axis.ticks.map((tick) => textWidth(tick.text)))) + 8;
}

/**
 * Horizontal gridlines with their labels to the left; zero is stronger. Labels that would stand closer than a
 * line of text are left out from the top down, so that the lowest stays.
 */
export function yAxisShapes(axis: Axis, plot: Box, scale: Scale, withText: boolean): Shape[] {
  let lastY = Number.POSITIVE_INFINITY;
  const ascending = [...axis.ticks].sort((a, b) => a.at - b.at);
  return ascending.flatMap(({ at, text }) => {
    const y = scale(at);
    if (y === null || y < plot.y - 1 || y > bottomOf(plot) + 1) return [];
    const line = lineShape({ x: plot.x, y }, { x: rightOf(plot), y }, at === 0 ? "axis" : "grid");
    if (!withText || lastY - y < LINE_HEIGHT - 1) return [line];
    lastY = y;
    return [line, textShape(text, plot.x - 8, y + 4, "text-tick", { anchor: "end" })];
  });
}

/**
 * The foot of the plot with tick marks and, under them, as many labels as fit without touching, none of them under
 * a line that runs on downwards at `crossedAt`.
 */
export function xAxisShapes(axis: Axis, plot: Box, scale: Scale, bounds: Box, crossedAt?: number): Shape[] {
  const y = bottomOf(plot);
  const rule = lineShape({ x: plot.x, y }, { x: rightOf(plot), y }, "axis");
  const inside = axis.ticks.filter(({ at }) => isOnPlot(scale(at), plot));
  const marks = inside.map(({ at }) => {
    const x = scale(at) ?? 0;
    return lineShape({ x, y }, { x, y: y + 4 }, "axis");
  });
  const texts = thinned(labelled(axis, inside), scale, bounds).filter(({ span }) => {
    return crossedAt === undefined || crossedAt < span.from - 3 || crossedAt > span.to + 3;
  });
  return [
    rule,
    ...marks,
    ...texts.map(({ text, span }) =>
      textShape(text, middleOf(span), y + 18, "text-tick", { anchor: "middle" }),
    ),
  ];
}

interface LabelledTick {
  readonly at: number;
  readonly text: string;
  /** Whether the label is one to keep when others go: the start of a year, or zero. */
  readonly isMajor: boolean;
}

/** The start of a year is written as the year alone, and a month or quarter within it without its year. */
function labelled(axis: Axis, ticks: Ticks): LabelledTick[] {
  return ticks.map(({ at, text }) => {
    const [, part, year] = text.match(/^(\w+) (\d{4})$/) ?? [];
    if (axis.kind !== "day" || part === undefined || year === undefined) {
      return { at, text, isMajor: axis.kind !== "day" && at === 0 };
    }
    const isYearStart = part === "Jan" || part === "Q1";
    return { at, text: isYearStart ? year : part, isMajor: isYearStart };
  });
}

/**
 * Every n-th label with the smallest n at which none touch, counted so that as many major ones as possible stay;
 * labels are kept inside the drawing.
 */
function thinned(
  ticks: readonly LabelledTick[],
  scale: Scale,
  bounds: Box,
): Array<{ text: string; span: Span }> {
  for (let every = 1; every <= Math.max(1, ticks.length); every += 1) {
    const choices = Array.from({ length: every }, (_, first) =>
      ticks.filter((_tick, index) => index % every === first),
    ).sort((a, b) => majors(b) - majors(a));
    const kept = (choices[0] ?? []).map(({ at, text }) => ({
      text,
      span: spanOf(scale(at) ?? 0, textWidth(text), bounds),
    }));
    const isClear = kept.every(({ span }, index) => {
      const next = kept[index + 1];
      return !next || span.to + TICK_SPACE <= next.span.from;
    });
    if (isClear) return kept;
  }
  return [];
}

function majors(ticks: readonly LabelledTick[]): number {
  return ticks.filter(({ isMajor }) => isMajor).length;
}

/** Height of the calendars of a clock figure. */
export function calendarsHeight(calendars: readonly Calendar[]): number {
  return calendars.length === 0 ? 0 : calendars.length * CALENDAR_ROW + 4;
}

/** One calendar a row under a clock axis, each with its own rule and the chip of its "now". */
export function calendarShapes(
  calendars: readonly Calendar[],
  plot: Box,
  scale: Scale,
  top: number,
  bounds: Box,
): Shape[] {
  return calendars.flatMap((calendar, row) => {
    const y = top + row * CALENDAR_ROW;
    const rail = lineShape({ x: plot.x, y }, { x: rightOf(plot), y }, `rail-${calendar.hue}`);
    const chip = nowChip(calendar, scale, y, bounds);
    const name = nameOf(calendar, plot, y);
    const taken = [chip?.span, name.span].filter((span) => span !== undefined);
    return [
      rail,
      ...yearTexts(calendar, plot, scale, y, bounds, taken),
      ...name.shapes,
      ...(chip?.shapes ?? []),
    ];
  });
}

/** The era's name heads its row, in the margin when there is room and else over the start of the row. */
function nameOf(calendar: Calendar, plot: Box, y: number): { span: Span; shapes: Shape[] } {
  const [text = ""] = wrapText(calendar.name, plot.width * 0.3, 1, true);
  const width = textWidth(text, TEXT_SIZE, true);
  const from = Math.min(plot.x, Math.max(0, plot.x - width - 8));
  const shape = textShape(text, from, y + 14, `text-${calendar.hue}`, { bold: true });
  return { span: { from, to: from + width }, shapes: [shape] };
}

function nowChip(
  calendar: Calendar,
  scale: Scale,
  y: number,
  bounds: Box,
): { span: Span; shapes: Shape[] } | null {
  const x = calendar.now && scale(calendar.now.at);
  if (!calendar.now || x === null) return null;
  const width = textWidth(calendar.now.text, TEXT_SIZE, true) + 2 * CHIP_PADDING;
  const span = spanOf(x, width, bounds);
  const box = { x: span.from, y: y + 1, width, height: CALENDAR_ROW - 2 };
  const text = textShape(calendar.now.text, span.from + width / 2, y + 14, "text-on-chip", {
    anchor: "middle",
    bold: true,
  });
  return { span, shapes: [{ kind: "rect", box, paint: `chip-${calendar.hue}` }, text] };
}

/** Years in their places; one that would touch its neighbour, the name or the chip is left out. */
function yearTexts(
  calendar: Calendar,
  plot: Box,
  scale: Scale,
  y: number,
  bounds: Box,
  taken: Span[],
): Shape[] {
  const inside = calendar.ticks.filter(({ at }) => isOnPlot(scale(at), plot));
  const placed = [...taken];
  return inside.flatMap(({ at, text }) => {
    const x = scale(at) ?? 0;
    const mark = lineShape({ x, y }, { x, y: y + 3 }, `rail-${calendar.hue}`);
    const span = spanOf(x, textWidth(text), bounds);
    if (placed.some((other) => span.from - 6 < other.to && other.from < span.to + 6)) return [mark];
    placed.push(span);
    return [mark, textShape(text, middleOf(span), y + 14, `text-${calendar.hue}`, { anchor: "middle" })];
  });
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A span of this width around `x`, moved sideways until it is inside the drawing. */
function spanOf(x: number, width: number, bounds: Box): Span {
  const from = Math.min(Math.max(x - width / 2, bounds.x), rightOf(bounds) - width);
  return { from, to: from + width };
}

function middleOf(span: Span): number {
  return (span.from + span.to) / 2;
}

function isOnPlot(x: number | null, plot: Box): boolean {
  return x !== null && x >= plot.x - 0.5 && x <= rightOf(plot) + 0.5;
}
