import type { UploadSettings } from "../../../../../lib/uploads/settings.ts";
import { ActionForm } from "../../../../_components/ui/action-form.tsx";
import { SubmitButton } from "../../../../_components/ui/submit-button.tsx";
import type { FormAction } from "../../../../_data/guarded-action.ts";

/** The series that an upload adds, each to be described anew or taken out again. */
export function BroughtSeries({
  upload,
  brings,
  remove,
}: {
  readonly upload: string;
  readonly brings: UploadSettings["brings"];
  readonly remove: FormAction;
}) {
  if (brings.series.length === 0) return null;
  return (
    <section className="section" aria-labelledby="brought-series">
      <h2 id="brought-series">Series that this upload adds</h2>
      <ActionForm action={remove} label="Series that this upload adds">
        <input type="hidden" name="upload" value={upload} />
        <ul className="brought-series">
          {brings.series.map(({ code = "", title }) => (
            <li key={code}>
              <code>{code}</code> {title}{" "}
              <a className="button" href={`/admin/upload/${upload}/series?${new URLSearchParams({ code })}`}>
                Change<span className="visually-hidden"> {code}</span>
              </a>{" "}
              <SubmitButton name="code" value={code} isLead={false}>
                Take out<span className="visually-hidden"> {code}</span>
              </SubmitButton>
            </li>
          ))}
        </ul>
      </ActionForm>
    </section>
  );
}
