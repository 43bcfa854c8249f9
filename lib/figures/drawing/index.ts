export { layoutFigure } from "./layout.ts";
export { paintStyleSheet } from "./paint.ts";
export { drawingToSvg } from "./svg.ts";
export { drawingWidths } from "./widths.ts";
