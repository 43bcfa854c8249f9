import { asc } from "drizzle-orm";
import { type Indicator, indicatorOf } from "../../lib/indicators/indicator.ts";
import type { IndicatorRow } from "../../lib/ingestion/tables.ts";
import { indicator } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { byCharacters } from "./order.ts";
import { asTheyWere, rowsThen } from "./rows-as-at.ts";

/** All indicators in their order; with `asAt`, a revision number, as they were at it. */
export async function indicators(db: Db, asAt?: number): Promise<Indicator[]> {
  const now: IndicatorRow[] = await db
    .select()
    .from(indicator)
    .orderBy(asc(indicator.position), byCharacters(indicator.name));
  if (asAt === undefined) return now.map(indicatorOf);
  const then = asTheyWere(now, await rowsThen(db, "indicators", asAt), ({ name }) => name);
  return then.sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1)).map(indicatorOf);
}
