import type { UploadStep } from "../../../../../lib/uploads/steps.ts";
import { PageHead } from "../../../../_components/ui/page-head.tsx";
import type { UploadView } from "../../../../_data/uploads/review.ts";
import { Steps } from "./steps.tsx";

/** The head of a step: which file it is about, the way through, and why the last work on it ended without a result. */
export function StepHead({ view, here }: { readonly view: UploadView; readonly here: UploadStep }) {
  const { fileName, failure } = view.upload;
  const trail = [
    { href: "/", label: "Dashboard" },
    { href: "/admin/upload", label: "Upload" },
  ];
  return (
    <>
      <PageHead title={`Upload: ${fileName}`} here={fileName} trail={trail} />
      <Steps view={view} here={here} />
      {failure && (
        <p className="form-outcome refused upload-failure" role="alert">
          <b>{failure.says}.</b> What to do: {failure.remedy}.
        </p>
      )}
    </>
  );
}
