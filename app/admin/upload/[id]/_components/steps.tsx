import Link from "next/link";
import { UPLOAD_STEPS, type UploadStep } from "../../../../../lib/uploads/steps.ts";
import type { UploadView } from "../../../../_data/uploads/review.ts";

const TITLES: Readonly<Record<UploadStep, string>> = {
  file: "File",
  columns: "Columns",
  check: "Check",
  changes: "Changes",
};

/** The way through an upload: done steps may be gone back to, and what is not ready yet is not a link. */
export function Steps({ view, here }: { readonly view: UploadView; readonly here: UploadStep }) {
  const { upload, settings, standing } = view;
  const remarks: Readonly<Record<UploadStep, string>> = {
    file: `${upload.byteSize.toLocaleString("en-GB")} bytes`,
    columns:
      standing.kind === "unchecked" ? "to be confirmed" : settings.mapping === null ? "none" : "confirmed",
    check: standing.kind === "checked" ? problemWords(upload.errors, upload.warnings) : "every cell",
    changes: "what would change",
  };
  const isOpen = (step: UploadStep) => step === "file" || step === "columns" || standing.kind !== "unchecked";
  return (
    <ol className="upload-steps" aria-label="Steps of the upload">
      {UPLOAD_STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={step === here ? "step" : undefined}
          data-done={UPLOAD_STEPS.indexOf(here) > index || undefined}
        >
          <span className="step-number" aria-hidden="true">
            {UPLOAD_STEPS.indexOf(here) > index ? "✓" : index + 1}
          </span>
          <span>
            {isOpen(step) && step !== here ? (
              <Link href={`/admin/upload/${upload.id}/${step}`} prefetch={false}>
                {TITLES[step]}
              </Link>
            ) : (
              TITLES[step]
            )}
            <small>{remarks[step]}</small>
          </span>
        </li>
      ))}
      <li>
        <span className="step-number" aria-hidden="true">
          5
        </span>
        <span>
          Receipt<small>after the commit</small>
        </span>
      </li>
    </ol>
  );
}

function problemWords(errors: number, warnings: number): string {
  const words = (count: number, one: string) =>
    `${count.toLocaleString("en-GB")} ${count === 1 ? one : `${one}s`}`;
  return `${words(errors, "error")}, ${words(warnings, "warning")}`;
}
