import { buildClockFigure } from "./clock-figure.ts";
import { buildComparisonFigure } from "./comparison-figure.ts";
import type { FigureContext, FigureData } from "./data.ts";
import type { FigureModel } from "./model.ts";
import { buildScatterFigure } from "./scatter-figure.ts";
import type { FigureSpec } from "./spec.ts";
import { buildTimeFigure } from "./time-figure.ts";

/**
 * Turns a specification and the data known on a date into a figure model: every decision but pixels.
 *
 * Pure. Never throws for want of data: what the guard refuses or the store lacks is listed in `missing` with the
 * reason while the rest is drawn, and a figure with nothing left says so in `empty`.
 */
export function buildFigure(spec: FigureSpec, data: FigureData, context: FigureContext): FigureModel {
  switch (spec.kind) {
    case "time":
      return buildTimeFigure(spec, data, context);
    case "clock":
      return buildClockFigure(spec, data, context);
    case "comparison":
      return buildComparisonFigure(spec, data, context);
    case "scatter":
      return buildScatterFigure(spec, data, context);
  }
}
