import { z } from "zod";
import { err, ok, type Result } from "../result.ts";
import { aProblem, type Problem } from "./problem.ts";

/** Query of every read: the day on which the data are to be as they were known. Other parameters are ignored. */
const AsOfQuery = z.object({ asOf: z.iso.date().optional() });

/**
 * The as-of date asked for, or `today` when none was. Refuses what is not a calendar day and what lies after
 * today, since nobody knows that yet.
 */
export function readAsOf(search: URLSearchParams, today: string): Result<string, Problem> {
  const query = AsOfQuery.safeParse({ asOf: search.get("asOf") ?? undefined });
  if (!query.success) {
    return err(
      aProblem(
        400,
        "invalid-as-of",
        "The as-of date is not a date",
        `asOf is “${search.get("asOf")}”; write a day such as ${today}, or leave it out for the latest.`,
      ),
    );
  }
  const { asOf = today } = query.data;
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
