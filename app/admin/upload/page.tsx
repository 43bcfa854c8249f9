import type { Metadata } from "next";
import { TEMPLATES } from "../../../lib/uploads/templates.ts";
import { PageHead } from "../../_components/ui/page-head.tsx";
import { admit } from "../../_data/access.ts";
import { environment } from "../../_data/environment.ts";
import { toldWords } from "../../_data/lead-on.ts";
import { loadOpenUploads } from "../../_data/uploads/review.ts";
import { FileForm } from "./_components/file-form.tsx";
import { OpenUploads } from "./_components/open-uploads.tsx";
import { discardUpload } from "./actions.ts";
import "./upload.css";

export const metadata: Metadata = { title: "Upload" };

/** Where an upload begins: with a file or a pasted table, or with one that was left half-way. */
export default async function UploadPage({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly told?: string | string[] }>;
}) {
  await admit("upload", "/admin/upload");
  const [{ told }, open] = [await searchParams, await loadOpenUploads()];
  const problem = await toldWords(told);
  const { bytes, rows, columns } = environment().uploadLimits;
  return (
    <>
      <PageHead title="Upload">
        A table becomes a revision in four steps. You see how it is read, what is wrong in it and exactly what
        would change before anything is stored; afterwards it can be rolled back.
      </PageHead>
      {problem !== null && (
        <p className="form-outcome refused" role="alert">
          {problem}
        </p>
      )}
      <div className="two-columns upload-start">
        <FileForm />
        <aside aria-label="What can be uploaded">
          <h2>What can be uploaded</h2>
          <p className="section-intro">
            CSV, TSV, Excel (.xlsx), a data package as zip. At most {megabytes(bytes)}, {count(rows)} rows and{" "}
            {count(columns)} columns.
          </p>
          <h3>Tables to begin with</h3>
          <ul className="template-list">
            {TEMPLATES.map(({ name, title, says }) => (
              <li key={name}>
                <a href={`/admin/upload/template/${name}.csv`} download>
                  {title}
                </a>
                : {says}
              </li>
            ))}
          </ul>
          <p className="section-intro">
            Scripts send files over HTTP: <a href="/docs/uploads">how that is done</a>.
          </p>
        </aside>
      </div>
      <section className="section" aria-labelledby="open-uploads">
        <h2 id="open-uploads">Uploads that wait</h2>
        {open.length > 0 ? (
          <OpenUploads uploads={open} discard={discardUpload} />
        ) : (
          <p className="notice">
            None. An upload that is left half-way waits here until someone goes on or discards it.
          </p>
        )}
      </section>
    </>
  );
}

function megabytes(bytes: number): string {
  return bytes >= 1_000_000 ? `${count(Math.floor(bytes / 1_000_000))} MB` : `${count(bytes)} bytes`;
}

function count(number: number): string {
  return number.toLocaleString("en-GB");
}
