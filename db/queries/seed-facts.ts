import { asc } from "drizzle-orm";
import { seedFact } from "../schema/index.ts";
import type { Db } from "../store.ts";

/** One claim of the starting article and one place in the store that carries it. */
export type SeedFact = typeof seedFact.$inferSelect;

/** All claims by number, within one in the order they were stored; a claim that several places carry comes once for each. */
export function seedFacts(db: Db): Promise<SeedFact[]> {
  return db.select().from(seedFact).orderBy(asc(seedFact.claim), asc(seedFact.id));
}
