import type { Result } from "../result.ts";
import type { RevisionKind } from "../revisions/revision.ts";
import type { Counts, Plan } from "./plan.ts";
import type { Catalogue } from "./tables.ts";

/** What the store holds in its small tables, in the shape of a package. */
export type Held = Omit<Catalogue, "observations">;

/**
 * What the store holds, as of its newest revision: all sources, series, eras, events, rounds, seed facts and
 * figures. Of the observations it says only which of those asked for there are.
 */
export interface Snapshot {
  /** Number of the newest revision; 0 for an empty store. */
  readonly revision: number;
  readonly held: Held;
  /** Codes of the series that are retired; they are among those held. */
  readonly retired: ReadonlySet<string>;
  /** The values asked for that are stored, as `CODE@period`. */
  readonly observed: ReadonlySet<string>;
}

/** Who stores what, and why: kept with the revision. */
export interface CommitNote {
  readonly author: string;
  readonly message: string;
  readonly kind: RevisionKind;
  /** SHA-256 of what was read, in hexadecimal; null for what was written by hand. */
  readonly fileHash: string | null;
}

/** Since the plan was made, another commit took place: `revision` is the newest now. */
export interface StoreMovedOn {
  readonly kind: "store-moved-on";
  readonly planned: number;
  readonly revision: number;
}

/** What a commit did: the revision that holds the plan, and what became of its observations. */
export interface Committed {
  readonly outcome: "committed" | "nothing-to-do";
  readonly revision: number;
  readonly observations: Counts;
}

/** The store as ingestion needs it. */
export interface IngestionStore {
  /** The number of the newest revision; 0 for an empty store. */
  currentRevision(): Promise<number>;
  /** One consistent view of the store; `values` are asked for as `CODE@period`. */
  snapshot(values: readonly string[]): Promise<Snapshot>;
  /**
   * Compares the observations of a plan with the store and stores the plan as one revision in one transaction, all
   * or nothing. A plan that changes nothing makes no revision. Refused when the store is no longer at the revision
   * that the plan was made against.
   */
  commit(plan: Plan, note: CommitNote): Promise<Result<Committed, StoreMovedOn>>;
}
