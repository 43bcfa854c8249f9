import type { Axis } from "../model.ts";
import type { Box } from "./box.ts";
import type { Paint } from "./paint.ts";

/**
 * A figure model laid out for one width: shapes in px with a paint each, and nothing decided by a renderer.
 * Layers are back to front. `marks` holds the data and nothing else, so that the interactive chart can draw
 * the data itself between the same `under` and `over`.
 */
export interface FigureDrawing {
  readonly width: number;
  readonly height: number;
  readonly under: readonly Shape[];
  readonly marks: readonly Shape[];
  readonly over: readonly Shape[];
  /** Where each panel's numbers lie; empty for a figure without anything to draw. */
  readonly frames: readonly Frame[];
  /** The room that every label inside a plot takes; no two overlap. */
  readonly labelBoxes: readonly Box[];
}

/** The rectangle that spans a panel's domains. Its scales are `scaleOf(frame.x, …)` over that rectangle. */
export interface Frame {
  readonly panelId: string;
  readonly plot: Box;
  readonly x: Pick<Axis, "scale" | "domain">;
  readonly y: Pick<Axis, "scale" | "domain">;
}

export type Shape = PathShape | RectShape | LineShape | CircleShape | TextShape;

export interface PathShape {
  readonly kind: "path";
  readonly d: string;
  readonly paint: Paint;
}

export interface RectShape {
  readonly kind: "rect";
  readonly box: Box;
  readonly paint: Paint;
}

export interface LineShape {
  readonly kind: "line";
  readonly from: Spot;
  readonly to: Spot;
  readonly paint: Paint;
}

export interface CircleShape {
  readonly kind: "circle";
  readonly at: Spot;
  readonly r: number;
  readonly paint: Paint;
}

export interface TextShape {
  readonly kind: "text";
  /** The anchor's place; `y` is the baseline. */
  readonly at: Spot;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  readonly paint: Paint;
  readonly size: number;
  readonly bold: boolean;
  /** Painted over a rim of paper, so that it reads on top of lines. */
  readonly halo: boolean;
}

/** A place in px from the top left of the drawing. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}
