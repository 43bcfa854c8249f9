import "server-only";
import { LIMIT_VARIABLES } from "../../../lib/env.ts";
import type { StoreMovedOn } from "../../../lib/ingestion/store.ts";
import { type ReadRefusal, refusalWords } from "../../../lib/uploads/read/refusal.ts";
import type { CommitRefusal } from "../../../lib/uploads/refusal.ts";
import type { UploadFailure } from "../../../lib/uploads/upload.ts";

/** What a refusal of the reading says to the editor, with the variable by which an operator sets its limit. */
export function readFailure(refusal: ReadRefusal): UploadFailure {
  const { says, remedy, limit } = refusalWords(refusal);
  if (limit === null) return { says, remedy, limit };
  return {
    says,
    remedy: `${remedy}; whoever runs this server sets the limit by ${LIMIT_VARIABLES[limit]}`,
    limit,
  };
}

/** That someone stopped the work. */
export const CANCELLED: UploadFailure = {
  says: "It was cancelled",
  remedy: "start it again when you are ready, or discard the upload",
  limit: null,
};

/** What a refusal of a commit says to the editor. */
export function commitFailure(refusal: CommitRefusal | StoreMovedOn): UploadFailure {
  return { ...wordsOf(refusal), limit: null };
}

function wordsOf(refusal: CommitRefusal | StoreMovedOn): Omit<UploadFailure, "limit"> {
  switch (refusal.kind) {
    case "store-moved-on":
      return {
        says: `Nothing was committed: since these changes were worked out, revision ${refusal.revision} was committed`,
        remedy: "look at the changes again: they are now worked out against it",
      };
    case "superseded":
      return {
        says: "Nothing was committed: meanwhile the upload was read or compared anew",
        remedy: "look at the changes again",
      };
    case "no-open-upload":
      return {
        says: "Nothing was committed: the upload was committed or discarded meanwhile",
        remedy: "see the list of revisions",
      };
    case "not-staged":
    case "not-compared":
      return {
        says: "Nothing was committed: the file has not been checked to its end",
        remedy: "check it again, and then look at the changes",
      };
    case "has-errors":
      return {
        says: `Nothing was committed: ${count(refusal.errors, "error is", "errors are")} left`,
        remedy: "mend them, or agree to leave out the rows that have them",
      };
    case "left-out-rows": {
      const rows = count(refusal.rows, "row is", "rows are");
      return {
        says: `Nothing was committed: ${rows} left out while values missing from the file are withdrawn`,
        remedy:
          "keep the values that are missing, or take back what is left out: its values count as missing",
      };
    }
    case "unknown-series":
      return {
        says: `Nothing was committed: the store has no series ${refusal.codes.join(", ")}`,
        remedy: "add it with this upload, or choose the series that is meant",
      };
    case "unknown-sources":
      return {
        says: `Nothing was committed: the store has no source ${refusal.keys.join(", ")}`,
        remedy: "add the source, or choose another",
      };
  }
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}
