import type { Result } from "../result.ts";
import type { RevisionKind } from "../revisions/revision.ts";
import type { Plan } from "./plan.ts";
import type { Catalogue } from "./tables.ts";

/**
 * What the store holds, as of its newest revision, in the shape of a package: all sources, series, eras,
 * events, rounds, seed facts and figures, and of the observations those of the series asked for, each
 * (series, period, vintage) as its latest revision left it.
 */
export interface Snapshot {
  /** Number of the newest revision; 0 for an empty store. */
  readonly revision: number;
  readonly held: Catalogue;
}

/** Who stores what, and why: kept with the revision. */
export interface CommitNote {
  readonly author: string;
  readonly message: string;
  readonly kind: RevisionKind;
  /** SHA-256 of the files that were read, in hexadecimal. */
  readonly fileHash: string;
}

/** Since the plan was made, another commit took place: `revision` is the newest now. */
export interface StoreMovedOn {
  readonly kind: "store-moved-on";
  readonly planned: number;
  readonly revision: number;
}

/** The store as ingestion needs it. */
export interface IngestionStore {
  /** The number of the newest revision; 0 for an empty store. */
  currentRevision(): Promise<number>;
  /** One consistent view of the store. */
  snapshot(seriesCodes: readonly string[]): Promise<Snapshot>;
  /**
   * Stores a plan as one revision in one transaction, all or nothing, and answers the revision's number.
   * Refused when the store is no longer at the revision that the plan was made against.
   */
  commit(plan: Plan, note: CommitNote): Promise<Result<number, StoreMovedOn>>;
}
