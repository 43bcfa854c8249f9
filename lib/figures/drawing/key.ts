import type { Line } from "../model.ts";
import type { Shape } from "./drawing.ts";
import { lineShape, textShape } from "./shapes.ts";
import { textWidth, wrapText } from "./text-width.ts";

const SWATCH = 18;
const ROW = 20;
const SPACE = 14;

type Keyed = Pick<Line, "label" | "hue" | "mark">;

/** A key in rows from the left: a swatch of each line's mark, and its name in its hue. */
export function keyShapes(
  lines: readonly Keyed[],
  top: number,
  width: number,
): { shapes: Shape[]; height: number } {
  let x = 0;
  let y = top;
  const shapes = lines.flatMap((line) => {
    const [text = ""] = wrapText(line.label, width - SWATCH - 6, 1, true);
    const needed = SWATCH + 6 + textWidth(text, undefined, true);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += ROW;
    }
    const label = textShape(text, x + SWATCH + 6, y + 15, `text-${line.hue}`, { bold: true });
    const swatch = swatchShape(line, x, y + 10);
    x += needed + SPACE;
    return [swatch, label];
  });
  return { shapes, height: lines.length === 0 ? 0 : y - top + ROW + 2 };
}

function swatchShape({ mark, hue }: Keyed, x: number, y: number): Shape {
  if (mark === "bar")
    return { kind: "rect", box: { x: x + 3, y: y - 5, width: 12, height: 11 }, paint: `bar-${hue}` };
  if (mark === "area")
    return { kind: "rect", box: { x, y: y - 5, width: SWATCH, height: 11 }, paint: `area-${hue}` };
  if (mark === "dot") return { kind: "circle", at: { x: x + SWATCH / 2, y }, r: 4, paint: `dot-${hue}` };
  return lineShape({ x, y }, { x: x + SWATCH, y }, `line-${hue}`);
}
