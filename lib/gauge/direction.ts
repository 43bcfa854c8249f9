/** Which end of an indicator is bubble-like: `higher` (a valuation) or `lower` (a credit spread). */
export const DIRECTIONS = ["higher", "lower"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** The value with its sign turned where low is bubble-like, so that more always means more bubble-like. */
export function towardsBubble(value: number, direction: Direction): number {
  return direction === "higher" ? value : -value;
}
