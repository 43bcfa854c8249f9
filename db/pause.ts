import { setImmediate } from "node:timers/promises";

/**
 * Lets everything else that this process has to do go first: the embedded database works on the main thread, so
 * long work is done in short statements with a pause between them. Throws the signal's reason once it is aborted.
 */
export async function pause(signal?: AbortSignal): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}
