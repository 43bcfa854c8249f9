import { z } from "zod";
import { CLOCKS } from "../eras/clock.ts";
import { ERA_HUES } from "../eras/era.ts";
import { parsePeriod } from "../periods/period.ts";

/**
 * A figure in plain JSON: what to draw, never how many pixels. Stored in the `figure` table, carried in
 * a link, and turned into a figure model by `buildFigure`. All data enter through formulas.
 */
const Formula = z.string().min(1).max(400);
const PeriodText = z
  .string()
  .refine(
    (text) => parsePeriod(text) !== null,
    "Write a period of the calendar: 2024, 2024-H1, 2024-Q2, 2024-08.",
  );

/** `ink` is grey-black context; `method` is reserved for what the guard says. */
export const LINE_HUES = [...ERA_HUES, "ink"] as const;

export const LineSpec = z.strictObject({
  /** Stable name used by titles: `{ai.last}`. */
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  formula: Formula,
  label: z.string().min(1),
  hue: z.enum(LINE_HUES).default("ink"),
  mark: z.enum(["line", "step", "area", "bar", "dot"]).default("line"),
  /** Era code: on a clock figure the line starts at this era's onset. */
  era: z.string().optional(),
  /** Join points across missing periods with a thin dashed connector (never a solid line). */
  connectGaps: z.boolean().default(false),
  /** Small-multiples panel this line belongs to. */
  panel: z.string().optional(),
  /** Draw as first reported beside as known now: adds a tick at each first report that was later restated. */
  firstReports: z.boolean().default(false),
  /** A band between two formulas, drawn under the lines: `5 to 95% of the draws`. */
  range: z.strictObject({ low: Formula, high: Formula, label: z.string().min(1) }).optional(),
  note: z.string().optional(),
});

export const BenchmarkSpec = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** A formula that gives one number, usually `CODE@period`. */
  formula: Formula,
  label: z.string().min(1),
  hue: z.enum(LINE_HUES).default("dotcom"),
});

/** One row of a comparison figure: a value at one moment, drawn as a horizontal bar or dot. */
export const ItemSpec = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  formula: Formula,
  label: z.string().min(1),
  /** What the number is made of, in words: `$24B of $79B`. May hold placeholders. */
  detail: z.string().optional(),
  group: z.string().optional(),
  hue: z.enum(LINE_HUES).default("ink"),
  /** Words at the right edge, such as `a stock`, `a valuation`. */
  kind: z.string().optional(),
});

/** One dot of a scatter figure for each period that has both values. */
const ScatterSpec = z.strictObject({
  x: Formula,
  y: Formula,
  xLabel: z.string(),
  yLabel: z.string(),
  /** Periods to name and join, by hue; all others are grey context. */
  trails: z.array(
    z.strictObject({ hue: z.enum(LINE_HUES), label: z.string(), from: PeriodText, to: PeriodText }),
  ),
});

/**
 * A title chosen from data. The first whose condition holds is used; the last one has no condition.
 * Readings of what is drawn: `{id.last}`, `{id.first}`, `{id.max}`, `{id.min}`, `{id.n}` (how many values), `{id.same}`
 * (on a clock: of a line of the newest era, what another era stood at at that age; of another line, its own),
 * `{id.value}` (items and benchmarks), the period of any (`{id.max.period}`), and ratios (`{a.last/b.max}`).
 * A format may follow a bar: `{ai.last|percent}`, `|multiple`, `|number` (no unit); see `template.ts`.
 */
export const TitleSpec = z.strictObject({
  when: z
    .strictObject({
      left: z.string(),
      op: z.enum([">", ">=", "<", "<="]),
      right: z.union([z.string(), z.number()]),
    })
    .optional(),
  text: z.string().min(1),
});

/** The form of a figure's name, which stands in its address. */
export const FIGURE_NAME = /^[a-z][a-z0-9-]{1,60}$/;

const Frame = {
  name: z.string().regex(FIGURE_NAME),
  titles: z.array(TitleSpec).min(1),
  /** What, unit, place, price basis. */
  subtitle: z.string(),
  /** Definitions, breaks and doubts, shown under the figure. */
  notes: z.array(z.string()).default([]),
  /** A sentence of ours saying why the comparison is unlike, on top of what the guard says by itself. */
  unlike: z.string().optional(),
  /** How ratios are shown (`percent`, `multiple`), or `number` for any quantity without its unit. */
  display: z.enum(["auto", "currency", "percent", "multiple", "number", "index"]).default("auto"),
};

export const TimeFigureSpec = z.strictObject({
  ...Frame,
  kind: z.literal("time"),
  lines: z.array(LineSpec).min(1).max(8),
  scale: z.enum(["linear", "log"]).default("linear"),
  /** Bars and areas always start at zero whatever is said here. */
  zero: z.boolean().default(false),
  range: z.strictObject({ from: PeriodText.optional(), to: PeriodText.optional() }).default({}),
  benchmarks: z.array(BenchmarkSpec).default([]),
  /** Event codes to mark. */
  events: z.array(z.string()).default([]),
  /** Era codes to shade from onset to peak (or open-ended). */
  bands: z.array(z.string()).default([]),
  /** Small multiples: panels in order, each with its own title; empty for one plot. */
  panels: z.array(z.strictObject({ id: z.string(), title: z.string() })).default([]),
});

export const ClockFigureSpec = z.strictObject({
  ...Frame,
  kind: z.literal("clock"),
  lines: z.array(LineSpec).min(1).max(6),
  /** Unit of the shared axis: months, quarters or years since onset. */
  clock: z.enum(CLOCKS).default("M"),
  scale: z.enum(["linear", "log"]).default("linear"),
  zero: z.boolean().default(false),
  /** Steps before and after the onset that are drawn. */
  range: z.strictObject({ from: z.int(), to: z.int() }),
  /** Rebase each line to 100 at its onset. */
  rebase: z.boolean().default(false),
  benchmarks: z.array(BenchmarkSpec).default([]),
  events: z.array(z.string()).default([]),
});

export const ComparisonFigureSpec = z.strictObject({
  ...Frame,
  kind: z.literal("comparison"),
  mark: z.enum(["bar", "dot"]).default("bar"),
  items: z.array(ItemSpec).min(1).max(12),
  groups: z.array(z.strictObject({ id: z.string(), title: z.string() })).default([]),
  /** The right end of the axis, in base units (1 for 100 %); by default the largest value. */
  axisMax: z.number().positive().optional(),
});

export const ScatterFigureSpec = z.strictObject({
  ...Frame,
  kind: z.literal("scatter"),
  scatter: ScatterSpec,
});

export const FigureSpec = z.discriminatedUnion("kind", [
  TimeFigureSpec,
  ClockFigureSpec,
  ComparisonFigureSpec,
  ScatterFigureSpec,
]);
export type FigureSpec = z.infer<typeof FigureSpec>;
export type TimeFigureSpec = z.infer<typeof TimeFigureSpec>;
export type ClockFigureSpec = z.infer<typeof ClockFigureSpec>;
export type ComparisonFigureSpec = z.infer<typeof ComparisonFigureSpec>;
export type ScatterFigureSpec = z.infer<typeof ScatterFigureSpec>;
export type LineSpec = z.infer<typeof LineSpec>;
export type ItemSpec = z.infer<typeof ItemSpec>;
export type BenchmarkSpec = z.infer<typeof BenchmarkSpec>;
export type TitleSpec = z.infer<typeof TitleSpec>;
export type LineHue = (typeof LINE_HUES)[number];
