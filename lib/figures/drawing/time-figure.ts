import type { Drawable, Panel } from "../model.ts";
import {
  bandShapes,
  benchmarkShapes,
  markBandEdges,
  placeBandLabels,
  placeBenchmarkLabels,
  placeEvents,
} from "./annotations.ts";
import { calendarShapes, calendarsHeight, xAxisShapes, yAxisShapes, yTickRoom } from "./axes.ts";
import { axisWords } from "./axis-words.ts";
import { type Box, bottomOf, rightOf } from "./box.ts";
import { placeDirectLabels } from "./direct-labels.ts";
import type { FigureDrawing, Frame, LineShape, Shape } from "./drawing.ts";
import { keyShapes } from "./key.ts";
import type { Naming } from "./line-ends.ts";
import { marginRoom } from "./margin-labels.ts";
import { inkLine, markShapes, scalesOf } from "./marks.ts";
import { placePeaks } from "./peaks.ts";
import { LabelSpace } from "./placement.ts";
import { markRangeEdges, rangeShapes } from "./ranges.ts";
import { lineShape, textShape } from "./shapes.ts";
import { LINE_HEIGHT, wrapText } from "./text-width.ts";

/** From this width on, line ends are named in a margin of their own instead of inside the plot. */
const WIDE = 560;
const TITLE_LINES = 2;
const TICK_ROOM = 24;

/** One plot of a time or clock figure. Lines that find no good place for their name are named by a key above. */
export function layoutTimeFigure(model: Drawable, panel: Panel, width: number): FigureDrawing {
  let keyed: ReadonlySet<string> = new Set();
  for (;;) {
    const { drawing, unnamed } = attempt(model, panel, width, keyed);
    if (unnamed.length === 0) return drawing;
    keyed = new Set([...keyed, ...unnamed]);
  }
}

function attempt(model: Drawable, panel: Panel, width: number, keyed: ReadonlySet<string>) {
  const naming: Naming = {
    maxWidth: width >= WIDE ? Math.min(180, width * 0.2) : 124,
    keyed,
    hasMargin: needsMargin(panel, keyed, width),
    isNamedByTitle: panel.lines.length === 1,
    isShort: false,
  };
  const head = headShapes(panel, keyed, width);
  const plot = plotBox(model, panel, naming, head.height, width);
  const needsXTitle = model.x.kind !== "day" && model.calendars.length === 0;
  const xTitle = needsXTitle ? wrapText(axisWords(model.x), plot.width, 1) : [];
  const calendarsTop = bottomOf(plot) + TICK_ROOM + xTitle.length * LINE_HEIGHT + 2;
  const height = Math.ceil(calendarsTop + calendarsHeight(model.calendars) + 2);
  const bounds: Box = { x: 0, y: 0, width, height };
  const frame: Frame = { panelId: panel.id, plot, x: model.x, y: panel.y };
  const { x, y } = scalesOf(frame);

  const space = new LabelSpace(bounds);
  space.reserve({ x: 0, y: 0, width, height: head.height });
  space.reserve({ x: 0, y: bottomOf(plot), width, height: height - bottomOf(plot) });
  const now = nowLine(model, plot, x, calendarsTop);
  const benchmarks = benchmarkShapes(panel, frame);
  for (const line of panel.lines) inkLine(line, frame, space.ink);
  for (const { from, to } of [...now, ...benchmarks]) space.ink.stroke(from, to);

  markBandEdges(model.bands, frame, space);
  for (const line of panel.lines) markRangeEdges(line, frame, space);

  const names = placeDirectLabels(panel, frame, space, naming);
  const over = [
    ...placeBenchmarkLabels(panel, frame, space, Math.min(280, plot.width * 0.5)),
    ...placeEvents(model.events, panel, frame, space, width),
    ...names.shapes,
    ...(width >= WIDE ? placePeaks(panel, frame, space) : []),
    ...placeBandLabels(model.bands, frame, space),
  ];
  const drawing: FigureDrawing = {
    width,
    height,
    under: [
      ...head.shapes,
      ...bandShapes(model.bands, frame),
      ...yAxisShapes(panel.y, plot, y, true),
      ...xAxisShapes(model.x, plot, x, bounds, now[0]?.from.x),
      ...xTitle.map((text) => textShape(text, plot.x, bottomOf(plot) + TICK_ROOM + 10, "text-tick")),
      ...calendarShapes(model.calendars, plot, x, calendarsTop, bounds),
      ...now,
      ...benchmarks,
    ],
    marks: [rangeShapes, markShapes].flatMap((shapes) => panel.lines.flatMap((line) => shapes(line, frame))),
    over,
    frames: [frame],
    labelBoxes: space.labelBoxes,
  };
  return { drawing, unnamed: names.unnamed };
}

/** What the y axis measures, and under it the key of the lines that are not named in the plot. */
function headShapes(
  panel: Panel,
  keyed: ReadonlySet<string>,
  width: number,
): { shapes: Shape[]; height: number } {
  const title = wrapText(axisWords(panel.y), width, TITLE_LINES).map((text, row) =>
    textShape(text, 0, 12 + row * LINE_HEIGHT, "text-tick"),
  );
  const key = keyShapes(
    panel.lines.filter(({ id }) => keyed.has(id)),
    title.length * LINE_HEIGHT,
    width,
  );
  const height = title.length * LINE_HEIGHT + key.height;
  return { shapes: [...title, ...key.shapes], height };
}

function plotBox(model: Drawable, panel: Panel, naming: Naming, top: number, width: number): Box {
  const left = yTickRoom(panel.y);
  const inMargin = panel.lines.filter((line) => naming.hasMargin || line.mark === "bar");
  const right = Math.max(10, marginRoom(model.x.domain, inMargin, naming));
  const hasBars = panel.lines.some((line) => line.mark === "bar");
  return { x: left, y: top + (hasBars ? 26 : 20), width: width - left - right, height: plotHeight(width) };
}

/** Lines of one hue are told apart only by a name that stands right at their end. */
function needsMargin(panel: Panel, keyed: ReadonlySet<string>, width: number): boolean {
  const strokes = panel.lines.filter((line) => line.mark !== "bar" && !keyed.has(line.id));
  return width >= WIDE || new Set(strokes.map((line) => line.hue)).size < strokes.length;
}

/** Plot height for a drawing's width: 4:3 when narrow, flatter when wide. */
export function plotHeight(width: number): number {
  return Math.round(96 + 0.29 * width);
}

/** One hairline for the moment that is "now" on the clock, from the plot into the calendars' chips. */
function nowLine(
  model: Drawable,
  plot: Box,
  scale: (at: number) => number | null,
  calendarsTop: number,
): LineShape[] {
  const now = model.calendars.find((calendar) => calendar.now !== null)?.now;
  const x = now ? scale(now.at) : null;
  if (x === null || x < plot.x || x > rightOf(plot)) return [];
  return [lineShape({ x, y: plot.y - 8 }, { x, y: calendarsTop }, "now")];
}
