import type { Axis, Drawable, Line, Panel } from "../model.ts";
import { bandShapes, benchmarkShapes, markBandEdges, placeBenchmarkLabels } from "./annotations.ts";
import { xAxisShapes, yAxisShapes, yTickRoom } from "./axes.ts";
import { axisWords } from "./axis-words.ts";
import type { Box } from "./box.ts";
import { placeDirectLabels } from "./direct-labels.ts";
import type { FigureDrawing, Frame, Shape } from "./drawing.ts";
import { keyShapes } from "./key.ts";
import type { Naming } from "./line-ends.ts";
import { marginRoom } from "./margin-labels.ts";
import { inkLine, markShapes, scalesOf } from "./marks.ts";
import { LabelSpace } from "./placement.ts";
import { markRangeEdges, rangeShapes } from "./ranges.ts";
import { textShape } from "./shapes.ts";
import { LINE_HEIGHT, wrapText } from "./text-width.ts";

/** The narrowest panel, px; one with more than two lines needs the wider. */
const MIN_PANEL = 140;
const MIN_BUSY_PANEL = 260;
const COLUMN_GAP = 20;
const ROW_GAP = 14;
const TICK_ROOM = 24;
const RIGHT = 8;
const HEADROOM = 18;
/** Around the titles of a row: above them, and down to the plot. */
const TITLE_ROOM = 22;

/** A grid of small plots on one x axis. They share the y axis too, and its labels, when theirs are the same. */
export function layoutMultiples(model: Drawable, width: number): FigureDrawing {
  const { panels } = model;
  const sharesY = panels.every((panel) => isSameAxis(panel.y, (panels[0] as Panel).y));
  const keyed = keyedLines(panels);
  const yTitle = wrapText(panels[0] ? axisWords(panels[0].y) : "", width, 2);
  const head = sharesY
    ? yTitle.map((text, row) => textShape(text, 0, 12 + row * LINE_HEIGHT, "text-tick"))
    : [];
  const key = keyShapes(keyed, head.length * LINE_HEIGHT, width);
  const top = head.length * LINE_HEIGHT + key.height + (head.length + keyed.length > 0 ? 10 : 0);

  const tickRoom = Math.max(...panels.map((panel) => yTickRoom(panel.y)));
  const isBusy = panels.some((panel) => panel.lines.length > 2);
  const inKey = keyed.length === 0 ? [] : panels.flatMap((panel) => panel.lines.map((line) => line.id));
  const named = {
    maxWidth: 124,
    keyed: new Set(inKey),
    isNamedByTitle: keyed.length === 0,
    isShort: true,
    hasMargin: true,
  } satisfies Naming;
  const right = Math.max(RIGHT, ...panels.map(({ lines }) => marginRoom(model.x.domain, lines, named)));
  const least = (isBusy ? MIN_BUSY_PANEL : MIN_PANEL) + COLUMN_GAP + right - RIGHT;
  const fitting = Math.floor((width - tickRoom + COLUMN_GAP) / least);
  const columns = Math.max(1, Math.min(panels.length, fitting));
  const rows = Math.ceil(panels.length / columns);
  const innerRoom = (sharesY ? 0 : tickRoom) + right - RIGHT;
  const plotWidth = (width - tickRoom - right - (columns - 1) * (COLUMN_GAP + innerRoom)) / columns;
  const plotHeight = Math.round(Math.min(200, Math.max(110, plotWidth * 0.55)));
  const titles = panels.map((panel) => panelTitle(panel, plotWidth, sharesY));
  const rowTitles = Array.from({ length: rows }, (_, row) =>
    Math.max(...titles.slice(row * columns, (row + 1) * columns).map(({ length }) => length * LINE_HEIGHT)),
  );
  const plotTops = rowTitles.map((_, row) => {
    const above = rowTitles.slice(0, row + 1).reduce((sum, height) => sum + height + TITLE_ROOM, 0);
    return top + above + row * (plotHeight + TICK_ROOM + ROW_GAP);
  });
  const height = Math.ceil((plotTops.at(-1) ?? top) + plotHeight + TICK_ROOM + 2);

  const plots = panels.map((panel, index): PlacedPanel => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    const x = tickRoom + column * (plotWidth + COLUMN_GAP + innerRoom);
    const plot = { x, y: plotTops[row] ?? top, width: plotWidth, height: plotHeight };
    const frame: Frame = { panelId: panel.id, plot, x: model.x, y: panel.y };
    const withYText = !sharesY || column === 0;
    return {
      panel,
      frame,
      withYText,
      left: withYText ? x - tickRoom : x,
      titleTop: plot.y - 16 - (rowTitles[row] ?? 0),
      title: titles[index] ?? [],
    };
  });
  const labels = plots.map(({ panel, frame }) => {
    const space = labelSpace(model, panel, frame, right);
    const names = placeDirectLabels(panel, frame, space, named).shapes;
    return {
      shapes: [...names, ...placeBenchmarkLabels(panel, frame, space, plotWidth * 0.9)],
      boxes: space.labelBoxes,
    };
  });
  return {
    width,
    height,
    under: [...head, ...key.shapes, ...plots.flatMap((plot) => panelUnder(model, plot, width, height))],
    marks: plots.flatMap(({ panel, frame }) =>
      [rangeShapes, markShapes].flatMap((shapes) => panel.lines.flatMap((line) => shapes(line, frame))),
    ),
    over: labels.flatMap(({ shapes }) => shapes),
    frames: plots.map(({ frame }) => frame),
    labelBoxes: labels.flatMap(({ boxes }) => boxes),
  };
}

