import { err, ok, type Result } from "../result.ts";
import { checkContent } from "./check-content.ts";
import { type Counts, isEmptyPlan, type Plan, planCommit, planCounts } from "./plan.ts";
import type { Problem } from "./problem.ts";
import { readContent } from "./read-content.ts";
import { type PackageFiles, readPackage } from "./read-package.ts";
import type { CommitNote, IngestionStore, StoreMovedOn } from "./store.ts";
import type { Catalogue } from "./tables.ts";

/** The package is not sound; nothing was stored. */
export interface UnsoundPackage {
  readonly kind: "unsound-package";
  readonly problems: readonly Problem[];
}

export type IngestionRefusal = UnsoundPackage | StoreMovedOn;

/** What a commit did. `nothing-to-do`: the store already says all that the package says. */
export interface Receipt {
  readonly outcome: "committed" | "nothing-to-do";
  /** The revision that holds the package. */
  readonly revision: number;
  readonly counts: Readonly<Record<keyof Catalogue, Counts>>;
}

/**
 * Reads and checks a package and compares it with the store; stores nothing. This is the dry run, and the
 * first half of a commit.
 *
 * `today`: `YYYY-MM-DD`; no vintage may be later. Errors: every problem of the package.
 */
export async function planPackage(
  store: Pick<IngestionStore, "snapshot">,
  files: PackageFiles,
  today: string,
): Promise<Result<Plan, UnsoundPackage>> {
  const raw = readPackage(files);
  if (!raw.ok) return unsound(raw.error);
  const content = readContent(raw.value);
  const codes = new Set(content.observations?.rows.map(({ value }) => value.series));
  const { revision, held } = await store.snapshot([...codes]);
  const checked = checkContent(content, held, today);
  return checked.ok ? ok(planCommit(checked.value, held, revision)) : unsound(checked.error);
}

/**
 * Takes a package into the store: read, check, compare, commit as one revision, receipt. A package that
 * changes nothing makes no revision.
 *
 * Errors: `unsound-package` with every problem; `store-moved-on` when another commit came in between, and
 * trying again compares with the newer store.
 */
export async function ingest(
  store: IngestionStore,
  files: PackageFiles,
  today: string,
  note: CommitNote,
): Promise<Result<Receipt, IngestionRefusal>> {
  const planned = await planPackage(store, files, today);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const counts = planCounts(plan);
  if (isEmptyPlan(plan)) return ok({ outcome: "nothing-to-do", revision: plan.base, counts });
  const committed = await store.commit(plan, note);
  return committed.ok ? ok({ outcome: "committed", revision: committed.value, counts }) : committed;
}

function unsound(problems: readonly Problem[]): Result<never, UnsoundPackage> {
  return err({ kind: "unsound-package", problems });
}
