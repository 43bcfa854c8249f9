import type { FigureDrawing, Shape } from "./drawing.ts";
import { escapeText } from "./escape-text.ts";
import { type Declarations, PAINTS } from "./paint.ts";
import { px } from "./shapes.ts";
import { TEXT_SIZE } from "./text-width.ts";

export interface SvgOptions {
  /** Unique on the page; names the title and description. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /**
   * Literal values of the design tokens (`--era-ai` → `#08657a`), for an image that stands alone. Without them the
   * shapes carry class names that the page's style sheet paints.
   */
  readonly tokens?: ReadonlyMap<string, string>;
}

/** A rim of paper around text, so that it reads on top of lines; the page's `.halo` rule says the same. */
const HALO: Declarations = {
  "paint-order": "stroke",
  stroke: "--paper",
  "stroke-width": "4",
  "stroke-linejoin": "round",
};

/** A drawing as one SVG element, with its title and description for people who do not see it. */
export function drawingToSvg(drawing: FigureDrawing, options: SvgOptions): string {
  const { width, height } = drawing;
  const shapes = [...drawing.under, ...drawing.marks, ...drawing.over];
  const id = escapeText(options.id);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` role="img" aria-labelledby="${id}-t" aria-describedby="${id}-d">`,
    `<title id="${id}-t">${escapeText(options.title)}</title><desc id="${id}-d">${escapeText(options.description)}</desc>`,
    ...shapes.map((shape) => shapeToSvg(shape, options.tokens)),
    "</svg>",
  ].join("");
}

function shapeToSvg(shape: Shape, tokens: SvgOptions["tokens"]): string {
  const paint = tokens ? literalPaint(shape, tokens) : ` class="${paintClass(shape)}"`;
  switch (shape.kind) {
    case "path":
      return `<path d="${shape.d}"${paint}/>`;
    case "line":
      return `<path d="M${px(shape.from.x)},${px(shape.from.y)}L${px(shape.to.x)},${px(shape.to.y)}"${paint}/>`;
    case "rect": {
      const { x, y, width, height } = shape.box;
      return `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"${paint}/>`;
    }
    case "circle":
      return `<circle cx="${px(shape.at.x)}" cy="${px(shape.at.y)}" r="${px(shape.r)}"${paint}/>`;
    case "text": {
      const anchor = shape.anchor === "start" ? "" : ` text-anchor="${shape.anchor}"`;
      const size = shape.size === TEXT_SIZE ? "" : ` font-size="${shape.size}"`;
      const weight = shape.bold ? ' font-weight="600"' : "";
      return `<text x="${px(shape.at.x)}" y="${px(shape.at.y)}"${anchor}${size}${weight}${paint}>${escapeText(shape.text)}</text>`;
    }
  }
}

/** The class names of a shape. */
export function paintClass(shape: Shape): string {
  return shape.kind === "text" && shape.halo ? `${shape.paint} halo` : shape.paint;
}

function literalPaint(shape: Shape, tokens: ReadonlyMap<string, string>): string {
  const halo = shape.kind === "text" && shape.halo ? HALO : {};
  const declarations: Declarations = { ...PAINTS.get(shape.paint), ...halo };
  return Object.entries(declarations)
    .map(([property, value]) => ` ${property}="${escapeText(tokens.get(value) ?? value)}"`)
    .join("");
}
