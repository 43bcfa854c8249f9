import { asc, eq } from "drizzle-orm";
import { figure } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { byCharacters } from "./order.ts";
import { asTheyWere, rowsThen } from "./rows-as-at.ts";

/** A saved figure. */
export type Figure = typeof figure.$inferSelect;

/** All figures in the order of the dashboard; with `asAt`, a revision number, as they were at it. */
export async function figures(db: Db, asAt?: number): Promise<Figure[]> {
  const now = await db.select().from(figure).orderBy(asc(figure.position), byCharacters(figure.name));
  if (asAt === undefined) return now;
  const then = asTheyWere(now, await rowsThen(db, "figures", asAt), ({ name }) => name);
  return then.sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1));
}

/** The figure of this name, or null; with `asAt` as it was at that revision. */
export async function figureByName(db: Db, name: string, asAt?: number): Promise<Figure | null> {
  const was = asAt === undefined ? undefined : (await rowsThen(db, "figures", asAt)).get(name);
  if (was !== undefined) return was;
  const rows = await db.select().from(figure).where(eq(figure.name, name));
  return rows[0] ?? null;
}
