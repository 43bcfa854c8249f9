"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { readTexts } from "../../../lib/editing/row-texts.ts";
import { type FormState, refused } from "../../../lib/forms/form-state.ts";
import { readForm } from "../../../lib/forms/read-form.ts";
import { draftOf } from "../../../lib/uploads/column-draft.ts";
import {
  CommitForm,
  MissingForm,
  ReadingForm,
  readColumns,
  readMends,
  UploadForm,
} from "../../../lib/uploads/forms.ts";
import type { UploadSettings } from "../../../lib/uploads/settings.ts";
import { guardedAction } from "../../_data/guarded-action.ts";
import { cancelWork, changeSettings, discard } from "../../_data/uploads/change.ts";
import { checkUpload } from "../../_data/uploads/check.ts";
import { commitStaged } from "../../_data/uploads/commit.ts";
import { uploadGround } from "../../_data/uploads/context.ts";
import { checkNewSeries, withNewSeries, withoutSeries } from "../../_data/uploads/new-series.ts";
import { loadUpload } from "../../_data/uploads/review.ts";

const GONE = "Nothing was changed: this upload was committed or discarded meanwhile.";

/** Has the file read in another way: what its columns mean is then proposed anew. */
export const chooseReading = guardedAction("upload", async ({ form }) => {
  const read = readForm(ReadingForm, form);
  if (!read.ok) return read.error;
  const { upload, ...reading } = read.value;
  const changed = await changeSettings(upload, (settings) => ({ ...settings, reading, mapping: null }), {
    check: false,
  });
  return changed.ok ? redirect(`/admin/upload/${upload}/file`) : refused(GONE, { form });
});

/** Says what the columns mean, and has the file checked; or goes on to add a series, with what is said so far kept. */
export const chooseColumns = guardedAction("upload", async ({ form }) => {
  const id = String(form.get("upload"));
  const view = await loadUpload(id);
  if (view === null) return refused(GONE, { form });
  const codes = new Set((await uploadGround(view.settings)).series.keys());
  const seriesToAdd = form.get("addSeries");
  if (seriesToAdd !== null) {
    const draft = (settings: UploadSettings) => ({ ...settings, ...draftOf(form, settings, codes) });
    const kept = await changeSettings(id, draft, { check: false });
    if (!kept.ok) return refused(GONE, { form });
    refresh();
    redirect(`/admin/upload/${id}/series?${new URLSearchParams({ name: String(seriesToAdd) })}`);
  }
  const read = readColumns(form, view.settings, codes);
  if (!read.ok) return read.error;
  const changed = await changeSettings(id, (settings) => ({ ...settings, ...read.value }));
  return changed.ok ? redirect(`/admin/upload/${id}/check`) : refused(GONE, { form });
});

/** Adds a series that the store lacks to what the upload brings. */
export const addSeries = guardedAction("upload", async ({ form }) => {
  const read = readForm(UploadForm, form);
  if (!read.ok) return read.error;
  const texts = readTexts("series", form);
  const checked = await checkNewSeries(texts);
  if (!checked.ok) return refused("The series needs another look.", { errors: checked.error, form });
  const { upload } = read.value;
  const name = String(form.get("name") ?? "");
  const changed = await changeSettings(upload, (settings) => withNewSeries(settings, texts, name), {
    check: false,
  });
  return changed.ok ? redirect(`/admin/upload/${upload}/columns`) : refused(GONE, { form });
});

/** Takes a series out of what the upload brings. */
export const removeSeries = guardedAction("upload", async ({ form }) => {
  const read = readForm(UploadForm, form);
  if (!read.ok) return read.error;
  const { upload } = read.value;
  const code = String(form.get("code"));
  const changed = await changeSettings(upload, (settings) => withoutSeries(settings, code), { check: false });
  return changed.ok ? redirect(`/admin/upload/${upload}/columns`) : refused(GONE);
});

/** Mends cells and leaves rows out, and has the file checked again. */
export const mendRows = guardedAction("upload", async ({ form }) => {
  const read = readForm(UploadForm, form);
  if (!read.ok) return read.error;
  const { fixes, leftOut } = readMends(form);
  if (fixes.length + leftOut.length === 0) {
    return refused("Nothing was mended: write another text into a cell, or tick a row to leave it out.", {
      form,
    });
  }
  const { upload } = read.value;
  const changed = await changeSettings(upload, (settings) => ({
    ...settings,
    fixes: [
      ...settings.fixes.filter(
        (old) => !fixes.some((fix) => fix.row === old.row && fix.column === old.column),
      ),
      ...fixes,
    ],
    leftOut: [...new Set([...settings.leftOut, ...leftOut])].toSorted((a, b) => a - b),
  }));
  return changed.ok ? redirect(`/admin/upload/${upload}/check`) : refused(GONE, { form });
});

/** Says what becomes of stored values that the file lacks. */
export const chooseMissing = guardedAction("upload", async ({ form }) => {
  const read = readForm(MissingForm, form);
  if (!read.ok) return read.error;
  const { upload, missingRows } = read.value;
  const changed = await changeSettings(upload, (settings) => ({ ...settings, missingRows }));
  return changed.ok ? redirect(`/admin/upload/${upload}/changes`) : refused(GONE, { form });
});

/** Checks the file of an upload, or goes on with a check that ended before it was done. */
export const checkAgain = guardedAction("upload", async ({ form }) => {
  const read = readForm(UploadForm, form);
  if (!read.ok) return read.error;
  await checkUpload(read.value.upload);
  redirect(`/admin/upload/${read.value.upload}/check`);
});

/** Stops what is being done with an upload. */
export const cancelUploadWork = guardedAction("upload", async ({ form }) => {
  const read = readForm(UploadForm, form);
  if (!read.ok) return read.error;
  await cancelWork(read.value.upload);
  redirect(`/admin/upload/${read.value.upload}/check`);
});

/** Gives an upload up. */
export const discardUpload = guardedAction("upload", async ({ actor, form }): Promise<FormState> => {
  const read = readForm(UploadForm, form);
  if (!read.ok) return read.error;
  const discarded = await discard(read.value.upload, actor);
  return discarded.ok ? redirect("/admin/upload") : refused(GONE);
});

/** Commits what the editor saw. */
export const commitUpload = guardedAction("commit", async ({ actor, form }) => {
  const read = readForm(CommitForm, form);
  if (!read.ok) return read.error;
  const { upload, ...agreed } = read.value;
  const outcome = await commitStaged(upload, agreed, actor);
  if (outcome.kind === "committed") {
    refresh();
    redirect(`/admin/revisions/${outcome.receipt.revision}`);
  }
  if (outcome.kind === "nothing-to-do") {
    return refused(
      "Nothing to do: the store says already all that this file says. You may discard the upload.",
      {
        form,
      },
    );
  }
  if (outcome.kind === "working") redirect(`/admin/upload/${upload}/changes`);
  refresh();
  return refused("It was not stored; the head of the page says why. Your message is kept.", { form });
});

/** Takes all mended cells back as the file has them, and the rows that were left out in again. */
export const undoMends = guardedAction("upload", async ({ form }) => {
  const read = readForm(UploadForm, form);
  if (!read.ok) return read.error;
  const changed = await changeSettings(read.value.upload, (settings) => ({
    ...settings,
    fixes: [],
    leftOut: [],
  }));
  return changed.ok ? redirect(`/admin/upload/${read.value.upload}/check`) : refused(GONE);
});
