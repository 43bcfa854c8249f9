import { formatPeriod } from "../../numbers/format-period.ts";
import type { Drawable, Line, Panel } from "../model.ts";
import { benchmarkShapes } from "./annotations.ts";
import { xAxisShapes, yAxisShapes, yTickRoom } from "./axes.ts";
import { axisWords } from "./axis-words.ts";
import { bottomOf } from "./box.ts";
import type { FigureDrawing, Frame, Shape, Spot } from "./drawing.ts";
import { keyShapes } from "./key.ts";
import { inkLine, markShapes, scalesOf, spotOf } from "./marks.ts";
import { type Candidate, LabelSpace, type TextLines, textBox, textSize } from "./placement.ts";
import { isKnown, type KnownPoint } from "./runs.ts";
import { textShape } from "./shapes.ts";
import { LINE_HEIGHT, wrapText } from "./text-width.ts";
import { plotHeight } from "./time-figure.ts";

const TICK_ROOM = 24;
const AWAY = 7;
/** The ends of a trail are named even where that covers some of it; a period between them only where it reads well. */
const MAX_COST = { end: 40, between: 15 } as const;

/** A scatter figure: context as grey dots, trails joined in calendar order with their periods named. */
export function layoutScatter(model: Drawable, panel: Panel, width: number): FigureDrawing {
  const title = wrapText(axisWords(panel.y), width, 2).map((text, row) =>
    textShape(text, 0, 12 + row * LINE_HEIGHT, "text-tick"),
  );
  const key = keyShapes(panel.lines, title.length * LINE_HEIGHT, width);
  const left = yTickRoom(panel.y);
  const top = title.length * LINE_HEIGHT + key.height + 14;
  const plot = { x: left, y: top, width: width - left - 14, height: plotHeight(width) };
  const xTitle = wrapText(axisWords({ ...model.x, ticks: [] }), width - left, 2);
  const height = Math.ceil(bottomOf(plot) + TICK_ROOM + xTitle.length * LINE_HEIGHT + 4);
  const bounds = { x: 0, y: 0, width, height };
  const frame: Frame = { panelId: panel.id, plot, x: model.x, y: panel.y };
  const { x, y } = scalesOf(frame);

  const space = new LabelSpace({
    x: plot.x,
    y: plot.y - 12,
    width: width - plot.x,
    height: plot.height + 12,
  });
  for (const line of panel.lines) inkLine(line, frame, space.ink);
  const labels = panel.lines.filter(isTrail).flatMap((line) => placePeriods(line, frame, space));
  return {
    width,
    height,
    under: [
      ...title,
      ...key.shapes,
      ...yAxisShapes(panel.y, plot, y, true),
      ...xAxisShapes(model.x, plot, x, bounds),
      ...benchmarkShapes(panel, frame),
      ...xTitle.map((text, row) => {
        return textShape(text, width, bottomOf(plot) + TICK_ROOM + 10 + row * LINE_HEIGHT, "text-tick", {
          anchor: "end",
        });
      }),
    ],
    marks: scatterLines(panel).flatMap((line) => markShapes(line, frame)),
    over: labels,
    frames: [frame],
    labelBoxes: space.labelBoxes,
  };
}

function isTrail(line: Line): boolean {
  return line.mark !== "dot";
}

/** The marks of a scatter panel: every period of a trail has its dot, since the path alone would not show where a year lies. */
export function scatterLines(panel: Panel): Line[] {
  const dots = panel.lines
    .filter(isTrail)
    .map((line): Line => ({ ...line, id: `${line.id}-dots`, mark: "dot" }));
  return [...panel.lines, ...dots];
}

/** Names the ends first, then the others in order, each where it covers least; a crowded one stays unnamed. */
function placePeriods(line: Line, frame: Frame, space: LabelSpace): Shape[] {
  const known = line.points.filter(isKnown);
  const ends = [known.at(-1), known[0]].filter((point) => point !== undefined);
  const order = new Set<KnownPoint>([...ends, ...known]);
  return [...order].flatMap((point) => {
    const at = spotOf(point, frame);
    if (!at) return [];
    const lines: TextLines = [
      { text: formatPeriod(point.period), paint: `text-${line.hue}`, bold: ends.includes(point) },
    ];
    return (
      space.place(around(at, lines), { maxCost: ends.includes(point) ? MAX_COST.end : MAX_COST.between }) ??
      []
    );
  });
}

function around(at: Spot, lines: TextLines): Candidate[] {
  const { height } = textSize(lines);
  const middle = at.y - height / 2;
  const places: [number, number, Candidate["anchor"], number][] = [
    [at.x + AWAY, middle, "start", 0],
    [at.x - AWAY, middle, "end", 1],
    [at.x, at.y - AWAY - height + 2, "middle", 1],
    [at.x, at.y + AWAY - 2, "middle", 2],
    [at.x + AWAY, at.y - height - 2, "start", 2],
    [at.x + AWAY, at.y + 2, "start", 3],
    [at.x - AWAY, at.y - height - 2, "end", 3],
    [at.x - AWAY, at.y + 2, "end", 4],
  ];
  return places.map(([x, y, anchor, cost]) => ({ box: textBox(lines, x, y, anchor), anchor, lines, cost }));
}
