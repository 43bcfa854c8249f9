import type { FigureRow } from "../../../lib/editing/figure-row.ts";
import { FigureSpec } from "../../../lib/figures/spec.ts";
import { drawingsOf } from "../../_components/figure/drawings.ts";
import type { RowChanges } from "../../_data/editing-row.ts";
import { previewFigure } from "../../_data/figures.ts";

/**
 * A figure as it would be drawn, by the same path as on the dashboard, and what the guard says of it: a sentence for
 * each way in which it compares what is unlike, and one for each line that it refuses.
 */
export async function drawnPreview({ row }: RowChanges): Promise<{ lines: string[]; drawing?: string }> {
  const { name, spec } = row as FigureRow;
  const model = await previewFigure(FigureSpec.parse({ ...spec, name }));
  const lines = [
    `Its title will be: ${model.title}`,
    ...model.unlike.map((sentence) => `Labelled as unlike: ${sentence}`),
    ...model.missing.map(({ label, reason }) => `Not drawn: ${label}. ${reason}`),
    ...(model.empty === null ? [] : [`Nothing to draw: ${model.empty}`]),
  ];
  if (model.empty !== null) return { lines };
  // The page has the figure as it is stored under its own name.
  return { lines, drawing: drawingsOf({ ...model, name: `preview-${name}` }, false).html };
}
