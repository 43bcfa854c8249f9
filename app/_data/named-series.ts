import "server-only";
import { seriesRows } from "../../db/queries/series.ts";
import { storedUnitWords } from "../../db/queries/series-type.ts";
import type { Db } from "../../db/store.ts";

/** What a series is called, also one that is private or retired. */
export interface NamedSeries {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  /** Whether it has a page: a private or retired one has none. */
  readonly hasPage: boolean;
}

/** Each of these things of a series with what the series is called now, in the same order. */
export async function withNames<Thing extends { readonly code: string }>(
  db: Db,
  things: readonly Thing[],
): Promise<(Thing & NamedSeries)[]> {
  const rows = await seriesRows(
    db,
    things.map(({ code }) => code),
  );
  const names = new Map(
    rows.map((row): [string, NamedSeries] => {
      const { code, title, visibility, retiredRevision } = row;
      const hasPage = visibility === "public" && retiredRevision === null;
      return [code, { code, title, unit: storedUnitWords(row), hasPage }];
    }),
  );
  return things.flatMap((thing) => {
    const name = names.get(thing.code);
    return name ? [{ ...thing, ...name }] : [];
  });
}
