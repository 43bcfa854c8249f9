import "server-only";
import { min } from "d3-array";
import { revisionByNumber } from "../../db/queries/revision.ts";
import { noSuchRevision, readAsOf, revisionIn } from "../../lib/api/as-of.ts";
import type { Problem } from "../../lib/api/problem.ts";
import { invariant } from "../../lib/invariant.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { perRevision } from "./per-revision.ts";
import { type Standing, standing } from "./revision.ts";
import { store } from "./store.ts";

/**
 * What a loader is to look back to, as an address writes it: what was known on a day (`2024-08-01`), or what the store
 * held at a revision (`r12`), or now when there is none.
 */
export interface AsOf {
  readonly asOf?: string | undefined;
}

/** What is looked back to, as queries take it. */
export interface Moment {
  /** Nothing published after this day is known: of a revision, the day it was committed. */
  readonly day: string;
  /** The revision looked back to; absent when it is the newest. */
  readonly asAt?: number;
  /** When that revision was committed. */
  readonly committedAt?: Date;
  /** What tells it from every other moment, for a cache. */
  readonly name: string;
}

/** The search parameters of a page's address. */
export type PageSearch = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/**
 * The day or the revision in a page's address (`?asOf=2024-08-01`, `?asOf=r12`) as known at which the page is to be
 * shown, if there is one. Refused, with the sentence that the page then shows, when it is neither, or has not come.
 */
export async function readPageAsOf(searchParams: PageSearch): Promise<Result<AsOf, string>> {
  const { asOf: given } = await searchParams;
  if (given === undefined) return ok({});
  const read = await readStoredAsOf(new URLSearchParams({ asOf: [given].flat()[0] ?? "" }), await standing());
  return read.ok ? ok({ asOf: read.value }) : err(read.error.detail ?? read.error.title);
}

/** The as-of day or revision of a query, as `readAsOf`; a number that no revision ever had is refused too. */
export async function readStoredAsOf(
  search: URLSearchParams,
  now: Standing,
): Promise<Result<string, Problem>> {
  const read = readAsOf(search, now.today, now.revision);
  const number = read.ok ? revisionIn(read.value) : null;
  if (number === null || !read.ok) return read;
  return (await committedAt(number)) === null ? err(noSuchRevision(read.value, now.revision)) : read;
}

/**
 * The moment that an as-of text stands for, which was read before. An answer for a revision is not kept for ever: what
 * may be shown of it depends on what is private, or may not be passed on, by now.
 */
export async function momentOf({ asOf }: AsOf): Promise<Moment> {
  const { today } = await standing();
  const number = asOf === undefined ? null : revisionIn(asOf);
  if (asOf === undefined || number === null) return { day: asOf ?? today, name: asOf ?? today };
  const committed = await committedAt(number);
  invariant(committed, `revision ${number} is stored, as it was read from an address`);
  const day = min([committed.toISOString().slice(0, 10), today]) ?? today;
  return { day, asAt: number, committedAt: committed, name: asOf };
}

/** When a revision was committed; `null` if there is none of this number. */
function committedAt(number: number): Promise<Date | null> {
  return perRevision(`committed ${number}`, async () => {
    const found = await revisionByNumber((await store()).db, number);
    return found && new Date(found.createdAt);
  });
}
