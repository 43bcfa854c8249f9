import type { Period } from "../periods/period.ts";
import type { Status } from "../series/series.ts";

/** What a staged value is to the store; one that says what the store says already is no change. */
export const CHANGE_KINDS = ["new", "revised", "withdrawn"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What may differ between a stored value and the one that revises it. */
export const CHANGED_PARTS = ["value", "status", "source", "note"] as const;
export type ChangedPart = (typeof CHANGED_PARTS)[number];

/**
 * One row that a commit would store.
 * - `row`, `column`: where the file says so; `null` for a stored value that is withdrawn because the file lacks it.
 * - `old`: the stored row that was known on the day of the vintage; `null` for a new one.
 * - `differs`: in what the two differ; empty for a new one, and for one that restates what was restated in between.
 * - `move`: (value − old value) ÷ |old value|; `null` where that is not a number.
 */
export interface Change {
  readonly kind: ChangeKind;
  readonly series: string;
  readonly period: Period;
  readonly vintage: string;
  readonly value: string | null;
  readonly status: Status;
  readonly source: string | null;
  readonly note: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly old: {
    readonly value: string | null;
    readonly status: Status;
    readonly vintage: string;
  } | null;
  readonly differs: readonly ChangedPart[];
  readonly move: number | null;
}

/**
 * From where on a value is worth a second look.
 * - `revisionMove`: relative move against the stored value of the same period; 0.25 is 25 %.
 * - `neighbourFactor`: how many times the value before it, up or down.
 */
export interface Thresholds {
  readonly revisionMove: number;
  readonly neighbourFactor: number;
}

export const USUAL_THRESHOLDS: Thresholds = { revisionMove: 0.25, neighbourFactor: 5 };

/** What becomes of stored values of a touched series that the file lacks: kept, or withdrawn as of a day. */
export type MissingPolicy =
  | { readonly kind: "keep" }
  | { readonly kind: "withdraw"; readonly vintage: string };

/**
 * How many rows of a file would be new, revise or withdraw a stored value, or change nothing, and how many
 * stored values of the series it touches the file lacks. Withdrawn includes those missing, if they are to be
 * withdrawn.
 */
export interface ChangeCounts {
  readonly added: number;
  readonly revised: number;
  readonly withdrawn: number;
  readonly unchanged: number;
  readonly missing: number;
}

export const NO_CHANGES: ChangeCounts = { added: 0, revised: 0, withdrawn: 0, unchanged: 0, missing: 0 };

/** What came of comparing an upload, and what was to become of missing values. */
export interface ComparisonSummary extends ChangeCounts {
  readonly missingAre: MissingPolicy["kind"];
}

/** Whether stored values that the file lacks would be withdrawn. */
export function withdrawsMissing({ missingAre, missing }: ComparisonSummary): boolean {
  return missingAre === "withdraw" && missing > 0;
}

/** Whether there is nothing to store. */
export function isNothingToDo({ added, revised, withdrawn }: ChangeCounts): boolean {
  return added + revised + withdrawn === 0;
}

/** The counts of several series together. */
export function totalOf(counts: Iterable<ChangeCounts>): ChangeCounts {
  let total = NO_CHANGES;
  for (const { added, revised, withdrawn, unchanged, missing } of counts) {
    total = {
      added: total.added + added,
      revised: total.revised + revised,
      withdrawn: total.withdrawn + withdrawn,
      unchanged: total.unchanged + unchanged,
      missing: total.missing + missing,
    };
  }
  return total;
}

/** The counts in words: `3 new, 5 revised, 1 withdrawn, 1,200 unchanged`; those that are 0 are left out. */
export function countsWords({ added, revised, withdrawn, unchanged }: Omit<ChangeCounts, "missing">): string {
  const parts = [
    [added, "new"],
    [revised, "revised"],
    [withdrawn, "withdrawn"],
    [unchanged, "unchanged"],
  ] as const;
  const said = parts.filter(([count]) => count > 0);
  if (said.length === 0) return "no values";
  return said.map(([count, word]) => `${count.toLocaleString("en-GB")} ${word}`).join(", ");
}
