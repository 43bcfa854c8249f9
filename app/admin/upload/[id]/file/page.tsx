import type { Metadata } from "next";
import Link from "next/link";
import { DELIMITER_WORDS } from "../../../../../lib/uploads/read/dialect.ts";
import { readFailure } from "../../../../_data/uploads/failure-words.ts";
import { readKept } from "../../../../_data/uploads/kept-reading.ts";
import { openStep } from "../../../../_data/uploads/open-step.ts";
import { chooseReading } from "../../actions.ts";
import { Preview } from "../_components/preview.tsx";
import { ReadingForm } from "../_components/reading-form.tsx";
import { StepHead } from "../_components/step-head.tsx";
import "../../upload.css";

export const metadata: Metadata = { title: "Upload: how the file is read" };

/** How the file is read, on what that rests, its first rows, and how to have it read otherwise. */
export default async function FileStepPage({
  params,
}: {
  readonly params: Promise<{ readonly id: string }>;
}) {
  const { id } = await params;
  const view = await openStep(id, "file");
  const read = await readKept(view.upload, view.settings);
  if (!read.ok) {
    const { says, remedy } = readFailure(read.error);
    return (
      <>
        <StepHead view={view} here="file" />
        <p className="form-outcome refused upload-failure" role="alert">
          <b>{says}.</b> What to do: {remedy}.
        </p>
        <section className="section" aria-labelledby="otherwise">
          <h2 id="otherwise">Read it otherwise</h2>
          <ReadingForm view={view} reading={null} action={chooseReading} />
        </section>
      </>
    );
  }
  if (read.value.kind === "package") {
    return (
      <>
        <StepHead view={view} here="file" />
        <p className="upload-sum">This is a data package. It says itself what its tables and columns mean.</p>
        <Link className="button lead" href={`/admin/upload/${id}/check`} prefetch={false}>
          Go on to the check
        </Link>
      </>
    );
  }
  const { table, survey } = read.value;
  const { header, headerBecause } = survey;
  return (
    <>
      <StepHead view={view} here="file" />
      <p className="upload-sum">
        <b>{survey.rows.toLocaleString("en-GB")}</b> {survey.rows === 1 ? "row" : "rows"} under{" "}
        <b>{header.names.length}</b> {header.names.length === 1 ? "column" : "columns"}. Nothing is stored
        yet. Is it read right?
      </p>
      <p className="table-acts">
        <Link className="button lead" href={`/admin/upload/${id}/columns`} prefetch={false}>
          Yes, go on to the columns
        </Link>
      </p>
      <section className="section" aria-labelledby="first-rows">
        <h2 id="first-rows">The first rows, as they are read</h2>
        <Preview survey={survey} />
      </section>
      <section className="section" aria-labelledby="how">
        <h2 id="how">How it is read</h2>
        <dl className="facts-list">
          {table.kind === "text" ? (
            <>
              <dt>Encoding</dt>
              <dd>
                {table.encoding.value}: {table.encoding.because}
              </dd>
              <dt>Delimiter</dt>
              <dd>
                {DELIMITER_WORDS[table.dialect.delimiter.value]}: {table.dialect.delimiter.because}
              </dd>
              <dt>Quotes</dt>
              <dd>
                {table.dialect.quote.value}: {table.dialect.quote.because}
              </dd>
            </>
          ) : (
            <>
              <dt>Sheet</dt>
              <dd>
                {table.sheet.value}: {table.sheet.because}
              </dd>
              <dt>Dates</dt>
              <dd>
                counted from {table.dateSystem.value}: {table.dateSystem.because}
              </dd>
            </>
          )}
          <dt>Header</dt>
          <dd>
            {header.row === 0 ? "none" : `row ${header.row}`}
            {header.rows > 1 && ` to ${header.row + header.rows - 1}`}: {headerBecause}
          </dd>
        </dl>
      </section>
      <section className="section" aria-labelledby="otherwise">
        <h2 id="otherwise">Read it otherwise</h2>
        <ReadingForm view={view} reading={read.value} action={chooseReading} />
      </section>
    </>
  );
}
