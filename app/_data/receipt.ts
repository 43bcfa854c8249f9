import "server-only";
import {
  changedRows,
  changedValues,
  history,
  type RevisedSeries,
  revisedSeries,
  revisionEntry,
  type ValueChange,
} from "../../db/revisions/history.ts";
import { PART_SIZE, type Part, partOf, partStart } from "../../lib/part.ts";
import { type ChangedRow, changedRow } from "../../lib/revisions/changed-row.ts";
import { receiptSentence } from "../../lib/revisions/receipt-sentence.ts";
import { relativeMove } from "../../lib/revisions/relative-move.ts";
import type { ReceiptSearch } from "../../lib/revisions/revision-search.ts";
import { countDeedsByTable } from "../../lib/revisions/row-deeds.ts";
import { type NamedSeries, withNames } from "./named-series.ts";
import { effectOf } from "./published.ts";
import { type RevisionView, revisionView } from "./revisions.ts";
import { store } from "./store.ts";

/** A series that the revision stored values of, and how many of each kind. */
export type TouchedSeries = RevisedSeries & NamedSeries;

/**
 * What was known of a period on the day of a vintage before the revision, and what is known with it. `move`:
 * (new − old) ÷ |old|; `null` where that is not a number.
 */
export type ChangedValue = ValueChange & { readonly move: number | null };

/** All that the receipt of a revision shows. */
export interface ReceiptView {
  readonly revision: RevisionView;
  /** What it did. */
  readonly sentence: string;
  /** What it did to the composite; `null` when that was not published. */
  readonly effect: string | null;
  readonly series: readonly TouchedSeries[];
  /** The series whose values alone are shown. */
  readonly onlySeries: string | null;
  readonly values: Part<ChangedValue>;
  readonly rows: Part<ChangedRow>;
  /** The revision before it; `null` for the first. */
  readonly previous: number | null;
}

/** The receipt of a revision, or `null` when there is none of this number. */
export async function loadReceipt(number: number, search: ReceiptSearch): Promise<ReceiptView | null> {
  const { db } = await store();
  const entry = await revisionEntry(db, number);
  if (entry === null) return null;
  const [touched, changes, [previous]] = await Promise.all([
    revisedSeries(db, number),
    changedRows(db, number),
    history(db, { before: number, limit: 1 }),
  ]);
  const only = touched.find(({ code }) => code === search.series);
  const rows = changes.map(changedRow);
  return {
    revision: revisionView(entry),
    effect: await effectOf(number),
    sentence: receiptSentence({ ...entry, series: touched.length, rows: countDeedsByTable(rows) }),
    series: await withNames(db, touched),
    onlySeries: only?.code ?? null,
    values: await changedValuesPart(number, only === undefined ? touched : [only], search.values),
    rows: partOf(rows, search.rows),
    previous: previous?.number ?? null,
  };
}

/** The part of the changed values of these series, all or one, that holds a place. */
async function changedValuesPart(
  number: number,
  touched: readonly RevisedSeries[],
  place: number,
): Promise<Part<ChangedValue>> {
  const { db } = await store();
  const total = touched.reduce((sum, { added, revised, withdrawn }) => sum + added + revised + withdrawn, 0);
  const from = partStart(place, total);
  const [only] = touched;
  const code = touched.length === 1 && only ? { code: only.code } : {};
  const found = await changedValues(db, number, { offset: from, limit: PART_SIZE, ...code });
  const lines = found.map((change) => ({
    ...change,
    move: relativeMove(change.old?.value ?? null, change.new?.value ?? null),
  }));
  return { lines, from, total };
}
