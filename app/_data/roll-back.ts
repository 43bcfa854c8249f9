import "server-only";
import { writeAudit } from "../../db/accounts/write-audit.ts";
import { revisedSeries, revisionEntry } from "../../db/revisions/history.ts";
import { type RollBackReceipt, rollBack } from "../../db/revisions/roll-back.ts";
import { planRollBack, type RestoredValue, restoredValues } from "../../db/revisions/roll-back-plan.ts";
import { by } from "../../lib/auth/audit.ts";
import type { Actor } from "../../lib/auth/person.ts";
import type { StoreMovedOn } from "../../lib/ingestion/store.ts";
import { PART_SIZE, type Part, partStart } from "../../lib/part.ts";
import type { Result } from "../../lib/result.ts";
import type { RollBackSearch } from "../../lib/revisions/revision-search.ts";
import {
  type NothingToUndo,
  type RestoredCounts,
  type RollBackPlan,
  type RollBackScope,
  restoresNothing,
} from "../../lib/revisions/roll-back.ts";
import type { RollBackForm } from "../../lib/revisions/roll-back-form.ts";
import { type RowName, rowKey, rowTitle, STORED_TABLES } from "../../lib/revisions/row-change.ts";
import type { KeptRow } from "../../lib/revisions/undo-rows.ts";
import { afterCommit } from "./committed.ts";
import { type NamedSeries, withNames } from "./named-series.ts";
import { type RevisionView, revisionView } from "./revisions.ts";
import { store } from "./store.ts";

/** A (period, vintage) that a roll-back restores or leaves alone. */
export type PlannedValue = RestoredValue & { readonly series: string };

/** A row of a small table that a roll-back writes, with what becomes of it. */
export interface PlannedRow extends RowName {
  readonly title: string;
  readonly becomes: "as it was before" | "retired" | "removed";
}

/** The dry run of a roll-back as its page shows it. */
export interface RollBackView {
  /** What is to be rolled back: this revision, or one series of it. */
  readonly revision: RevisionView;
  readonly onlySeries: string | null;
  /** The codes of all series that the revision stored values of. */
  readonly allSeries: readonly string[];
  /** The newest revision, at which this was found out. */
  readonly base: number;
  readonly restoresNothing: boolean;
  readonly counts: RestoredCounts;
  readonly series: ReadonlyArray<RestoredCounts & NamedSeries>;
  readonly restored: Part<PlannedValue>;
  readonly leftAlone: Part<PlannedValue>;
  readonly rows: readonly PlannedRow[];
  readonly keptRows: readonly KeptRow[];
}

/** What rolling a revision back would do now; `null` when there is no such revision, or it did not touch the series. */
export async function loadRollBack(number: number, search: RollBackSearch): Promise<RollBackView | null> {
  const { db } = await store();
  const scope = scopeOf(number, search.series);
  const [planned, entry] = await Promise.all([planRollBack(db, scope), revisionEntry(db, number)]);
  if (!planned.ok || entry === null) return null;
  const plan = planned.value;
  const all = await revisedSeries(db, number);
  return {
    revision: revisionView(entry),
    onlySeries: scope.series ?? null,
    allSeries: all.map(({ code }) => code),
    base: plan.base,
    restoresNothing: restoresNothing(plan),
    counts: plan.counts,
    series: await withNames(db, plan.series),
    restored: await plannedValues(plan, "restored", search.restored),
    leftAlone: await plannedValues(plan, "left-alone", search.left),
    rows: plannedRows(plan),
    keptRows: plan.rows.kept,
  };
}

/**
 * Rolls a revision back, or one series of it, as `actor`, and writes it to the audit log in the same transaction.
 * Refused when the store has moved on since the dry run that is agreed to.
 */
export async function rollBackRevision(
  { revision, series, base, message }: RollBackForm,
  actor: Actor,
): Promise<Result<RollBackReceipt, NothingToUndo | StoreMovedOn>> {
  const { db } = await store();
  const scope = scopeOf(revision, series);
  const done = await rollBack(db, scope, {
    author: actor.name,
    message,
    base,
    alongside: (transaction, { revision: number, plan: { counts } }) =>
      writeAudit(transaction, {
        ...by(actor),
        action: "revision-rolled-back",
        subject: `revision ${revision}${series === "" ? "" : `, ${series} only`}`,
        detail: `as revision ${number}: ${countWords(counts)}`,
      }),
  });
  if (done.ok && done.value.outcome === "committed") await afterCommit(done.value.revision);
  return done;
}

function scopeOf(revision: number, series: string): RollBackScope {
  return series === "" ? { revision } : { revision, series };
}

function countWords({ added, revised, withdrawn, leftAlone }: RestoredCounts): string {
  return `${added} brought back, ${revised} restored, ${withdrawn} taken back, ${leftAlone} left alone`;
}

/** The part of what a plan restores, or leaves alone, that holds a place: by series, then in calendar order. */
async function plannedValues(
  plan: RollBackPlan,
  which: "restored" | "left-alone",
  place: number,
): Promise<Part<PlannedValue>> {
  const { db } = await store();
  const countOf = ({ added, revised, withdrawn, leftAlone }: RestoredCounts) =>
    which === "restored" ? added + revised + withdrawn : leftAlone;
  const total = countOf(plan.counts);
  const from = partStart(place, total);
  const lines: PlannedValue[] = [];
  let skipped = 0;
  for (const one of plan.series) {
    const offset = Math.max(0, from - skipped);
    const limit = Math.min(PART_SIZE - lines.length, countOf(one) - offset);
    skipped += countOf(one);
    if (limit <= 0) continue;
    const values = await restoredValues(db, plan, one.code, which, { offset, limit });
    lines.push(...values.map((value) => ({ ...value, series: one.code })));
  }
  return { lines, from, total };
}

function plannedRows({ rows: { put, remove } }: RollBackPlan): PlannedRow[] {
  const restored = STORED_TABLES.flatMap((table) =>
    (put[table] ?? []).map((row): PlannedRow => {
      const becomes = "isRetired" in row && row.isRetired ? "retired" : "as it was before";
      return { table, key: rowKey(table, row), title: rowTitle(row), becomes };
    }),
  );
  return [
    ...restored,
    ...remove.map((name): PlannedRow => ({ ...name, title: name.key, becomes: "removed" })),
  ];
}
