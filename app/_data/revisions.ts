import "server-only";
import { history, type RevisionEntry } from "../../db/revisions/history.ts";
import { formatBytes } from "../../lib/numbers/format-bytes.ts";
import type { RevisionKind } from "../../lib/revisions/revision.ts";
import type { RevisionSearch } from "../../lib/revisions/revision-search.ts";
import { store } from "./store.ts";

const PAGE = 50;

/** A commit to the store as pages show it. */
export interface RevisionView {
  readonly number: number;
  readonly at: Date;
  /** The name of who made it. */
  readonly author: string;
  readonly message: string;
  readonly kind: RevisionKind;
  readonly added: number;
  readonly revised: number;
  readonly withdrawn: number;
  /** The file that it was read from; `null` when none is kept. */
  readonly file: { readonly name: string; readonly size: string } | null;
  readonly undoes: number | null;
  readonly undoesSeries: string | null;
  /** The newest revision that rolled all of it back. */
  readonly undoneBy: number | null;
}

/** One page of the commits to the store. */
export interface RevisionPage {
  readonly revisions: readonly RevisionView[];
  /** Where the next, older page begins; `null` when this is the last. */
  readonly olderBefore: number | null;
}

/** The commits to the store that a search finds, newest first, a page at a time. */
export async function loadRevisions({ before, kind }: RevisionSearch): Promise<RevisionPage> {
  const { db } = await store();
  const found = await history(db, { before, kind: kind || undefined, limit: PAGE + 1 });
  const shown = found.slice(0, PAGE);
  return {
    revisions: shown.map(revisionView),
    olderBefore: found.length > PAGE ? (shown.at(-1)?.number ?? null) : null,
  };
}

/** The view of a stored commit. */
export function revisionView(entry: RevisionEntry): RevisionView {
  const { number, createdAt, author, message, kind, added, revised, withdrawn } = entry;
  const { sourceFile, undoes, undoesSeries, undoneBy } = entry;
  return {
    number,
    at: new Date(createdAt),
    author,
    message,
    kind,
    added,
    revised,
    withdrawn,
    file: sourceFile && { name: sourceFile.fileName, size: formatBytes(sourceFile.byteSize) },
    undoes,
    undoesSeries,
    undoneBy,
  };
}
