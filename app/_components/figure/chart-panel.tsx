"use client";

import { memo, type ReactElement } from "react";
import { Area, Bar, BarChart, Line as ChartLine, ComposedChart, Scatter, XAxis, YAxis } from "recharts";
import { placeRows, rowMark } from "../../../lib/figures/drawing/comparison.ts";
import type { Frame, Shape } from "../../../lib/figures/drawing/drawing.ts";
import { barShape, barsOf, cornersOf, markedPoints } from "../../../lib/figures/drawing/marks.ts";
import { type Ends, rangeEdges, rangeRuns } from "../../../lib/figures/drawing/ranges.ts";
import { isUnsure, type KnownPoint, runsOf, unbroken } from "../../../lib/figures/drawing/runs.ts";
import type { Drawable, Line } from "../../../lib/figures/model.ts";
import { ShapeElement } from "./shape-layer.tsx";

/** Room around a plot for marks that stand on its edge, px. */
export const PANEL_PADDING = 12;
const MARGIN = { top: PANEL_PADDING, right: PANEL_PADDING, bottom: PANEL_PADDING, left: PANEL_PADDING };

interface ChartPanelProps {
  readonly frame: Frame;
  readonly lines: readonly Line[];
}

/** The data of one panel on the drawing's own domains; grid, axes and labels are the drawing's. */
export const ChartPanel = memo(function ChartPanel({ frame, lines }: ChartPanelProps) {
  const axis = { hide: true, type: "number", allowDataOverflow: true } as const;
  return (
    <ComposedChart {...frameOf(frame)} data={barRows(frame, lines)}>
      <XAxis {...axis} dataKey="x" scale={frame.x.scale} domain={[...frame.x.domain]} />
      <YAxis {...axis} dataKey="y" scale={frame.y.scale} domain={[...frame.y.domain]} width={0} />
      {lines.flatMap((line) => rangeMarks(line, frame))}
      {lines.flatMap((line) => marksOf(line, frame))}
    </ComposedChart>
  );
});

interface ComparisonPanelProps {
  readonly frame: Frame;
  readonly model: Drawable;
  readonly drawingWidth: number;
}

/** The marks of a comparison, each in the drawing's row, since rows differ in height. */
export const ComparisonPanel = memo(function ComparisonPanel({
  frame,
  model,
  drawingWidth,
}: ComparisonPanelProps) {
  const axis = { hide: true, type: "number", allowDataOverflow: true } as const;
  const rows = placeRows(model, drawingWidth).rows.map((row) => ({
    y: row.track.y + row.track.height / 2,
    value: row.item.value ?? 0,
    shapes: rowMark(row, model),
  }));
  return (
    <BarChart {...frameOf(frame)} layout="vertical" data={rows}>
      <XAxis {...axis} domain={[...frame.x.domain]} />
      <YAxis {...axis} dataKey="y" domain={[0, frame.plot.height]} width={0} />
      <Bar dataKey="value" isAnimationActive={false} shape={placedShapes(frame)} />
    </BarChart>
  );
});

function frameOf({ plot }: Frame) {
  return {
    className: "drawing",
    width: plot.width + 2 * PANEL_PADDING,
    height: plot.height + 2 * PANEL_PADDING,
    margin: MARGIN,
    accessibilityLayer: false,
  };
}

function marksOf(line: Line, frame: Frame): ReactElement[] {
  if (line.mark === "bar") {
    return [
      <Bar key={line.id} dataKey={line.id} isAnimationActive={false} shape={placedShapes(frame, line.id)} />,
    ];
  }
  const dots = dotMarks(line, frame);
  if (line.mark === "dot") return [dots];
  const area = line.mark === "area" ? [areaMark(line)] : [];
  return [...area, ...strokeMarks(line), dots];
}

interface PlacedRow {
  /** Shapes in the drawing's px; of a time figure by line. */
  readonly shapes: readonly Shape[] | Readonly<Record<string, Shape>>;
}

/** Bars where the drawing has them: a chart on a numeric axis would give them all one width. */
function placedShapes(frame: Frame, lineId?: string) {
  const offset = `translate(${PANEL_PADDING - frame.plot.x} ${PANEL_PADDING - frame.plot.y})`;
  return ({ payload }: { readonly payload?: PlacedRow }) => {
    const shapes = shapesIn(payload, lineId);
    return (
      <g transform={offset}>
        {shapes.map((shape, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity but their place in the row
          <ShapeElement key={index} shape={shape} />
        ))}
      </g>
    );
  };
}

