import "server-only";
import { readAsOf } from "../../lib/api/as-of.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { today } from "./clock.ts";

/** What a loader is to look back to: what was known on this day, or now when there is none. */
export interface AsOf {
  readonly asOf?: string | undefined;
}

/** The search parameters of a page's address. */
export type PageSearch = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/**
 * The day in a page's address (`?asOf=2024-08-01`) as known on which the page is to be shown, if there is one.
 * Refused, with the sentence that the page then shows, when it is no day or has not come.
 */
export async function readPageAsOf(searchParams: PageSearch): Promise<Result<AsOf, string>> {
  const { asOf: given } = await searchParams;
  if (given === undefined) return ok({});
  const day = readAsOf(new URLSearchParams({ asOf: [given].flat()[0] ?? "" }), today());
  return day.ok ? ok({ asOf: day.value }) : err(day.error.detail ?? day.error.title);
}
