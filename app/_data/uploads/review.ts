import "server-only";
import { pause } from "../../../db/pause.ts";
import type { Store } from "../../../db/store.ts";
import { problemCounts, problemsOf } from "../../../db/uploads/problems.ts";
import { changesOf, type Page, seriesAfter, touchedSeries } from "../../../db/uploads/review.ts";
import { findUpload, openUploads, type Upload } from "../../../db/uploads/uploads.ts";
import { type BeforeAndAfter, thinned } from "../../../lib/uploads/before-and-after.ts";
import type { Change, ChangeCounts, ChangeKind } from "../../../lib/uploads/comparison.ts";
import type { UploadSettings } from "../../../lib/uploads/settings.ts";
import type { Severity, UploadProblem } from "../../../lib/uploads/staged.ts";
import { store } from "../store.ts";
import { settingsOf } from "./settings.ts";
import { type Phase, viewOfWork, type WorkView } from "./work.ts";

/**
 * Where an upload stands for those who look at it. `unchecked`: its file is kept and nothing was made of it yet;
 * `interrupted`: that was begun and ended without a result; `checked`: it can be looked over and committed.
 */
export type Standing =
  | { readonly kind: "unchecked" | "interrupted" | "checked" | "discarded" }
  | { readonly kind: "committed"; readonly revision: number }
  | {
      readonly kind: "working";
      readonly phase: Phase;
      readonly done: number;
      readonly total: number | null;
      /** Rows a second since the work began; `null` before the first. */
      readonly rowsPerSecond: number | null;
    };

/** An upload with the choices made for it, and where it stands. */
export interface UploadView {
  readonly upload: Upload;
  readonly settings: UploadSettings;
  readonly standing: Standing;
}

/** The upload of this id, in whatever state, or `null`. */
export async function loadUpload(id: string): Promise<UploadView | null> {
  const { db, kind } = await store();
  const upload = await findUpload(db, id);
  return upload && viewOf(upload, kind);
}

/** The uploads that wait to be resumed or discarded, newest first: all, or a page of them. */
export async function loadOpenUploads(page?: Page): Promise<readonly UploadView[]> {
  const { db, kind } = await store();
  return (await openUploads(db, page)).map((upload) => viewOf(upload, kind));
}

function viewOf(upload: Upload, kind: Store["kind"]): UploadView {
  return { upload, settings: settingsOf(upload), standing: standingOf(upload, kind) };
}

function standingOf(upload: Upload, kind: Store["kind"]): Standing {
  const { state, summary, revision, workStartedAt, failure } = upload;
  if (state === "discarded") return { kind: "discarded" };
  if (state === "committed" && revision !== null) return { kind: "committed", revision };
  const work = viewOfWork(upload.id) ?? (kind === "embedded" ? null : workElsewhere(upload));
  if (work !== null) {
    const { phase, done, total, startedAt } = work;
    const seconds = (Date.now() - startedAt.getTime()) / 1000;
    const rowsPerSecond = done > 0 && seconds > 0 ? Math.round(done / seconds) : null;
    return { kind: "working", phase, done, total, rowsPerSecond };
  }
  if (summary !== null) return { kind: "checked" };
  return { kind: workStartedAt === null && failure === null ? "unchecked" : "interrupted" };
}

/** Another instance that shows no sign of life for so long has stopped. */
const SILENCE = 30_000;

/** Work that another instance on the same server does, by what it leaves in the upload's row. */
function workElsewhere(upload: Upload): WorkView | null {
  const { state, summary, failure, workStartedAt, workSeenAt } = upload;
  if (summary !== null || failure !== null || workStartedAt === null || workSeenAt === null) return null;
  if (Date.now() - workSeenAt.getTime() > SILENCE) return null;
  const { rowsStaged, rowsTotal, rowsCompared } = upload;
  return state === "staging"
    ? { phase: "reading", done: rowsStaged, total: rowsTotal, startedAt: workStartedAt }
    : { phase: "comparing", done: rowsCompared, total: rowsStaged, startedAt: workStartedAt };
}

/** Which problems are asked for. */
export interface ProblemSearch extends Page {
  readonly severity: Severity | null;
  readonly rule: string | null;
}

/** Some of the problems of an upload, and how many there are of each rule. */
export interface ProblemList {
  readonly problems: readonly UploadProblem[];
  readonly counts: Awaited<ReturnType<typeof problemCounts>>;
  /** How many the search finds in all. */
  readonly total: number;
}

/** What is wrong with an upload, a page at a time. */
export async function loadProblems(
  id: string,
  { severity, rule, ...page }: ProblemSearch,
): Promise<ProblemList> {
  const { db } = await store();
  const filter = { ...(severity && { severity }), ...(rule && { rule }) };
  const [counts, problems] = await Promise.all([
    problemCounts(db, id),
    problemsOf(db, id, { ...page, ...filter }),
  ]);
  const asked = counts.filter(
    (each) => (severity === null || each.severity === severity) && (rule === null || each.rule === rule),
  );
  return { problems, counts, total: asked.reduce((sum, each) => sum + each.problems, 0) };
}

/** A series that an upload touches, with its course before and after, thinned for a small drawing. */
export interface TouchedView extends ChangeCounts {
  readonly code: string;
  readonly isNew: boolean;
  readonly course: readonly BeforeAndAfter[];
}

const POINTS_DRAWN = 60;

/** The series that an upload touches, a page at a time in the order of its file. */
export async function loadTouched(id: string, page: Page): Promise<readonly TouchedView[]> {
  const { db } = await store();
  const views: TouchedView[] = [];
  for (const { rows: _, ...series } of await touchedSeries(db, id, page)) {
    views.push({ ...series, course: thinned(await seriesAfter(db, id, series.code), POINTS_DRAWN) });
    // A series may have many thousand values, and others are answered between one and the next.
    await pause();
  }
  return views;
}

/** Which changes are asked for. */
export interface ChangeSearch extends Page {
  readonly code: string | null;
  readonly kind: ChangeKind | null;
}

/** What a commit of an upload would store, the biggest moves first. */
export async function loadChanges(
  id: string,
  { code, kind, ...page }: ChangeSearch,
): Promise<readonly Change[]> {
  const { db } = await store();
  return changesOf(db, id, { ...page, ...(code && { code }), ...(kind && { kind }) });
}
