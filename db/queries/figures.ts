import { asc, eq } from "drizzle-orm";
import { figure } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { byCharacters } from "./order.ts";

/** A saved figure. */
export type Figure = typeof figure.$inferSelect;

/** All figures in the order of the dashboard. */
export function figures(db: Db): Promise<Figure[]> {
  return db.select().from(figure).orderBy(asc(figure.position), byCharacters(figure.name));
}

/** The figure of this name, or null. */
export async function figureByName(db: Db, name: string): Promise<Figure | null> {
  const rows = await db.select().from(figure).where(eq(figure.name, name));
  return rows[0] ?? null;
}
