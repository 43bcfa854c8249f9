import type { StoreMovedOn } from "../../lib/ingestion/store.ts";
import type { Result } from "../../lib/result.ts";
import type { Db } from "../store.ts";
import { inOneCommit, takeRevision } from "./commit.ts";
import { type RowEdit, writeRows } from "./write-rows.ts";

interface EditOptions {
  readonly author: string;
  readonly message: string;
  /** The newest revision when the rows were looked at. */
  readonly base: number;
  /** What is stored with the edit, or not at all: the entry of the audit log. */
  readonly also?: (transaction: Db, revision: number) => Promise<void>;
}

/**
 * Stores an edit of the small tables by hand as one revision and answers its number. A series is retired or brought
 * back by its row, never removed. Refused when the newest revision is not `base`, at which the editor saw the rows.
 */
export function commitEdit(
  db: Db,
  edit: RowEdit,
  { author, message, base, also }: EditOptions,
): Promise<Result<number, StoreMovedOn>> {
  return inOneCommit(db, async (transaction) => {
    const note = { author, message, kind: "edit", fileHash: null } as const;
    const number = await takeRevision(transaction, base, note, { added: 0, revised: 0, withdrawn: 0 });
    await writeRows(transaction, edit, number);
    await also?.(transaction, number);
    return number;
  });
}
