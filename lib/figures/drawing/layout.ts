import type { Drawable } from "../model.ts";
import { layoutComparison } from "./comparison.ts";
import type { FigureDrawing } from "./drawing.ts";
import { layoutMultiples } from "./multiples.ts";
import { layoutScatter } from "./scatter.ts";
import { layoutTimeFigure } from "./time-figure.ts";

/** The narrowest width for which a figure is laid out, px. */
const MIN_WIDTH = 280;

/**
 * Lays a figure out for a width in px (at least 280): plots, marks, ticks and labels in place, with no two labels
 * overlapping and none outside. The height follows from the kind of figure and its content. The same model and
 * width always give the same drawing, so the server's picture and the browser's chart agree to the px.
 *
 * An empty model gives a drawing without shapes.
 */
export function layoutFigure(model: Drawable, width: number): FigureDrawing {
  const room = Math.max(MIN_WIDTH, Math.round(width));
  const [panel] = model.panels;
  if (model.empty !== null)
    return { width: room, height: 0, under: [], marks: [], over: [], frames: [], labelBoxes: [] };
  if (model.kind === "comparison") return layoutComparison(model, room);
  if (!panel) return layoutFigure({ ...model, empty: "no panel" }, room);
  if (model.kind === "scatter") return layoutScatter(model, panel, room);
  return model.panels.length > 1 ? layoutMultiples(model, room) : layoutTimeFigure(model, panel, room);
}
