import { setImmediate } from "node:timers/promises";

/** A turn of the event loop that takes longer than this had something else to do. */
const IDLE_TURN_MS = 1;
/** So many turns at most are left to others at a time: whoever asks without end does not stop the work. */
const MOST_TURNS = 50;

/**
 * Lets everything else that this process has to do go first: the embedded database works on the main thread, so
 * long work is done in short statements with a pause between them. It lasts until nothing else is going on, as an answer
 * takes many turns of the event loop, each of which would else wait for a statement. Throws the signal's reason once it
 * is aborted.
 */
export async function pause(signal?: AbortSignal): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const begin = performance.now();
    await setImmediate();
    signal?.throwIfAborted();
    if (performance.now() - begin < IDLE_TURN_MS) return;
  }
}
