import Link from "next/link";
import { formatInstant } from "../../../../lib/numbers/format-instant.ts";
import { ActionForm } from "../../../_components/ui/action-form.tsx";
import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";
import { SubmitButton } from "../../../_components/ui/submit-button.tsx";
import { TableHead } from "../../../_components/ui/table-head.tsx";
import type { FormAction } from "../../../_data/guarded-action.ts";
import type { Standing, UploadView } from "../../../_data/uploads/review.ts";

const COLUMNS = [{ label: "File" }, { label: "By" }, { label: "Where it stands" }, { label: "Discard it" }];

/** The uploads that were begun and neither committed nor discarded, each to be resumed or discarded. */
export function OpenUploads({
  uploads,
  discard,
}: {
  readonly uploads: readonly UploadView[];
  readonly discard: FormAction;
}) {
  return (
    <ActionForm action={discard} label="Discard uploads">
      <ScrollRegion label="List of uploads that wait">
        <table className="table stacks">
          <caption className="visually-hidden">Uploads that wait, newest first</caption>
          <TableHead columns={COLUMNS} />
          <tbody>
            {uploads.map(({ upload, standing }) => (
              <tr key={upload.id}>
                <th scope="row">
                  <Link href={`/admin/upload/${upload.id}`} prefetch={false}>
                    {upload.fileName}
                  </Link>
                  <p className="remark">{upload.byteSize.toLocaleString("en-GB")} bytes</p>
                </th>
                <td data-label="By:">
                  {upload.author}
                  <p className="remark nowrap">{formatInstant(new Date(upload.createdAt))}</p>
                </td>
                <td data-label="Where it stands:">{STANDING_WORDS[standing.kind]}</td>
                <td>
                  <details>
                    <summary className="button">
                      Discard<span className="visually-hidden"> {upload.fileName}</span>…
                    </summary>
                    <SubmitButton name="upload" value={upload.id} isLead={false}>
                      Discard<span className="visually-hidden"> {upload.fileName}</span> for good
                    </SubmitButton>
                  </details>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </ActionForm>
  );
}

const STANDING_WORDS: Readonly<Record<Standing["kind"], string>> = {
  unchecked: "its columns are to be confirmed",
  working: "being checked",
  interrupted: "its check ended before it was done",
  checked: "checked, to be looked over and committed",
  committed: "committed",
  discarded: "discarded",
};
