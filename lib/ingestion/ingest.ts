import { err, ok, type Result } from "../result.ts";
import { checkContent } from "./check-content.ts";
import { type Counts, type Plan, planCommit, planCounts } from "./plan.ts";
import type { Problem } from "./problem.ts";
import { type Content, readContent } from "./read-content.ts";
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
 * Reads and checks a package and compares its small tables with the store; stores nothing. This is the first half
 * of a commit.
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
  const snapshot = await store.snapshot(valuesAskedFor(content));
  const checked = checkContent(content, snapshot, today);
  return checked.ok
    ? ok(planCommit(checked.value, snapshot.held, snapshot.revision))
    : unsound(checked.error);
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
  const committed = await store.commit(planned.value, note);
  if (!committed.ok) return committed;
  const { outcome, revision, observations } = committed.value;
  return ok({ outcome, revision, counts: { ...planCounts(planned.value), observations } });
}

/** The values that claims of the package say they are carried by. */
function valuesAskedFor({ seedFacts }: Content): string[] {
  const claims = seedFacts?.rows.map(({ value }) => value) ?? [];
  return claims.filter(({ targetKind }) => targetKind === "observation").map(({ target }) => target);
}

function unsound(problems: readonly Problem[]): Result<never, UnsoundPackage> {
  return err({ kind: "unsound-package", problems });
}
