import "server-only";
import { drawingToSvg, drawingWidths, layoutFigure } from "../../../lib/figures/drawing/index.ts";
import type { FigureModel } from "../../../lib/figures/model.ts";

export interface StaticDrawing {
  readonly width: number;
  readonly svg: string;
}

/** Loaders hand out the same model object while the store's revision lasts, so a page that is asked for again is not drawn again. */
const DRAWN = new WeakMap<FigureModel, Map<boolean, readonly StaticDrawing[]>>();

/** A figure drawn at each width at which a page may show it, narrowest first. */
export function drawingsOf(model: FigureModel, isWide: boolean): readonly StaticDrawing[] {
  const known = DRAWN.get(model)?.get(isWide);
  if (known) return known;
  const drawings = drawingWidths(isWide).map((width) => {
    const id = `${model.name}-${width}`;
    const svg = drawingToSvg(layoutFigure(model, width), {
      id,
      title: model.title,
      description: model.summary,
    });
    return { width, svg };
  });
  DRAWN.set(model, new Map([...(DRAWN.get(model) ?? []), [isWide, drawings]]));
  return drawings;
}
