const WIDTH = 112;
const HEIGHT = 18;
const MIDDLE = WIDTH / 2;
const RADIUS = 4;

/** A move as a dot beside the line where nothing moves; `widest` is the move that reaches the edge. */
export function MoveMark({ move, widest }: { readonly move: number; readonly widest: number }) {
  const x = MIDDLE + (widest === 0 ? 0 : move / widest) * (MIDDLE - RADIUS - 1);
  const y = HEIGHT / 2;
  return (
    <svg
      className="move-mark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
    >
      <line x1={MIDDLE} x2={MIDDLE} y1={0} y2={HEIGHT} className="still" />
      <line x1={MIDDLE} x2={x} y1={y} y2={y} className="stem" />
      <circle cx={x} cy={y} r={RADIUS} />
    </svg>
  );
}
