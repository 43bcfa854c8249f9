import type { ReadLimits } from "./limits.ts";
import type { ReadRefusal } from "./refusal.ts";

/**
 * What holds a pass over a file in bounds.
 * - `now`: milliseconds of any steady clock; `null` sets no time limit.
 * - `pause`: lets other work of the process run; awaited after every piece of the file, some dozen kilobytes.
 */
export interface ReadControl {
  readonly limits: ReadLimits;
  readonly signal: AbortSignal | null;
  readonly now: (() => number) | null;
  readonly pause: (() => Promise<void>) | null;
}

/** Counts what one pass over a file has taken so far. */
export interface Watch {
  readonly limits: ReadLimits;
  /** Bytes of the file read so far. */
  readonly bytes: number;
  /** Takes more bytes of the file, and says whether the pass must stop: size, time or cancelled. */
  take(bytes: number): ReadRefusal | null;
  pause(): Promise<void>;
}

/** Starts the watch of one pass. */
export function startWatch({ limits, signal, now, pause }: ReadControl): Watch {
  const deadline = now === null ? null : now() + limits.milliseconds;
  let taken = 0;
  return {
    limits,
    get bytes() {
      return taken;
    },
    take(bytes) {
      taken += bytes;
      if (taken > limits.bytes) return { kind: "file-too-large", most: limits.bytes };
      if (signal?.aborted) return { kind: "cancelled" };
      if (now !== null && deadline !== null && now() > deadline) {
        return { kind: "too-slow", most: limits.milliseconds };
      }
      return null;
    },
    async pause() {
      await pause?.();
    },
  };
}