interface PlacedPanel {
  readonly panel: Panel;
  readonly frame: Frame;
  readonly withYText: boolean;
  /** Where the panel begins, tick labels included. */
  readonly left: number;
  readonly titleTop: number;
  readonly title: readonly TitleLine[];
}

interface TitleLine {
  readonly text: string;
  readonly bold: boolean;
}

function panelUnder(model: Drawable, placed: PlacedPanel, width: number, height: number): Shape[] {
  const { panel, frame, left, title, titleTop } = placed;
  const { x, y } = scalesOf(frame);
  const { plot } = frame;
  const bounds: Box = { x: left, y: 0, width: Math.min(width, plot.x + plot.width + RIGHT) - left, height };
  return [
    ...title.map(({ text, bold }, row) => {
      return textShape(text, left, titleTop + 12 + row * LINE_HEIGHT, bold ? "text-strong" : "text-tick", {
        bold,
      });
    }),
    ...bandShapes(model.bands, frame),
    ...yAxisShapes(panel.y, plot, y, placed.withYText),
    ...xAxisShapes(model.x, plot, x, bounds),
    ...benchmarkShapes(panel, frame),
  ];
}

/** A panel's title, and its own y title when the panels do not share one axis. */
function panelTitle(panel: Panel, plotWidth: number, sharesY: boolean): TitleLine[] {
  const own = wrapText(panel.title ?? "", plotWidth, 2, true).map((text) => ({ text, bold: true }));
  const axis = sharesY
    ? []
    : wrapText(axisWords(panel.y), plotWidth, 1).map((text) => ({ text, bold: false }));
  return [...own, ...axis];
}

/** Labels of a panel stay above the foot and off the titles and tick labels around it. */
function labelSpace(model: Drawable, panel: Panel, frame: Frame, right: number): LabelSpace {
  const { x, y, width, height } = frame.plot;
  const space = new LabelSpace({ x, y: y - HEADROOM, width: width + right, height: height + HEADROOM });
  markBandEdges(model.bands, frame, space);
  for (const line of panel.lines) {
    inkLine(line, frame, space.ink);
    markRangeEdges(line, frame, space);
  }
  return space;
}

/** With several lines a panel, one key names them for all panels: each label and hue once. */
function keyedLines(panels: readonly Panel[]): Line[] {
  if (panels.every((panel) => panel.lines.length <= 1)) return [];
  const lines = panels.flatMap((panel) => panel.lines);
  const isSame = (a: Line, b: Line) => a.hue === b.hue && a.label === b.label;
  return lines.filter((line, index) => lines.findIndex((other) => isSame(line, other)) === index);
}

function isSameAxis(a: Axis, b: Axis): boolean {
  return (
    a.scale === b.scale &&
    a.title === b.title &&
    a.domain.every((end, index) => end === b.domain[index]) &&
    a.ticks.length === b.ticks.length &&
    a.ticks.every((tick, index) => tick.at === b.ticks[index]?.at)
  );
}
