import "server-only";
import { notFound, redirect } from "next/navigation";
import type { UploadStep } from "../../../lib/uploads/steps.ts";
import { admit } from "../access.ts";
import { loadUpload, type UploadView } from "./review.ts";

/**
 * The upload that a step is about, for those who may upload. One that was committed leads to its receipt; there is none
 * of an unknown id or of one that was discarded.
 */
export async function openStep(id: string, step: UploadStep): Promise<UploadView> {
  await admit("upload", `/admin/upload/${encodeURIComponent(id)}/${step}`);
  const view = await loadUpload(id);
  if (view === null || view.standing.kind === "discarded") notFound();
  if (view.standing.kind === "committed") redirect(`/admin/revisions/${view.standing.revision}`);
  return view;
}
