import { sql } from "drizzle-orm";
import type { StoreMovedOn } from "../../lib/ingestion/store.ts";
import { invariant } from "../../lib/invariant.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import {
  type NothingToUndo,
  type RollBackPlan,
  type RollBackScope,
  restoresNothing,
} from "../../lib/revisions/roll-back.ts";
import { pause } from "../pause.ts";
import { rowsOf } from "../rows.ts";
import { observation, revisionSeries } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { storedStretches } from "../stored-stretches.ts";
import { noteGrowth } from "../uploads/store-changes.ts";
import { inOneCommit, takeRevision } from "./commit.ts";
import { planRollBack, touchedSeries } from "./roll-back-plan.ts";
import { undoneIn } from "./undone.ts";
import { writeRows } from "./write-rows.ts";

export interface RollBackOptions {
  readonly author: string;
  readonly message: string;
  /** The revision as at which the dry run was made that is now agreed to. */
  readonly base: number;
  readonly signal?: AbortSignal;
  /** Written in the transaction of a roll-back that makes a revision, so that there is neither without the other. */
  readonly alongside?: (transaction: Db, receipt: RollBackReceipt) => Promise<void>;
}

/** What a roll-back did. `nothing-to-do`: all of it was undone already, or changed since. */
export interface RollBackReceipt {
  readonly outcome: "committed" | "nothing-to-do";
  readonly revision: number;
  readonly plan: RollBackPlan;
}

/**
 * Rolls a revision back, or one series of it, as one revision in one transaction: every (series, period, vintage) that
 * it stored says again what it said before, or is void if nothing was said. The state before is restored for every
 * as-of date, but for what later revisions changed. Nothing is deleted but rows of small tables that the revision
 * added and nothing refers to.
 *
 * Refused when the store has moved on since the dry run: plan again. `no-such-revision` as `planRollBack` says.
 */
export async function rollBack(
  db: Db,
  scope: RollBackScope,
  { author, message, base, signal, alongside }: RollBackOptions,
): Promise<Result<RollBackReceipt, NothingToUndo | StoreMovedOn>> {
  const planned = await planRollBack(db, scope, signal);
  if (!planned.ok) return planned;
  const plan = planned.value;
  if (plan.base !== base) return err({ kind: "store-moved-on", planned: base, revision: plan.base });
  if (restoresNothing(plan)) return ok({ outcome: "nothing-to-do", revision: base, plan });
  const note = { author, message, kind: "rollback", fileHash: null } as const;
  const { added, revised, withdrawn } = plan.counts;
  const committed = await inOneCommit(db, async (transaction) => {
    const undone = { undoes: scope.revision, undoesSeries: scope.series ?? null };
    const number = await takeRevision(transaction, base, note, { added, revised, withdrawn }, undone);
    await writeRows(transaction, plan.rows, number);
    const ids = new Map((await touchedSeries(transaction, scope)).map(({ code, id }) => [code, id]));
    for (const one of plan.series) {
      const seriesId = ids.get(one.code);
      invariant(seriesId !== undefined, `${one.code} is stored`);
      await restoreSeries(transaction, seriesId, one, { scope, base, number, signal });
    }
    const receipt = { outcome: "committed", revision: number, plan } as const;
    await alongside?.(transaction, receipt);
    return receipt;
  });
  if (!committed.ok) return committed;
  await noteGrowth(db, added + revised + withdrawn);
  return committed;
}

async function restoreSeries(
  transaction: Db,
  seriesId: number,
  { code, added, revised, withdrawn }: RollBackPlan["series"][number],
  {
    scope,
    base,
    number,
    signal,
  }: { scope: RollBackScope; base: number; number: number; signal: AbortSignal | undefined },
): Promise<void> {
  const expected = added + revised + withdrawn;
  if (expected === 0) return;
  let restored = 0;
  for await (const stretch of storedStretches(transaction, seriesId)) {
    const [stored] = await rowsOf<{ rows: number }>(
      transaction,
      sql`with stored as (
          insert into ${observation} (
            series_id, frequency, period_start, period, vintage, revision, value, status, source_id, note, page,
            quote, is_void)
          select series_id, frequency, period_start, period, vintage, ${number}::bigint, value, status, source_id,
            note, page, quote, was_void
          from (${undoneIn(stretch, scope.revision, base)}) undone
          where restored is not null
          returning 1
        ) select count(*)::int as rows from stored`,
    );
    restored += stored?.rows ?? 0;
    await pause(signal);
  }
  invariant(restored === expected, `${expected} rows of ${code} were to be restored, and ${restored} were`);
  await transaction.insert(revisionSeries).values({ revision: number, seriesId, added, revised, withdrawn });
}
