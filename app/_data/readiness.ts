import "server-only";
import { latestRevision } from "../../db/queries/revision.ts";
import { store } from "./store.ts";

/** Asks the store one small question; throws if it cannot answer. */
export async function pingStore(): Promise<void> {
  const { db } = await store();
  await latestRevision(db);
}
