export { buildFigure } from "./build-figure.ts";
export { codesInSpec, formulasIn } from "./codes.ts";
export type { FigureContext, FigureData, FigureEvent } from "./data.ts";
export type { FigureModel } from "./model.ts";
export { FigureSpec } from "./spec.ts";
