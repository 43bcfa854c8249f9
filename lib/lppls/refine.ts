import type { Shape } from "./model.ts";
import type { SearchBox } from "./profiles.ts";
import type { Projection, Slope } from "./projection.ts";

/** A shape and its sum of squared residuals. */
export interface Minimum {
  readonly shape: Shape;
  readonly sse: number;
}

/** When to stop: after this many steps, or when a step lowers the sum of squares by less than this part of it. */
export interface Patience {
  readonly steps: number;
  readonly gain: number;
}

type Triple = [number, number, number];

const DAMPING_START = 1e-3;
const DAMPING_MOST = 1e12;

/**
 * Walks downhill from a shape to the minimum of its basin within the box, by Levenberg-Marquardt steps over (ln ahead, m,
 * omega) with the linear parameters always at their best. A parameter on a bound that the gradient pushes outwards
 * stays there; other steps end at the bound they would cross. Deterministic.
 */
export function refine(
  projection: Projection,
  box: SearchBox,
  start: Shape,
  { steps, gain }: Patience,
): Minimum {
  const low: Triple = [Math.log(box.ahead.low), box.m.low, box.omega.low];
  const high: Triple = [Math.log(box.ahead.high), box.m.high, box.omega.high];
  let place = clipped([Math.log(start.ahead), start.m, start.omega], low, high);
  let sse = projection.sseAt(shapeAt(place, box));
  let damping = DAMPING_START;
  for (let taken = 0; taken < steps; taken += 1) {
    const slope = projection.slope();
    const isFree = place.map((value, k) => {
      const downhill = -(slope.gradient[k] as number);
      return (
        !(value <= (low[k] as number) && downhill < 0) && !(value >= (high[k] as number) && downhill > 0)
      );
    });
    const before = sse;
    for (;;) {
      const step = dampedStep(slope, isFree, damping);
      const next = clipped([place[0] + step[0], place[1] + step[1], place[2] + step[2]], low, high);
      if (next.every((value, k) => value === place[k])) return at(place, sse);
      const reached = projection.sseAt(shapeAt(next, box));
      if (reached < sse) {
        place = next;
        sse = reached;
        damping = Math.max(damping / 10, 1e-12);
        break;
      }
      damping *= 8;
      if (damping > DAMPING_MOST) return at(place, sse);
    }
    if (before - sse <= gain * before) return at(place, sse);
  }
  return at(place, sse);

  function at(where: Triple, sum: number): Minimum {
    return { shape: shapeAt(where, box), sse: sum };
  }
}

/** The exponential of a logarithm may lie beyond the bound that it stands for. */
function shapeAt([u, m, omega]: Triple, { ahead }: SearchBox): Shape {
  return { ahead: Math.min(ahead.high, Math.max(ahead.low, Math.exp(u))), m, omega };
}

function clipped(place: Triple, low: Triple, high: Triple): Triple {
  return place.map((value, k) => Math.min(high[k] as number, Math.max(low[k] as number, value))) as Triple;
}

/**
 * Solves (J'J + damping diag(J'J)) step = -gradient by Cholesky over the free parameters, scaled to a unit diagonal so
 * that days and exponents weigh alike. The others do not move, nor does one that changes nothing.
 */
function dampedStep({ gradient, curvature }: Slope, isFree: readonly boolean[], damping: number): Triple {
  const [uu, um, uw, mm, mw, ww] = curvature;
  const su = isFree[0] && uu > 0 ? 1 / Math.sqrt(uu) : 0;
  const sm = isFree[1] && mm > 0 ? 1 / Math.sqrt(mm) : 0;
  const sw = isFree[2] && ww > 0 ? 1 / Math.sqrt(ww) : 0;
  const diagonal = 1 + damping;
  const l11 = Math.sqrt(diagonal);
  const l21 = (um * su * sm) / l11;
  const l31 = (uw * su * sw) / l11;
  const l22 = Math.sqrt(Math.max(diagonal - l21 * l21, LEAST_PIVOT));
  const l32 = (mw * sm * sw - l31 * l21) / l22;
  const l33 = Math.sqrt(Math.max(diagonal - l31 * l31 - l32 * l32, LEAST_PIVOT));
  const z1 = (-gradient[0] * su) / l11;
  const z2 = (-gradient[1] * sm - l21 * z1) / l22;
  const z3 = (-gradient[2] * sw - l31 * z1 - l32 * z2) / l33;
  const w = z3 / l33;
  const m = (z2 - l32 * w) / l22;
  const u = (z1 - l21 * m - l31 * w) / l11;
  return [u * su, m * sm, w * sw];
}

/** The columns may be nearly alike; the damping then does what the pivot cannot. */
const LEAST_PIVOT = 1e-14;
