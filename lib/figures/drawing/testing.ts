import type { Axis, FigureModel, Item, Line, Panel, Point } from "../model.ts";
import type { FigureDrawing, TextShape } from "./drawing.ts";

/** A valid time figure; a test states only what matters to it. */
export function aModel(over: Partial<FigureModel> = {}): FigureModel {
  return {
    name: "figure",
    kind: "time",
    title: "A title",
    subtitle: "",
    unlike: [],
    missing: [],
    empty: null,
    x: anAxis({ kind: "day", domain: [0, 100], ticks: [0, 50, 100] }),
    panels: [aPanel()],
    bands: [],
    events: [],
    calendars: [],
    items: [],
    groups: [],
    itemMark: "bar",
    table: { caption: "", columns: [], rows: [] },
    footnotes: [],
    sources: [],
    summary: "",
    freshness: { isStale: false, text: "", lastPeriod: null },
    asOf: "2026-10-31",
    ...over,
  };
}

type AxisOver = Partial<Omit<Axis, "ticks">> & { readonly ticks?: readonly number[] };

export function anAxis({ ticks = [0, 50, 100], ...over }: AxisOver = {}): Axis {
  return {
    kind: "value",
    scale: "linear",
    domain: [0, 100],
    title: "",
    ...over,
    ticks: ticks.map((at) => ({ at, text: String(at) })),
  };
}

export function aPanel(over: Partial<Panel> = {}): Panel {
  return { id: "main", title: null, y: anAxis(), lines: [aLine([10, 20, 30])], benchmarks: [], ...over };
}

/** A line with one value every 10 on the x axis. */
export function aLine(values: ReadonlyArray<number | null>, over: Partial<Line> = {}): Line {
  const points = values.map((y, index) => aPoint({ x: index * 10, xEnd: index * 10 + 10, y }));
  return {
    id: "line",
    label: "Line",
    hue: "ai",
    mark: "line",
    connectGaps: false,
    points,
    firstReports: [],
    range: null,
    ...over,
  };
}

export function aPoint(over: Partial<Point> = {}): Point {
  return { x: 0, xEnd: 10, y: 10, period: "2024", status: "reported", text: "10", ...over };
}

export function anItem(over: Partial<Item> = {}): Item {
  return {
    id: "item",
    label: "An item",
    detail: null,
    group: null,
    hue: "ai",
    kind: null,
    value: 50,
    text: "50",
    status: "reported",
    unlike: null,
    ...over,
  };
}

/** All the words of a drawing, back to front. */
export function textsOf(drawing: FigureDrawing): TextShape[] {
  return [...drawing.under, ...drawing.marks, ...drawing.over].filter((shape) => shape.kind === "text");
}
