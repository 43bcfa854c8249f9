import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { planCommit } from "../../lib/ingestion/plan.ts";
import type { SeriesRow, SourceRow } from "../../lib/ingestion/tables.ts";
import { readSnapshot } from "../ingestion/read-snapshot.ts";
import { openEmbedded } from "../open-embedded.ts";
import { openServer } from "../open-server.ts";
import type { Db, Store } from "../store.ts";
import { aSeries } from "../testing-rows.ts";
import { aComparedUpload, anUpload, committed, granted, stagedRows } from "../testing-uploads.ts";
import { openUploads } from "./uploads.ts";

export const COMMITTER = fileURLToPath(import.meta.url);

/** Days of the series that the upload brings: two stretches of a commit. */
const DAYS = 2_500;

const source: SourceRow = {
  key: "brought",
  publisher: "Bureau",
  title: "Tables",
  url: "",
  published: null,
  accessed: null,
  licence: "public domain",
  redistributable: true,
  citation: "",
};

const series: SeriesRow = {
  code: "BROUGHT_D",
  title: "Daily",
  measure: "index",
  unitKind: "index",
  currency: null,
  scale: null,
  unitOf: "1990 = 0",
  prices: "none",
  priceBase: null,
  frequency: "D",
  yearEnds: 12,
  rate: "period",
  geography: "US",
  sector: "ALL",
  universe: "Bureau",
  seasonalAdjustment: "NSA",
  source: source.key,
  staleAfterDays: null,
  visibility: "public",
  plausibleMin: null,
  plausibleMax: null,
  notes: "",
};

/** Fills a migrated store up to where a commit begins: one upload, compared, that adds, revises and brings a series. */
export async function prepareCommit(db: Db): Promise<void> {
  await aSeries(db, { code: "HELD_Q", frequency: "Q" });
  await anUpload(db, stagedRows("HELD_Q", [{ period: "2024-Q1", value: "66" }]));
  const days = Array.from({ length: DAYS }, (_, index) => ({
    period: new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10),
    value: String(index),
  }));
  const held = [
    { period: "2024-Q1", value: "67" },
    { period: "2024-Q2", value: "79", source: source.key },
  ];
  const rows = [...stagedRows("HELD_Q", held), ...stagedRows(series.code, days)];
  await aComparedUpload(db, rows, { newSeries: [series] });
}

/** Commits the upload that waits in a prepared store. */
export async function commitPrepared(db: Db) {
  const [waiting] = await openUploads(db);
  const { held, revision } = await readSnapshot(db, []);
  const brings = planCommit({ sources: [source], series: [series] }, held, revision);
  return committed(db, waiting?.id ?? "none", { brings });
}

/** Opens a data folder, or a server by its address; `onStatement` is called before each statement. */
export function openPlace(place: string, onStatement = () => {}): Promise<Store> {
  const logger = { logQuery: onStatement };
  return place.startsWith("postgres:") ? openServer(place, 2, logger) : openEmbedded(place, logger);
}

/**
 * A process to be killed in the midst of a commit, spoken to in lines: `open PLACE`, and then `commit`, which says
 * `statement` before each of them and `committed` at the end.
 */
if (process.argv[1] === COMMITTER) {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  let isCommitting = false;
  let store: Store | null = null;
  for await (const line of createInterface({ input: process.stdin })) {
    if (line !== "commit") {
      store = await openPlace(line.slice("open ".length), () => {
        if (isCommitting) say("statement");
      });
      say("opened");
    } else if (store) {
      isCommitting = true;
      granted(await commitPrepared(store.db));
      say("committed");
    }
  }
}
