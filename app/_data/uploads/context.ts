import "server-only";
import { readSnapshot } from "../../../db/ingestion/read-snapshot.ts";
import type { SourceRow } from "../../../lib/ingestion/tables.ts";
import { readBrought } from "../../../lib/uploads/brought-rows.ts";
import type { UploadContext } from "../../../lib/uploads/check/upload-series.ts";
import type { UploadSettings } from "../../../lib/uploads/settings.ts";
import { today } from "../clock.ts";
import { store } from "../store.ts";

/** What the rows of an upload are read against, with what of it comes with the upload itself. */
export interface UploadGround extends UploadContext {
  readonly storedSources: readonly SourceRow[];
}

/** The series in use and the sources of the store, public or private, with those that the upload brings. */
export async function uploadGround({ brings }: Pick<UploadSettings, "brings">): Promise<UploadGround> {
  const { db } = await store();
  const { held, retired } = await readSnapshot(db, []);
  const { sources, series } = readBrought(brings);
  const inUse = held.series.filter(({ code }) => !retired.has(code));
  const newSeries = (series?.rows ?? []).map(({ value }) => value);
  return {
    series: new Map([...inUse, ...newSeries].map((row) => [row.code, row])),
    sources: new Set([
      ...held.sources.map(({ key }) => key),
      ...(sources?.keys ?? []).map(([key = ""]) => key),
    ]),
    today: today(),
    storedSources: held.sources,
  };
}
