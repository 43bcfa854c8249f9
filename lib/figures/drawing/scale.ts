import { scaleLinear, scaleLog } from "d3-scale";
import { invariant } from "../../invariant.ts";
import type { Axis } from "../model.ts";

/** Where a value of an axis lies, in px. `null` for a value that the axis cannot show (0 on a log axis). */
export type Scale = (value: number) => number | null;

/**
 * The scale of an axis over a span of px; the span may run downwards (a y axis). Values outside the domain
 * land outside the span. Promises a domain of two different numbers, positive ones when logarithmic.
 */
export function scaleOf(axis: Pick<Axis, "scale" | "domain">, from: number, to: number): Scale {
  const [low, high] = axis.domain;
  invariant(low < high, `axis domain ${low} to ${high} rises`);
  if (axis.scale === "linear") return scaleLinear([low, high], [from, to]);
  invariant(low > 0, `log axis starts above zero, at ${low}`);
  const log = scaleLog([low, high], [from, to]);
  return (value) => (value > 0 ? log(value) : null);
}
