import "server-only";
import { setImmediate } from "node:timers/promises";
import type { ReadControl } from "../../../lib/uploads/read/control.ts";
import { environment } from "../environment.ts";

/** Holds a pass over an upload in the operator's bounds, and lets the server answer others meanwhile. */
export function readControl(signal: AbortSignal | null = null): ReadControl {
  return {
    limits: environment().uploadLimits,
    signal,
    now: () => performance.now(),
    pause: () => setImmediate(),
  };
}
