import { randomBytes } from "node:crypto";
import { and, desc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import { err, ok, type Result } from "../../lib/result.ts";
import type { NoOpenUpload } from "../../lib/uploads/refusal.ts";
import type { Json } from "../../lib/uploads/upload.ts";
import { upload } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { clearStaged } from "./clear.ts";
import type { Page } from "./review.ts";

const { number: _, attempt: __, valueColumns: ___, citedSources: ____, ...columns } = getTableColumns(upload);

/** An upload as people see it; `createdAt` is an instant as PostgreSQL writes it, in UTC. */
export type Upload = Omit<typeof upload.$inferSelect, "number" | "attempt" | "valueColumns" | "citedSources">;

/** While it is in one of these states, an upload can be changed. */
const OPEN = ["staging", "staged"] as const;

const ID_BYTES = 16;

/** Begins an upload under an id that cannot be guessed. */
export async function createUpload(
  db: Db,
  { author, fileName, settings = {} }: { author: string; fileName: string; settings?: Json },
): Promise<Upload> {
  const id = randomBytes(ID_BYTES).toString("base64url");
  const [created] = await db.insert(upload).values({ id, author, fileName, settings }).returning(columns);
  if (!created) throw new Error("an insert answers its row");
  return created;
}

/** The upload of this id in whatever state, or null. */
export async function findUpload(db: Db, id: string): Promise<Upload | null> {
  const rows = await db.select(columns).from(upload).where(eq(upload.id, id));
  return rows[0] ?? null;
}

/**
 * The uploads that are neither committed nor discarded, whoever began them, newest first: to be resumed or discarded. All
 * of them, or a page.
 */
export async function openUploads(db: Db, page?: Page): Promise<Upload[]> {
  const open = db
    .select(columns)
    .from(upload)
    .where(inArray(upload.state, [...OPEN]))
    .orderBy(desc(upload.number));
  return page === undefined ? open : open.offset(page.offset).limit(page.limit);
}

/**
 * Keeps the editor's choices, and ends whatever was being done by earlier ones. What was staged by them has to be staged
 * anew, unless the choices are of what is done with the rows and not of how they are read (`rowsAre: "same"`): then
 * they have to be compared anew.
 */
export async function saveSettings(
  db: Db,
  id: string,
  settings: Json,
  { rowsAre = "other" }: { readonly rowsAre?: "same" | "other" } = {},
): Promise<Result<Upload, NoOpenUpload>> {
  const [saved] = await db
    .update(upload)
    .set({
      settings,
      attempt: sql`${upload.attempt} + 1`,
      base: null,
      summary: null,
      failure: null,
      workStartedAt: null,
      ...(rowsAre === "other" && { state: "staging" }),
    })
    .where(isOpen(id))
    .returning(columns);
  return saved ? ok(saved) : err({ kind: "no-open-upload", id });
}

/**
 * Gives an upload up: its file and everything staged goes, and the space with it; its row stays as a trace. Work on it
 * that is still running stops.
 */
export async function discardUpload(db: Db, id: string): Promise<Result<Upload, NoOpenUpload>> {
  const [discarded] = await db
    .update(upload)
    .set({ state: "discarded", settings: {}, base: null, summary: null })
    .where(isOpen(id))
    .returning(getTableColumns(upload));
  if (!discarded) return err({ kind: "no-open-upload", id });
  await clearStaged(db, discarded.number, "everything");
  return ok(discarded);
}

/** The upload of this id, if it may still be changed. */
export function isOpen(id: string) {
  return and(eq(upload.id, id), inArray(upload.state, [...OPEN]));
}
