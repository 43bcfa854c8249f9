import { aProblem, type Problem } from "./problem.ts";

/** Every problem that uploads over HTTP answer, by the name at the end of its type, with its status and title. */
export const UPLOAD_PROBLEMS = {
  "no-file": { status: 400, title: "Nothing was sent" },
  "unreadable-form": { status: 400, title: "What was sent is not a form with a file" },
  "invalid-settings": { status: 400, title: "The settings cannot be used" },
  "invalid-choices": { status: 400, title: "What was sent with the file cannot be used" },
  "invalid-query": { status: 400, title: "The query cannot be used" },
  "invalid-body": { status: 400, title: "The body cannot be used" },
  "unknown-upload": { status: 404, title: "No such upload" },
  "still-working": { status: 409, title: "Work on the upload is not over" },
  "not-checked": { status: 409, title: "The file has not been checked to its end" },
  "store-moved-on": { status: 409, title: "The store has moved on" },
  superseded: { status: 409, title: "The upload was changed meanwhile" },
  "upload-closed": { status: 409, title: "The upload was committed or discarded" },
  cancelled: { status: 409, title: "Someone stopped it" },
  "body-too-large": { status: 413, title: "The body is too large" },
  "field-too-long": { status: 413, title: "A field of the form is too long" },
  "file-too-large": { status: 413, title: "The file is too large" },
  "unreadable-file": { status: 422, title: "The file cannot be read" },
  "has-errors": { status: 422, title: "Errors are left" },
  "has-warnings": { status: 422, title: "Warnings are left" },
  "unsound-additions": { status: 422, title: "What the upload adds besides values is not sound" },
  "unknown-series": { status: 422, title: "The store lacks a series" },
  "unknown-sources": { status: 422, title: "The store lacks a source" },
  unexpected: { status: 500, title: "Something went wrong on the server" },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: string }>>;

export type UploadProblemName = keyof typeof UPLOAD_PROBLEMS;

/** One of them, with what is the matter in this case. */
export function uploadProblem(name: UploadProblemName, detail: string): Problem {
  const { status, title } = UPLOAD_PROBLEMS[name];
  return aProblem(status, name, title, detail);
}
