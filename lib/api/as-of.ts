import { z } from "zod";
import { err, ok, type Result } from "../result.ts";
import { aProblem, type Problem } from "./problem.ts";

/** A revision as an address writes it: `r12`. */
const WRITTEN_REVISION = /^r(\d{1,15})$/;

/**
 * Query of every read: the day on which the data are to be as they were known, or the revision at which they are to be
 * as the store held them. Other parameters are ignored.
 */
const AsOfQuery = z.object({ asOf: z.union([z.iso.date(), z.string().regex(WRITTEN_REVISION)]).optional() });

/**
 * The as-of date or revision (`r12`) asked for, or `today` when none was. Refuses what is neither a calendar day nor a
 * revision, what lies after today, since nobody knows that yet, and a revision that the store has not come to; `newest`
 * is its newest, 0 while it is empty.
 */
export function readAsOf(search: URLSearchParams, today: string, newest: number): Result<string, Problem> {
  const query = AsOfQuery.safeParse({ asOf: search.get("asOf") ?? undefined });
  if (!query.success) {
    return err(
      aProblem(
        400,
        "invalid-as-of",
        "The as-of date is neither a date nor a revision",
        `asOf is “${search.get("asOf")}”; write a day such as ${today} or a revision such as r${newest || 1}, or leave it out for the latest.`,
      ),
    );
  }
  const { asOf = today } = query.data;
  const revision = revisionIn(asOf);
  if (revision !== null) {
    return revision >= 1 && revision <= newest ? ok(`r${revision}`) : err(noSuchRevision(asOf, newest));
  }
  if (asOf <= today) return ok(asOf);
  return err(
    aProblem(
      400,
      "as-of-in-the-future",
      "The as-of date is in the future",
      `asOf is ${asOf} and today is ${today}; leave it out for the latest.`,
    ),
  );
}

/** The number of the revision that an as-of text stands for; `null` for a day. */
export function revisionIn(asOf: string): number | null {
  const [, number] = WRITTEN_REVISION.exec(asOf) ?? [];
  return number === undefined ? null : Number(number);
}

/** The problem of an as-of revision that is not, or not yet, in the store. */
export function noSuchRevision(asOf: string, newest: number): Problem {
  const number = revisionIn(asOf) ?? 0;
  const has =
    newest === 0
      ? "the store has none yet"
      : number >= 1 && number < newest
        ? `that number was skipped: the newest revision is ${newest}`
        : `the newest revision is ${newest}`;
  return aProblem(
    400,
    "no-such-revision",
    "There is no such revision",
    `asOf is ${asOf} and ${has}; leave it out for the latest.`,
  );
}
