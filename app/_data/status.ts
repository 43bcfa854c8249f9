import "server-only";
import { max } from "d3-array";
import { latestRevision } from "../../db/queries/revision.ts";
import type { RevisionView } from "../../lib/api/revision.ts";
import { logFailure } from "./failure.ts";
import { perRevision } from "./per-revision.ts";
import { listSeries } from "./series.ts";
import { store } from "./store.ts";

/** How the store stands, for the line at the head of every page. */
export interface StoreStatus {
  readonly view: RevisionView;
  /** `null` while nothing has been committed. */
  readonly revision: { readonly number: number; readonly day: string } | null;
  /** Newest vintage of any public series. */
  readonly lastVintage: string | null;
  readonly seriesTotal: number;
  readonly seriesStale: number;
}

/** `null` when the store does not answer; the page then says so, and its log has the reason. */
export async function loadStatus(): Promise<StoreStatus | null> {
  try {
    return await perRevision("status", async ({ revision, tag }) => {
      const { db } = await store();
      const [latest, series] = await Promise.all([latestRevision(db), listSeries()]);
      return {
        view: { revision, tag },
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
