import "server-only";
import { eras } from "../../db/queries/eras.ts";
import { loadSeriesRecords } from "../../db/queries/series-records.ts";
import { US_CONTEXT } from "../../lib/formula/index.ts";
import { codesInInputs, INPUTS } from "../../lib/verdict/inputs.ts";
import { type Reading, readInput } from "../../lib/verdict/reading.ts";
import { type Verdict, verdict } from "../../lib/verdict/verdict.ts";
import { type AsOf, type Moment, momentOf } from "./as-of.ts";
import type { Overlay } from "./figures.ts";
import { perRevision } from "./per-revision.ts";
import { store } from "./store.ts";

const NOW = "AI";
const THEN = "DOTCOM";

/** The verdict and the readings it was made from, in the order of the registry. */
export interface VerdictView {
  readonly verdict: Verdict;
  readonly readings: readonly Reading[];
}

/** The verdict on what was known on `asOf`; an empty store gives readings that are all unavailable. */
export async function loadVerdict(asOf: AsOf = {}): Promise<VerdictView> {
  const moment = await momentOf(asOf);
  return perRevision(`verdict ${moment.name}`, () => judge(moment, (records) => records));
}

/** The verdict as it would be if the series were otherwise. */
export async function verdictWith(overlay: Overlay): Promise<VerdictView> {
  return judge(await momentOf({}), overlay);
}

async function judge({ day, asAt }: Moment, overlay: Overlay): Promise<VerdictView> {
  const { db } = await store();
  const [stored, allEras] = await Promise.all([
    loadSeriesRecords(db, codesInInputs(), day, "public", asAt),
    eras(db, asAt),
  ]);
  const records = overlay(stored);
  const now = allEras.find((era) => era.code === NOW);
  const then = allEras.find((era) => era.code === THEN);
  const readings = INPUTS.map((spec): Reading => {
    if (!now || !then) return { status: "unavailable", spec, reason: "the two eras are not stored" };
    return readInput(spec, { records, now, then, formula: US_CONTEXT, asOf: day });
  });
  return { verdict: verdict(readings), readings };
}
