export { buildFigure } from "./build-figure.ts";
export { codesInSpec } from "./codes.ts";
export type { FigureModel } from "./model.ts";
export { FIGURE_NAME, FigureSpec } from "./spec.ts";
