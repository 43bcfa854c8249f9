import type { FigureDrawing, Shape } from "../../../lib/figures/drawing/drawing.ts";
import { paintClass } from "../../../lib/figures/drawing/svg.ts";
import { TEXT_SIZE } from "../../../lib/figures/drawing/text-width.ts";

interface ShapeLayerProps {
  readonly drawing: FigureDrawing;
  readonly shapes: readonly Shape[];
}

/** One layer of a drawing over its whole area; seen only, since the chart speaks for itself. */
export function ShapeLayer({ drawing, shapes }: ShapeLayerProps) {
  const { width, height } = drawing;
  return (
    <svg
      className="drawing chart-layer"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {shapes.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity but their place in the drawing
        <ShapeElement key={index} shape={shape} />
      ))}
    </svg>
  );
}

/** One shape as an SVG element. */
export function ShapeElement({ shape }: { readonly shape: Shape }) {
  const className = paintClass(shape);
  switch (shape.kind) {
    case "path":
      return <path d={shape.d} className={className} />;
    case "line":
      return (
        <path d={`M${shape.from.x},${shape.from.y}L${shape.to.x},${shape.to.y}`} className={className} />
      );
    case "rect":
      return <rect {...shape.box} className={className} />;
    case "circle":
      return <circle cx={shape.at.x} cy={shape.at.y} r={shape.r} className={className} />;
    case "text":
      return (
        <text
          x={shape.at.x}
          y={shape.at.y}
          textAnchor={shape.anchor}
          fontSize={shape.size === TEXT_SIZE ? undefined : shape.size}
          fontWeight={shape.bold ? 600 : undefined}
          className={className}
        >
          {shape.text}
        </text>
      );
  }
}
