import type { StoreMovedOn } from "../../lib/ingestion/store.ts";
import type { Result } from "../../lib/result.ts";
import type { Db } from "../store.ts";
import { inOneCommit, takeRevision } from "./commit.ts";
import { type RowEdit, writeRows } from "./write-rows.ts";

/**
 * Stores an edit of the small tables by hand as one revision and answers its number. A series is retired or brought
 * back by its row, never removed. Refused when the newest revision is not `base`, at which the editor saw the rows.
 */
export function commitEdit(
  db: Db,
  edit: RowEdit,
  { author, message, base }: { readonly author: string; readonly message: string; readonly base: number },
): Promise<Result<number, StoreMovedOn>> {
  return inOneCommit(db, async (transaction) => {
    const note = { author, message, kind: "edit", fileHash: null } as const;
    const number = await takeRevision(transaction, base, note, { added: 0, revised: 0, withdrawn: 0 });
    await writeRows(transaction, edit, number);
    return number;
  });
}
