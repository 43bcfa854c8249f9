import { WAIT } from "../../../lib/api/uploads.ts";
import type { LimitName } from "../../../lib/uploads/read/limits.ts";

/** Every address of the API, with the scope its key needs. */
export const ADDRESSES: ReadonlyArray<readonly [call: string, scope: string, says: string]> = [
  [
    "POST /api/v1/uploads",
    "upload",
    "Keeps a file, checks it and compares it; 201, or 202 while that goes on.",
  ],
  [
    "GET /api/v1/uploads",
    "upload",
    "The uploads that wait to be committed or discarded, whoever sent them, newest first, by offset and limit.",
  ],
  ["GET /api/v1/uploads/ID", "upload", "The upload as it stands; 202 while work on it goes on."],
  [
    "PATCH /api/v1/uploads/ID",
    "upload",
    "Other settings, as JSON, one by one in the place of those that were; checks again. {} checks again what was interrupted.",
  ],
  ["DELETE /api/v1/uploads/ID", "upload", "Discards it and its file; 204."],
  [
    "GET /api/v1/uploads/ID/problems",
    "upload",
    "What is wrong, narrowed by severity (error, warning) and rule, by offset and limit; all of it as CSV with format=csv.",
  ],
  [
    "GET /api/v1/uploads/ID/changes",
    "upload",
    "What a commit would store, narrowed by series and kind (new, revised, withdrawn), by offset and limit; in rows, what it would add to other tables or change in them.",
  ],
  [
    "POST /api/v1/uploads/ID/commit",
    "commit",
    "Stores it as one revision. JSON: message, base, and leaveOutErrors if rows with errors are to stay out.",
  ],
];

/** What may come with a file. */
export const FIELDS: ReadonlyArray<readonly [name: string, says: string]> = [
  [
    "file",
    "The file: CSV, TSV, XLSX, or a data package as a zip. The body itself may be the file instead; then all else, and its name, are in the address.",
  ],
  ["table", "The text of a table, in the place of a file."],
  ["name", "Name of a file that is the body."],
  ["settings", "How it is to be read, as JSON; see below."],
  [
    "commit",
    "true: commits at once, if there are no errors and the key has the scope commit. Refused with 422 if there are, and the upload is kept; a file that brings nothing new leaves no upload behind.",
  ],
  ["message", "What it is and why it is stored, for the list of revisions; needed with commit."],
  ["strict", "true: warnings keep it from being committed at once as well."],
  [
    "wait",
    `How many seconds the call waits for work to end: ${WAIT.usual} unless said, at most ${WAIT.most}. Also in the address of PATCH and of a commit. A proxy in between may wait less.`,
  ],
];

/** What each limit holds in bounds. */
export const LIMIT_WORDS: Readonly<Record<LimitName, string>> = {
  bytes: "Bytes of the file as it was sent",
  rows: "Rows that hold anything",
  columns: "Columns of any row",
  cellLength: "Characters of any cell",
  unzippedBytes: "Bytes of all parts of a zipped file that are read",
  unzipRatio: "Bytes out of a part of a zipped file for each byte in",
  zipEntries: "Parts of a zipped file",
  sharedText: "Characters of the texts that the cells of a workbook share",
  milliseconds: "Milliseconds of one pass over the file",
};
