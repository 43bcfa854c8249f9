import "server-only";
import { loadComposite } from "./composite.ts";
import { logFailure } from "./failure.ts";
import { noteRevision } from "./noted-revision.ts";

/**
 * To be called with every revision that this process commits: others are told of it, and the composite that it gives is
 * published. A composite that cannot be made takes nothing back: it is published when it is looked at.
 */
export async function afterCommit(revision: number): Promise<void> {
  noteRevision(revision);
  try {
    await loadComposite();
  } catch (error) {
    logFailure(`publishing the composite of revision ${revision}`, error);
  }
}
