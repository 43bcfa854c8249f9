import type { UndoneRows } from "./undo-rows.ts";

/** What is to be undone: a revision, or what it did to one series. */
export interface RollBackScope {
  readonly revision: number;
  /** Code of the series; all of the revision without it. */
  readonly series?: string;
}

/**
 * How many (period, vintage) of a series a roll-back restores: brought back (they are void now), given their former
 * content again, or made void as nothing was said of them before; and how many it leaves alone because a later
 * revision changed them.
 */
export interface RestoredCounts {
  readonly added: number;
  readonly revised: number;
  readonly withdrawn: number;
  readonly leftAlone: number;
}

/** The dry run of a roll-back: what it would do to the store at revision `base`. */
export interface RollBackPlan {
  readonly scope: RollBackScope;
  readonly base: number;
  readonly counts: RestoredCounts;
  readonly series: ReadonlyArray<RestoredCounts & { readonly code: string }>;
  readonly rows: UndoneRows;
}

/** There is no such revision, or it did not touch the series. */
export interface NothingToUndo {
  readonly kind: "no-such-revision";
  readonly scope: RollBackScope;
}

/** Whether a roll-back would change anything. */
export function restoresNothing({ counts, rows }: RollBackPlan): boolean {
  const { added, revised, withdrawn } = counts;
  return added + revised + withdrawn === 0 && Object.keys(rows.put).length === 0 && rows.remove.length === 0;
}
