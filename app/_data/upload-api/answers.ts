import "server-only";
import { problemResponse } from "../../../lib/api/problem.ts";
import { type UploadProblemName, uploadProblem } from "../../../lib/api/upload-problems.ts";
import type { ProblemsAnswer, UploadAnswer, UploadRefused, UploadsAnswer } from "../../../lib/api/uploads.ts";
import type { ComparisonSummary } from "../../../lib/uploads/comparison.ts";
import { problemWords } from "../../../lib/uploads/rules.ts";
import type { UploadProblem } from "../../../lib/uploads/staged.ts";
import { loadUpload, type UploadView } from "../uploads/review.ts";

/** The address of an upload. */
export const addressOf = (id: string) => `/api/v1/uploads/${id}`;

const ID = /^[\w-]{22}$/;

/** The upload of this id, or the problem that there is none. */
export async function findAsked(id: string): Promise<UploadView | Response> {
  const view = ID.test(id) ? await loadUpload(id) : null;
  return view ?? refused("unknown-upload", `No upload has the id “${id}”.`);
}

/** An upload as programs see it. */
export function asAnswer(
  { upload, settings, standing }: UploadView,
  receipt: UploadAnswer["receipt"] = null,
): UploadAnswer {
  const { id, fileName, byteSize, fileHash, author, createdAt, errors, warnings, base, failure } = upload;
  const self = addressOf(id);
  return {
    id,
    fileName,
    byteSize,
    sha256: fileHash,
    author,
    createdAt: new Date(createdAt).toISOString(),
    state: standing.kind,
    progress: standing.kind === "working" ? progressOf(standing) : null,
    failure: failure && { says: failure.says, remedy: failure.remedy },
    errors,
    warnings,
    counts: upload.summary && countsOf(upload.summary),
    base,
    revision: upload.revision,
    settings,
    links: {
      self,
      problems: `${self}/problems`,
      changes: `${self}/changes`,
      commit: `${self}/commit`,
      page: `/admin/upload/${id}`,
    },
    receipt,
  };
}

/** An upload as a list of them has it. */
export function asListed(view: UploadView): UploadsAnswer["uploads"][number] {
  const { id, fileName, author, createdAt, state, links } = asAnswer(view);
  return { id, fileName, author, createdAt, state, links };
}

function progressOf({
  phase,
  done,
  total,
  rowsPerSecond,
}: Extract<UploadView["standing"], { kind: "working" }>) {
  return { phase, done, total, rowsPerSecond };
}

function countsOf({ missingAre: _, ...counts }: ComparisonSummary) {
  return counts;
}

/** A problem of an upload with all of it in one sentence. */
export function asFound(problem: UploadProblem): ProblemsAnswer["problems"][number] {
  return { ...problem, sentence: problemWords(problem) };
}

/** Something as JSON; browsers are not to take it for anything else. */
export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(value, { status, headers: { "X-Content-Type-Options": "nosniff", ...headers } });
}

/** An upload as a whole answer: 202 while work on it goes on, else as given. */
export function answered(
  view: UploadView,
  { status = 200, receipt = null }: { status?: number; receipt?: UploadAnswer["receipt"] } = {},
): Response {
  const answer = asAnswer(view, receipt);
  const isOver = answer.state !== "working";
  return json(answer, isOver ? status : 202, { Location: answer.links.self });
}

/** A problem, with what it is about. */
export function refused(
  name: UploadProblemName,
  detail: string,
  about: Pick<UploadRefused, "upload" | "problems"> = {},
): Response {
  return problemResponse({ ...uploadProblem(name, detail), ...about });
}

/** What is the matter and what to do, in one line. */
export function inOneLine({ says, remedy }: { readonly says: string; readonly remedy: string }): string {
  return `${says}; ${remedy}.`;
}
