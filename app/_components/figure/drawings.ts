import "server-only";
import { drawingToSvg, drawingWidths, layoutFigure } from "../../../lib/figures/drawing/index.ts";
import type { FigureModel } from "../../../lib/figures/model.ts";
import { type Piece, piecePer } from "./markup.tsx";

const inColumn = piecePer((model: FigureModel) => drawingsHtml(model, false));
const acrossPage = piecePer((model: FigureModel) => drawingsHtml(model, true));

/** A figure drawn at each width at which a page may show it, narrowest first; the style sheet shows the one that fits. */
export function drawingsOf(model: FigureModel, isWide: boolean): Piece {
  return isWide ? acrossPage(model) : inColumn(model);
}

function drawingsHtml(model: FigureModel, isWide: boolean): string {
  const drawings = drawingWidths(isWide).map((width) => {
    const svg = drawingToSvg(layoutFigure(model, width), {
      id: `${model.name}-${width}`,
      title: model.title,
      description: model.summary,
    });
    return `<div class="drawn drawn-${width}">${svg}</div>`;
  });
  return drawings.join("");
}
