import { desc, eq, getTableColumns } from "drizzle-orm";
import type { SourceRecord } from "../../lib/series/record.ts";
import { round, source } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { byCharacters } from "./order.ts";
import { sourceRecord } from "./sources.ts";

/** A financing round; amounts are exact decimal text in whole units of its currency, null is not known. */
export type Round = Omit<typeof round.$inferSelect, "sourceId"> & { readonly source: SourceRecord };

const { sourceId: _, ...columns } = getTableColumns(round);

/** All rounds, newest first, then by code. */
export function rounds(db: Db): Promise<Round[]> {
  return db
    .select({ ...columns, source: sourceRecord })
    .from(round)
    .innerJoin(source, eq(source.id, round.sourceId))
    .orderBy(desc(byCharacters(round.date)), byCharacters(round.code));
}
