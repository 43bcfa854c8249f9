import type { Status } from "../series/series.ts";

/**
 * Whether a value is said to be known before its period `begins`: nobody knows one then, though an estimate may be
 * earlier, as guidance is.
 */
export function isTooEarly(vintage: string, begins: string, status: Status): boolean {
  return vintage < begins && status !== "estimate";
}
