import "server-only";
import { ingestionStore } from "../../../db/ingestion/store.ts";
import type { Upload } from "../../../db/uploads/uploads.ts";
import { checkContent } from "../../../lib/ingestion/check-content.ts";
import { planPackage } from "../../../lib/ingestion/ingest.ts";
import { type Plan, planCommit } from "../../../lib/ingestion/plan.ts";
import { type Problem, problemWords } from "../../../lib/ingestion/problem.ts";
import { err, ok, type Result } from "../../../lib/result.ts";
import type { ChangedRow } from "../../../lib/revisions/changed-row.ts";
import { countDeeds, type RowDeeds } from "../../../lib/revisions/row-deeds.ts";
import { rowsOfPlan } from "../../../lib/revisions/rows-of-plan.ts";
import { type BroughtRows, readBrought } from "../../../lib/uploads/brought-rows.ts";
import type { UploadSettings } from "../../../lib/uploads/settings.ts";
import { today } from "../clock.ts";
import { store } from "../store.ts";
import { openKept } from "./kept-reading.ts";
import { readControl } from "./limits.ts";

/** What a commit of an upload would do besides storing values, and what keeps it from doing so. */
export interface Brought {
  /** `null` when what the upload adds is not sound. */
  readonly plan: Plan | null;
  readonly rows: readonly ChangedRow[];
  readonly counts: RowDeeds;
  /** All that is wrong with what the upload adds; there are then no rows. */
  readonly problems: ReadonlyArray<Problem & { readonly sentence: string }>;
}

/** The rows of other tables that an upload would add or change, as the store is now. */
export async function loadBrought(
  upload: Pick<Upload, "id" | "fileName">,
  settings: UploadSettings,
): Promise<Brought> {
  const planned = await planBrought(upload, settings);
  const rows = planned.ok ? rowsOfPlan(planned.value) : [];
  const problems = planned.ok ? [] : planned.error;
  return {
    plan: planned.ok ? planned.value : null,
    rows,
    counts: countDeeds(rows),
    problems: problems.map((problem) => ({
      ...problem,
      sentence: `${problem.resource}, ${problemWords(problem)}`,
    })),
  };
}

/**
 * What an upload adds to the small tables or changes in them, planned against the newest revision: the whole of a data
 * package, or the sources and series that the editor adds with a table. Errors: every problem of it.
 */
export async function planBrought(
  upload: Pick<Upload, "id" | "fileName">,
  { reading, brings }: UploadSettings,
): Promise<Result<Plan, readonly Problem[]>> {
  const opened = await openKept(upload, reading, readControl());
  if (!opened.ok || opened.value.kind !== "package") return planRows(brings);
  const planned = await planPackage(ingestionStore((await store()).db), opened.value.files, today());
  return planned.ok ? planned : err(planned.error.problems);
}

/** The same for sources and series alone. */
async function planRows(brings: BroughtRows): Promise<Result<Plan, readonly Problem[]>> {
  const snapshot = await ingestionStore((await store()).db).snapshot([]);
  const checked = checkContent(readBrought(brings), snapshot, today());
  return checked.ok ? ok(planCommit(checked.value, snapshot.held, snapshot.revision)) : checked;
}
