"use client";

import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type PointerEvent,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import type { FigureDrawing, Frame } from "../../../lib/figures/drawing/drawing.ts";
import { layoutFigure } from "../../../lib/figures/drawing/layout.ts";
import { extraMarkShapes } from "../../../lib/figures/drawing/marks.ts";
import { scatterLines } from "../../../lib/figures/drawing/scatter.ts";
import type { Drawable } from "../../../lib/figures/model.ts";
import { ChartPanel, ComparisonPanel, PANEL_PADDING } from "./chart-panel.tsx";
import { Readout } from "./readout.tsx";
import { ShapeLayer } from "./shape-layer.tsx";
import {
  type Cursor,
  moveCursor,
  nearestCursor,
  readingsAt,
  spoken,
  type Track,
  tracksOf,
} from "./tracks.ts";

/** How far from the crosshair another line may still be read, px. */
const REACH = 24;

export interface InteractiveChartProps {
  readonly model: Drawable;
  /** The width of the server's drawing that is being replaced. */
  readonly drawingWidth: number;
  /** The width of the room that the drawing is scaled to, px. */
  readonly roomWidth: number;
  /** Told once the chart has put the whole picture on the screen. */
  readonly onDrawn: () => void;
}

/**
 * The server's drawing with its data drawn by the chart library, a crosshair with one readout, and one tab stop: left
 * and right move along a line, up and down change line, Home and End go to its ends, Escape leaves.
 */
export function InteractiveChart({ model, drawingWidth, roomWidth, onDrawn }: InteractiveChartProps) {
  const drawing = useMemo(() => layoutFigure(model, drawingWidth), [model, drawingWidth]);
  const tracks = useMemo(() => tracksOf(model, drawing), [model, drawing]);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [words, setWords] = useState("");
  const room = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const scale = roomWidth / drawing.width;
  useAfterPaint(onDrawn);

  const onPointer = (event: PointerEvent) => {
    const box = room.current?.getBoundingClientRect();
    if (!box) return;
    const at = { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
    const frame = frameUnder(drawing.frames, at);
    setCursor(frame ? nearestCursor(model, tracks, at, frame.panelId) : null);
  };
  const onKey = (event: KeyboardEvent) => {
    const next =
      event.altKey || event.ctrlKey || event.metaKey ? null : moveCursor(tracks, cursor, event.key);
    if (next === null) return;
    event.preventDefault();
    setCursor(next === "left" ? null : next);
    setWords(next === "left" ? "" : speak(tracks, next));
  };
  const clear = useCallback(() => setCursor(null), []);

  return (
    <div className="chart-room" style={{ aspectRatio: `${drawing.width} / ${drawing.height}` }}>
      <div
        ref={room}
        className="chart"
        style={roomStyle(drawing, scale)}
        role="application"
        aria-roledescription="chart"
        aria-label={`${model.title}. ${model.summary}`}
        aria-describedby={helpId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the chart is read with the arrow keys
        tabIndex={0}
        onKeyDown={onKey}
        onBlur={clear}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={clear}
      >
        <ChartLayers model={model} drawing={drawing} />
        <Crosshair model={model} drawing={drawing} tracks={tracks} cursor={cursor} />
        <span id={helpId} className="visually-hidden">
          Left and right move along a line, up and down change line, Escape leaves.
        </span>
        <span className="visually-hidden" aria-live="polite">
          {words}
        </span>
      </div>
    </div>
  );
}

/** The width is also told to the style sheet, which keeps text from growing with the drawing. */
function roomStyle({ width, height }: FigureDrawing, scale: number): CSSProperties {
  return { "--drawn-width": width, width, height, transform: `scale(${scale})` } as CSSProperties;
}

interface LayerProps {
  readonly model: Drawable;
  readonly drawing: FigureDrawing;
}

/** All but the crosshair; kept while the pointer moves. */
const ChartLayers = memo(function ChartLayers({ model, drawing }: LayerProps) {
  const extras = drawing.frames.flatMap((frame) =>
    linesOf(model, frame).flatMap((line) => extraMarkShapes(line, frame)),
  );
  return (
    <>
      <ShapeLayer drawing={drawing} shapes={drawing.under} />
      {drawing.frames.map((frame) => (
        <div
          key={frame.panelId}
          className="chart-panel"
          style={{ left: frame.plot.x - PANEL_PADDING, top: frame.plot.y - PANEL_PADDING }}
        >
          {model.kind === "comparison" ? (
            <ComparisonPanel frame={frame} model={model} drawingWidth={drawing.width} />
          ) : (
            <ChartPanel frame={frame} lines={linesOf(model, frame)} />
          )}
        </div>
      ))}
      <ShapeLayer drawing={drawing} shapes={[...extras, ...drawing.over]} />
    </>
  );
});

interface CrosshairProps extends LayerProps {
  readonly tracks: readonly Track[];
  readonly cursor: Cursor | null;
}

function Crosshair({ model, drawing, tracks, cursor }: CrosshairProps) {
  const track = cursor && tracks[cursor.track];
  const at = cursor && track?.stops[cursor.stop];
  if (!cursor || !track || !at) return null;
  const frame = drawing.frames.find(({ panelId }) => panelId === track.panelId);
  const isAlongX = model.kind === "time" || model.kind === "clock";
  const readings = isAlongX ? readingsAt(tracks, cursor, REACH) : [{ track, stop: at }];
  return (
    <>
      <svg className="drawing chart-layer" width={drawing.width} height={drawing.height} aria-hidden="true">
        {isAlongX && frame && (
          <path className="now" d={`M${at.spot.x},${frame.plot.y}V${frame.plot.y + frame.plot.height}`} />
        )}
        {readings.map(({ track: { id, hue }, stop }) => (
          <circle
            key={id}
            className={`ring-${hue}`}
            cx={stop.spot.x}
            cy={stop.spot.y}
            r={stop === at ? 5.5 : 4}
          />
        ))}
      </svg>
      <Readout drawing={drawing} at={at} readings={readings} />
    </>
  );
}

function linesOf(model: Drawable, frame: Frame) {
  const panel = model.panels.find(({ id }) => id === frame.panelId);
  if (!panel) return [];
  return model.kind === "scatter" ? scatterLines(panel) : panel.lines;
}

function frameUnder(
  frames: readonly Frame[],
  { x, y }: { readonly x: number; readonly y: number },
): Frame | undefined {
  return frames.find(({ plot }) => {
    return (
      x >= plot.x - 20 && x <= plot.x + plot.width + 20 && y >= plot.y - 10 && y <= plot.y + plot.height + 10
    );
  });
}

function speak(tracks: readonly Track[], cursor: Cursor): string {
  const track = tracks[cursor.track];
  const stop = track?.stops[cursor.stop];
  return track && stop ? spoken(track, stop) : "";
}

/** The chart library needs a second pass to place its marks; two frames later they are on the screen. */
function useAfterPaint(run: () => void) {
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(run);
    });
    return () => cancelAnimationFrame(frame);
  }, [run]);
}