function shapesIn(row: PlacedRow | undefined, lineId: string | undefined): readonly Shape[] {
  if (!row) return [];
  if (lineId === undefined) return Array.isArray(row.shapes) ? row.shapes : [];
  const shape = (row.shapes as Readonly<Record<string, Shape>>)[lineId];
  return shape ? [shape] : [];
}

/** One row for each x at which some line has a bar. */
function barRows(frame: Frame, lines: readonly Line[]) {
  const rows = new Map<number, Record<string, unknown> & { shapes: Record<string, Shape> }>();
  for (const line of lines.filter(({ mark }) => mark === "bar")) {
    for (const { point, box } of barsOf(line, frame)) {
      const row = rows.get(point.x) ?? { x: point.x, shapes: {} };
      row[line.id] = point.y;
      row.shapes[line.id] = barShape(point, box, line);
      rows.set(point.x, row);
    }
  }
  return [...rows.values()].sort((a, b) => Number(a.x) - Number(b.x));
}

interface Row {
  readonly x: number;
  readonly y: number | null;
}

/** Runs as one list of rows, with an empty row between two runs to break the path. */
function rowsOf(runs: ReadonlyArray<readonly KnownPoint[]>, line: Line): Row[] {
  return runs.flatMap((run) => withBreak(cornersOf(run, line)));
}

function withBreak(run: ReadonlyArray<{ x: number; y: number }>): Row[] {
  return [...run, { x: run.at(-1)?.x ?? 0, y: null }];
}

function areaMark(line: Line): ReactElement {
  const data = rowsOf(unbroken(line.points), line);
  return (
    <Area
      key={`${line.id} area`}
      data={data}
      dataKey="y"
      className={`area-${line.hue}`}
      isAnimationActive={false}
      activeDot={false}
    />
  );
}

/** The band of a line: its area, and its edges. */
function rangeMarks(line: Line, frame: Frame): ReactElement[] {
  const runs = rangeRuns(line, frame);
  if (runs.length === 0) return [];
  return [
    <Area
      key={`${line.id} range`}
      data={runs.flatMap(rangeRows)}
      dataKey="ends"
      className={`range-${line.hue}`}
      isAnimationActive={false}
      activeDot={false}
    />,
    strokeMark(line.id, `range-edge-${line.hue}`, rangeEdges(runs).flatMap(withBreak)),
  ];
}

function rangeRows(run: readonly Ends[]): Array<{ x: number; ends: [number, number] | null }> {
  const rows = run.map(({ x, low, high }) => ({ x, ends: [low, high] as [number, number] }));
  return [...rows, { x: run.at(-1)?.x ?? 0, ends: null }];
}

function strokeMarks(line: Line): ReactElement[] {
  const { connectors, carried, solid } = runsOf(line);
  const parts = [
    { paint: `connector-${line.hue}`, data: rowsOf(connectors, { ...line, mark: "line" }) },
    { paint: `carried-${line.hue}`, data: rowsOf(carried, line) },
    { paint: `line-${line.hue}`, data: rowsOf(solid, line) },
  ];
  return parts
    .filter(({ data }) => data.length > 0)
    .map(({ paint, data }) => strokeMark(line.id, paint, data));
}

function strokeMark(lineId: string, paint: string, data: Row[]): ReactElement {
  return (
    <ChartLine
      key={`${lineId} ${paint}`}
      data={data}
      dataKey="y"
      className={paint}
      type="linear"
      dot={false}
      activeDot={false}
      isAnimationActive={false}
    />
  );
}

function dotMarks(line: Line, frame: Frame): ReactElement {
  const data = markedPoints(line, frame).map(({ point, x, r }) => {
    return { x, y: point.y, r, paint: `${isUnsure(point) ? "ring" : "dot"}-${line.hue}` };
  });
  return (
    <Scatter key={`${line.id} dots`} data={data} dataKey="y" isAnimationActive={false} shape={dotShape} />
  );
}

interface DotProps {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly payload?: { readonly r: number; readonly paint: string };
}

function dotShape({ cx, cy, payload }: DotProps) {
  return <circle cx={cx} cy={cy} r={payload?.r} className={payload?.paint} />;
}
