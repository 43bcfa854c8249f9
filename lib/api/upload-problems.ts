import { aProblem, type Problem } from "./problem.ts";

interface ProblemWords {
  readonly status: number;
  readonly title: string;
  readonly remedy: string;
}

/** Every problem that uploads over HTTP answer, by the name at the end of its type, with its status, title and remedy. */
export const UPLOAD_PROBLEMS = {
  "no-file": { status: 400, title: "Nothing was sent", remedy: "send a file, or a field named table" },
  "unreadable-form": {
    status: 400,
    title: "What was sent is not a form with a file",
    remedy: "send a form with a file, as curl -F does",
  },
  "two-tables": {
    status: 400,
    title: "Both a file and a table were sent",
    remedy: "send one of them",
  },
  "invalid-settings": {
    status: 400,
    title: "The settings cannot be used",
    remedy: "mend the setting that is named",
  },
  "invalid-choices": {
    status: 400,
    title: "What was sent with the file cannot be used",
    remedy: "mend the field or parameter that is named",
  },
  "invalid-query": {
    status: 400,
    title: "The query cannot be used",
    remedy: "mend the parameter that is named",
  },
  "invalid-body": {
    status: 400,
    title: "The body cannot be used",
    remedy: "send JSON as it is described here",
  },
  "unknown-upload": {
    status: 404,
    title: "No such upload",
    remedy: "check the address: it is the Location of the answer to the file",
  },
  "still-working": {
    status: 409,
    title: "Work on the upload is not over",
    remedy: "ask again until it is checked, and then commit; or wait longer",
  },
  "not-checked": {
    status: 409,
    title: "The file has not been checked to its end",
    remedy: "mend what the failure names, and have it checked by PATCH",
  },
  "store-moved-on": {
    status: 409,
    title: "The store has moved on",
    remedy: "look at the changes again, and commit against the base that the answer names",
  },
  superseded: { status: 409, title: "The upload was changed meanwhile", remedy: "look at the changes again" },
  "upload-closed": {
    status: 409,
    title: "The upload was committed or discarded",
    remedy: "nothing, if it was committed; else send the file again",
  },
  cancelled: { status: 409, title: "Someone stopped it", remedy: "begin again with PATCH, or discard it" },
  "body-too-large": {
    status: 413,
    title: "The body is too large",
    remedy: "send less JSON: mend cells in the file",
  },
  "field-too-long": {
    status: 413,
    title: "A field of the form is too long",
    remedy: "send the table as a file",
  },
  "file-too-large": {
    status: 413,
    title: "The file is too large",
    remedy: "split the file, or have the limit raised",
  },
  "unreadable-file": {
    status: 422,
    title: "The file cannot be read",
    remedy: "do as the detail says, or say in reading how it is to be read",
  },
  "has-errors": {
    status: 422,
    title: "Errors are left",
    remedy: "mend them, leave their rows out, or commit with leaveOutErrors",
  },
  "left-out-rows": {
    status: 422,
    title: "Rows are left out while values missing from the file are withdrawn",
    remedy: "set missingRows to keep, or leave no row out by leftOut",
  },
  "has-warnings": {
    status: 422,
    title: "Warnings are left",
    remedy: "look at them, and commit without strict",
  },
  "unsound-additions": {
    status: 422,
    title: "What the upload adds besides values is not sound",
    remedy: "mend the row of brings, or of the package, that is named",
  },
  "unknown-series": {
    status: 422,
    title: "The store lacks a series",
    remedy: "add the series in brings, or name another in the mapping",
  },
  "unknown-sources": {
    status: 422,
    title: "The store lacks a source",
    remedy: "add the source in brings, or name another",
  },
  unexpected: {
    status: 500,
    title: "Something went wrong on the server",
    remedy: "try again; the server’s log has more under the id that is told",
  },
} as const satisfies Readonly<Record<string, ProblemWords>>;

export type UploadProblemName = keyof typeof UPLOAD_PROBLEMS;

/** One of them, with what is the matter in this case. */
export function uploadProblem(name: UploadProblemName, detail: string): Problem {
  const { status, title } = UPLOAD_PROBLEMS[name];
  return aProblem(status, name, title, detail);
}
