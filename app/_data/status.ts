import "server-only";
import { max } from "d3-array";
import { latestRevision } from "../../db/queries/revision.ts";
import type { RevisionView } from "../../lib/api/revision.ts";
import { type AsOf, momentOf } from "./as-of.ts";
import { logFailure } from "./failure.ts";
import { perRevision } from "./per-revision.ts";
import { listSeries } from "./series.ts";
import { store } from "./store.ts";

/** How the store stands, for the line at the head of every page. */
export interface StoreStatus {
  readonly view: RevisionView;
  /** The day looked back to, or that of the revision looked back to; `null` for now. */
  readonly asOf: string | null;
  /** The revision looked back to; `null` for the newest. */
  readonly asAt: number | null;
  /** `null` while nothing has been committed. */
  readonly revision: { readonly number: number; readonly day: string } | null;
  /** Newest vintage of any public series. */
  readonly lastVintage: string | null;
  /** Of a day looked back to, those that had a value. */
  readonly seriesTotal: number;
  readonly seriesStale: number;
}

/**
 * How the store stands, or what of it was known on a day. `null` when the store does not answer; the page then says
 * so, and its log has the reason.
 */
export async function loadStatus({ asOf }: AsOf = {}): Promise<StoreStatus | null> {
  try {
    const { day, asAt } = await momentOf({ asOf });
    return await perRevision(`status ${asOf ?? ""}`, async ({ revision, tag }) => {
      const { db } = await store();
      const [latest, all] = await Promise.all([latestRevision(db), listSeries({ asOf })]);
      const series = asOf === undefined ? all : all.filter(({ lastVintage }) => lastVintage !== null);
      return {
        view: { revision, tag },
        asOf: asOf === undefined ? null : day,
        asAt: asAt ?? null,
        revision: latest && { number: latest.number, day: latest.createdAt.slice(0, 10) },
        lastVintage: max(series, ({ lastVintage }) => lastVintage) ?? null,
        seriesTotal: series.length,
        seriesStale: series.filter(({ isStale }) => isStale).length,
      };
    });
  } catch (error) {
    logFailure("loading the status line", error);
    return null;
  }
}
