import { ActionForm } from "../../../../_components/ui/action-form.tsx";
import { SelectField } from "../../../../_components/ui/select-field.tsx";
import { SubmitButton } from "../../../../_components/ui/submit-button.tsx";
import type { FormAction } from "../../../../_data/guarded-action.ts";
import type { UploadView } from "../../../../_data/uploads/review.ts";

/** What becomes of stored values of the touched series that the file has no row of. */
export function MissingForm({
  view: { upload, settings },
  missing,
  action,
}: {
  readonly view: UploadView;
  readonly missing: number;
  readonly action: FormAction;
}) {
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">Missing from the file</h2>
      <p className="section-intro">
        The store has {missing.toLocaleString("en-GB")} {missing === 1 ? "value" : "values"} of these series
        of which the file has no row.
      </p>
      <ActionForm action={action} label="Missing from the file" className="stacked-form">
        <input type="hidden" name="upload" value={upload.id} />
        <SelectField
          name="missingRows"
          label="What becomes of them"
          initial={settings.missingRows}
          options={[
            { value: "keep", label: "they are kept (recommended)" },
            { value: "withdraw", label: "they are withdrawn" },
          ]}
        />
        <SubmitButton isLead={false}>Work it out again</SubmitButton>
      </ActionForm>
    </section>
  );
}
