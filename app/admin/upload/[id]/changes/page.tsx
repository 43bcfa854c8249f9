import type { Metadata } from "next";
import { PART_SIZE, partOf } from "../../../../../lib/part.ts";
import { broughtRemedy } from "../../../../../lib/uploads/brought-rows.ts";
import { ChangeQuery, reviewQuery } from "../../../../../lib/uploads/review-search.ts";
import { ChangedRows } from "../../../../_components/revisions/changed-rows.tsx";
import { PartLinks } from "../../../../_components/ui/part-links.tsx";
import { loadBrought } from "../../../../_data/uploads/brought.ts";
import { loadEffect } from "../../../../_data/uploads/effect.ts";
import { openStep } from "../../../../_data/uploads/open-step.ts";
import { loadChanges, loadTouched } from "../../../../_data/uploads/review.ts";
import { cancelUploadWork, checkAgain, chooseMissing, commitUpload } from "../../actions.ts";
import { BroughtProblems } from "../_components/brought-problems.tsx";
import { ChangeTable } from "../_components/change-table.tsx";
import { ChangesSum } from "../_components/changes-sum.tsx";
import { CommitForm } from "../_components/commit-form.tsx";
import { EffectList } from "../_components/effect-list.tsx";
import { MissingForm } from "../_components/missing-form.tsx";
import { NoChanges } from "../_components/no-changes.tsx";
import { StepHead } from "../_components/step-head.tsx";
import { TouchedTable } from "../_components/touched-table.tsx";
import { WorkInProgress } from "../_components/work-in-progress.tsx";
import "../../upload.css";

export const metadata: Metadata = { title: "Upload: what would change" };

const SERIES_SHOWN = 25;

/** Exactly what a commit would store, the biggest moves first, and the commit. */
export default async function ChangesStepPage({
  params,
  searchParams,
}: {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id } = await params;
  const view = await openStep(id, "changes");
  const { summary, base } = view.upload;
  if (view.standing.kind !== "checked" || summary === null || base === null) {
    return (
      <>
        <StepHead view={view} here="changes" />
        <WorkInProgress view={view} cancel={cancelUploadWork} check={checkAgain} />
      </>
    );
  }
  const search = ChangeQuery.parse(await searchParams);
  const brought = await loadBrought(view.upload, view.settings);
  const [changes, touched, effect] = await Promise.all([
    loadChanges(id, { ...search, limit: PART_SIZE }),
    loadTouched(id, { offset: 0, limit: SERIES_SHOWN }),
    loadEffect(id, brought.plan),
  ]);
  const counted =
    search.code === null ? summary : (touched.find(({ code }) => code === search.code) ?? summary);
  const total = { new: counted.added, revised: counted.revised, withdrawn: counted.withdrawn };
  const found = search.kind === null ? total.new + total.revised + total.withdrawn : total[search.kind];
  return (
    <>
      <StepHead view={view} here="changes" />
      <div className="two-columns upload-changes">
        <div>
          <ChangesSum upload={view.upload} counts={summary} rows={brought.counts} search={search} />
          <BroughtProblems problems={brought.problems} remedy={broughtRemedy(view.settings.brings)} />
          <section aria-labelledby="changes">
            <h2 id="changes">Changes, largest move first</h2>
            <p className="section-intro">
              Against the store as of revision {base}
              {search.code !== null && (
                <>
                  , of <code>{search.code}</code> only:{" "}
                  <a href={reviewQuery({ ...search, code: null })}>show all</a>
                </>
              )}
              .
            </p>
            {changes.length > 0 ? (
              <ChangeTable changes={changes} />
            ) : (
              <NoChanges counts={summary} brought={brought} />
            )}
            <PartLinks
              of={{ lines: changes, from: search.offset, total: found }}
              label="changes"
              href={(offset) => reviewQuery({ ...search, offset })}
            />
          </section>
          <ChangedRows
            title="Descriptions, events and figures that would change"
            deed="Becomes of it"
            rows={partOf(brought.rows, search.rows)}
            href={(rows) => `${reviewQuery({ ...search, rows })}#rows`}
          />
          <section className="section" aria-labelledby="touched">
            <h2 id="touched">Series that the file touches</h2>
            <TouchedTable touched={touched} />
            {touched.length === SERIES_SHOWN && (
              <p className="notice">
                The first {SERIES_SHOWN} are shown; the changes above are of all of them.
              </p>
            )}
          </section>
        </div>
        <aside aria-label="Effect and commit">
          <EffectList effect={effect} />
          {summary.missing > 0 && (
            <MissingForm view={view} missing={summary.missing} action={chooseMissing} />
          )}
          <CommitForm
            upload={view.upload}
            base={base}
            summary={summary}
            rows={brought.counts}
            action={commitUpload}
          />
        </aside>
      </div>
    </>
  );
}
