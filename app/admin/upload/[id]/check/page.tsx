import type { Metadata } from "next";
import Link from "next/link";
import { PART_SIZE } from "../../../../../lib/part.ts";
import { ProblemQuery, reviewQuery } from "../../../../../lib/uploads/review-search.ts";
import { ruleWords } from "../../../../../lib/uploads/rules.ts";
import { ActionForm } from "../../../../_components/ui/action-form.tsx";
import { PartLinks } from "../../../../_components/ui/part-links.tsx";
import { SubmitButton } from "../../../../_components/ui/submit-button.tsx";
import { openStep } from "../../../../_data/uploads/open-step.ts";
import { loadProblems, type ProblemList, type UploadView } from "../../../../_data/uploads/review.ts";
import { cancelUploadWork, checkAgain, mendRows, undoMends } from "../../actions.ts";
import { ProblemTable } from "../_components/problem-table.tsx";
import { StepHead } from "../_components/step-head.tsx";
import { WorkInProgress } from "../_components/work-in-progress.tsx";
import "../../upload.css";

export const metadata: Metadata = { title: "Upload: what is wrong in it" };

/** Every cell that is or looks wrong, with why and what to do; cells are mended and rows left out here. */
export default async function CheckStepPage({
  params,
  searchParams,
}: {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id } = await params;
  const view = await openStep(id, "check");
  if (view.standing.kind !== "checked") {
    return (
      <>
        <StepHead view={view} here="check" />
        <WorkInProgress view={view} cancel={cancelUploadWork} check={checkAgain} />
      </>
    );
  }
  const search = ProblemQuery.parse(await searchParams);
  const list = await loadProblems(id, { ...search, limit: PART_SIZE });
  const all = list.counts.reduce((sum, { problems }) => sum + problems, 0);
  return (
    <>
      <StepHead view={view} here="check" />
      <Sum view={view} />
      <p className="table-acts">
        <Link className="button lead" href={`/admin/upload/${id}/changes`} prefetch={false}>
          Go on to the changes
        </Link>
        {all > 0 && (
          <a className="button" href={`/admin/upload/${id}/problems`} download>
            Download all {all.toLocaleString("en-GB")} with reasons, CSV
          </a>
        )}
      </p>
      <Mends view={view} />
      {all > 0 && (
        <section className="section" aria-labelledby="problems">
          <h2 id="problems">What is wrong, or looks wrong</h2>
          <Filters list={list} search={search} />
          <ProblemTable upload={id} problems={list.problems} action={mendRows} />
          <PartLinks
            of={{ lines: list.problems, from: search.offset, total: list.total }}
            label="problems"
            href={(offset) => reviewQuery({ ...search, offset })}
          />
        </section>
      )}
    </>
  );
}

function Sum({ view: { upload } }: { readonly view: UploadView }) {
  const { errors, warnings, rowsStaged } = upload;
  const count = (number: number, one: string) =>
    `${number.toLocaleString("en-GB")} ${number === 1 ? one : `${one}s`}`;
  return (
    <p className="upload-sum">
      <b>{count(rowsStaged, "value")}</b> can be read.{" "}
      {errors > 0 ? (
        <b className="bad">{count(errors, "error")} must be mended or left out.</b>
      ) : (
        <>Nothing is wrong.</>
      )}{" "}
      {warnings > 0 && (
        <>
          {count(warnings, "warning")}, which {warnings === 1 ? "keeps" : "keep"} nothing out.
        </>
      )}
    </p>
  );
}

function Mends({ view: { upload, settings } }: { readonly view: UploadView }) {
  const { fixes, leftOut } = settings;
  if (fixes.length + leftOut.length === 0) return null;
  return (
    <section className="section" aria-labelledby="mends">
      <h2 id="mends">What you changed</h2>
      <ul className="mends">
        {fixes.map(({ row, column, text }) => (
          <li key={`${row} ${column}`}>
            row {row}, {column}: <b>{text === "" ? "empty" : text}</b>
          </li>
        ))}
        {leftOut.length > 0 && (
          <li>
            left out: {leftOut.length === 1 ? "row" : "rows"} {leftOut.slice(0, 50).join(", ")}
            {leftOut.length > 50 && ` and ${leftOut.length - 50} more`}
          </li>
        )}
      </ul>
      <ActionForm action={undoMends} label="Undo what you changed">
        <SubmitButton name="upload" value={upload.id} isLead={false}>
          Take all of it back
        </SubmitButton>
      </ActionForm>
    </section>
  );
}

function Filters({ list, search }: { readonly list: ProblemList; readonly search: ProblemQuery }) {
  const isHere = (severity: string | null, rule: string | null) =>
    search.severity === severity && search.rule === rule ? "true" : undefined;
  const all = list.counts.reduce((sum, { problems }) => sum + problems, 0);
  return (
    <ul className="upload-counts" aria-label="Show only">
      <li>
        <Link href={reviewQuery({})} aria-current={isHere(null, null)} prefetch={false} scroll={false}>
          <b>{all.toLocaleString("en-GB")}</b> in all
        </Link>
      </li>
      {list.counts.map(({ severity, rule, problems }) => (
        <li key={`${severity} ${rule}`} className={severity === "error" ? "bad" : undefined}>
          <Link
            href={reviewQuery({ severity, rule })}
            aria-current={isHere(severity, rule)}
            prefetch={false}
            scroll={false}
          >
            <b>{problems.toLocaleString("en-GB")}</b> {problems === 1 ? severity : `${severity}s`}:{" "}
            {ruleWords(rule)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
