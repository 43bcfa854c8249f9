import { err, ok, type Result } from "../result.ts";
import { damping, fullOscillations, type LinearPart, type Shape } from "./model.ts";
import { type SearchBox, type SearchProfile, searchBox } from "./profiles.ts";
import { projectOnto } from "./projection.ts";
import { searchMinima } from "./search.ts";
import type { PriceWindow } from "./windows.ts";

/** The parameters of the model that a search box bounds. */
export type Bounded = "ahead" | "m" | "omega";

/** A minimum that fits nearly as well, and how much worse it is: 1.004 is 0.4 %. */
export interface Competitor {
  readonly shape: Shape;
  readonly sseRatio: number;
}

/** The best fit of the model to one window. Log-prices: a residual of 0.01 is about one per cent. */
export interface WindowFit {
  readonly rows: number;
  readonly spanDays: number;
  readonly shape: Shape;
  readonly linear: LinearPart;
  readonly sse: number;
  readonly fullOscillations: number;
  /** `null` when the fit does not oscillate at all. */
  readonly damping: number | null;
  /** Largest |p / p_hat - 1|. */
  readonly largestPriceError: number;
  /** The parameters that ended on a bound of the search, which is no minimum of the model. */
  readonly atBound: readonly Bounded[];
  /** Other minima within 1 % of this one's sum of squares, best first. */
  readonly competitors: readonly Competitor[];
}

/** Why a window has no fit: its prices do not move. */
export interface FitRefusal {
  readonly kind: "no-variation";
  readonly message: string;
}

/** A minimum up to 1 % worse competes. */
const NEARLY_AS_GOOD = 1.01;

/**
 * Fits ln p = A + D^m (B + C1 cos(omega ln D) + C2 sin(omega ln D)), D = tc - t, to one window by least squares.
 *
 * The linear parameters follow from the others, so three are searched, within the profile's box. Nothing
 * is drawn at random and no window borrows from another, so windows may be shared among threads and fits are the same
 * bits whoever makes them. The fit is the best minimum found; another that is nearly as good is a competitor, and common.
 *
 * Source: Filimonov and Sornette (2013), Physica A 392(17), for the reduction to three parameters.
 */
export function fitWindow(window: PriceWindow, profile: SearchProfile): Result<WindowFit, FitRefusal> {
  const { sample, spanDays } = window;
  const { logPrices } = sample;
  if (logPrices.every((price) => price === logPrices[0])) {
    return err({ kind: "no-variation", message: `the ${logPrices.length} prices of the window do not move` });
  }
  const box = searchBox(profile, spanDays);
  const [best, ...others] = searchMinima(sample, box);

  const projection = projectOnto(sample);
  const sse = projection.sseAt(best.shape);
  const linear = projection.linearPart();
  return ok({
    rows: logPrices.length,
    spanDays,
    shape: best.shape,
    linear,
    sse,
    fullOscillations: fullOscillations(best.shape, spanDays),
    damping: damping(best.shape, linear),
    largestPriceError: projection.largestPriceError(),
    atBound: boundsHit(best.shape, box),
    competitors: others
      .map((other) => ({ shape: other.shape, sseRatio: other.sse / sse }))
      .filter(({ sseRatio }) => sseRatio <= NEARLY_AS_GOOD),
  });
}

/** A parameter this near to its bound, as a part of the range, is on it. */
const ON_BOUND = 1e-6;

function boundsHit(shape: Shape, box: SearchBox): Bounded[] {
  return (["ahead", "m", "omega"] as const).filter((name) => {
    const { low, high } = box[name];
    const room = ON_BOUND * (high - low);
    return shape[name] - low <= room || high - shape[name] <= room;
  });
}
