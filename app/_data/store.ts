import "server-only";
import type { Store } from "../../db/store.ts";
import { invariant } from "../../lib/invariant.ts";
import { bootOrExit } from "./boot-or-exit.ts";
import { processWide } from "./process-wide.ts";

/**
 * The store of this process: opened, at this version's schema, and filled when it was empty.
 *
 * Whoever asks first makes it ready. That is the server's start (`instrumentation.ts`), except where Next did not
 * find that file, as while another build takes this one's place: it then starts without a word, and a store that an
 * interrupted first start had left without its catalogue would be answered from as it is.
 *
 * A build tries pages before it learns that they are made per request; it is told off rather than ended.
 */
export async function store(): Promise<Store> {
  invariant(process.env.NEXT_PHASE !== "phase-production-build", "a build does not open the store");
  return processWide("ready-store", bootOrExit);
}
