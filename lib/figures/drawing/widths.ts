/** The widths at which a page draws every figure, px; the last two only for figures that span columns. */
export const DRAWING_WIDTHS = [312, 420, 640, 840, 1240] as const;
export type DrawingWidth = (typeof DRAWING_WIDTHS)[number];

/** A drawing's 13 px text may shrink to 12 px before the next narrower drawing is shown instead. */
export const SMALLEST_SCALE = 12 / 13;

/** The widths a figure is drawn at: all of them when it may span the page. */
export function drawingWidths(isWide: boolean): readonly DrawingWidth[] {
  return isWide ? DRAWING_WIDTHS : DRAWING_WIDTHS.slice(0, 3);
}

/** The drawing shown in a room of `available` px: the widest whose text stays at 12 px or more. */
export function drawingWidthFor(available: number, isWide: boolean): DrawingWidth {
  const fitting = drawingWidths(isWide).filter((width) => Math.ceil(width * SMALLEST_SCALE) <= available);
  return fitting.at(-1) ?? DRAWING_WIDTHS[0];
}
