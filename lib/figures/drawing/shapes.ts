import type { Box } from "./box.ts";
import type { LineShape, Spot, TextShape } from "./drawing.ts";
import type { Paint } from "./paint.ts";
import { TEXT_SIZE } from "./text-width.ts";

interface TextStyle {
  readonly anchor?: TextShape["anchor"];
  readonly size?: number;
  readonly bold?: boolean;
  readonly halo?: boolean;
}

/** One line of text with its baseline at `y`. */
export function textShape(
  text: string,
  x: number,
  y: number,
  paint: Paint,
  style: TextStyle = {},
): TextShape {
  return {
    kind: "text",
    at: { x, y },
    text,
    anchor: style.anchor ?? "start",
    paint,
    size: style.size ?? TEXT_SIZE,
    bold: style.bold ?? false,
    halo: style.halo ?? false,
  };
}

/** A straight line between two places. */
export function lineShape(from: Spot, to: Spot, paint: Paint): LineShape {
  return { kind: "line", from, to, paint };
}

/**
 * Diagonal strokes that fill a box, clipped to it, as path data. Drawn as geometry rather than as an SVG pattern
 * because a pattern needs an identifier that is unique on the page.
 */
export function hatchPath(box: Box, spacing = 5): string {
  const strokes: string[] = [];
  for (let offset = spacing; offset < box.width + box.height; offset += spacing) {
    const startX = Math.min(offset, box.width);
    const endY = Math.min(offset, box.height);
    const from = `${px(box.x + startX)},${px(box.y + offset - startX)}`;
    const to = `${px(box.x + offset - endY)},${px(box.y + endY)}`;
    strokes.push(`M${from}L${to}`);
  }
  return strokes.join("");
}

/** A length as text, to a tenth of a px. */
export function px(length: number): string {
  const rounded = Math.round(length * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}
