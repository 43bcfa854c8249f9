import { ROW_PREFIX } from "../../../../lib/editing/contracts.ts";
import type { EditedTable } from "../../../../lib/editing/edited-table.ts";
import type { RowTexts } from "../../../../lib/editing/row-texts.ts";
import { type References, RowFields } from "../../../_components/editing/row-fields.tsx";
import { ActionForm } from "../../../_components/ui/action-form.tsx";
import { KeptValue } from "../../../_components/ui/kept-value.tsx";
import { SubmitButton } from "../../../_components/ui/submit-button.tsx";
import { TextField } from "../../../_components/ui/text-field.tsx";
import type { FormAction } from "../../../_data/guarded-action.ts";

interface RowFormProps {
  readonly action: FormAction;
  readonly table: EditedTable;
  readonly label: string;
  readonly texts?: RowTexts;
  readonly references: References;
  readonly isNew: boolean;
  /** The newest revision when the row was looked at. */
  readonly base: number;
}

/** The form of one row, with why it changes; it can say what saving would change before it is saved. */
export function RowForm({ action, table, label, texts, references, isNew, base }: RowFormProps) {
  return (
    <ActionForm action={action} label={label} className="row-form">
      <input type="hidden" name="table" value={table} />
      <input type="hidden" name="isNew" value={String(isNew)} />
      <KeptValue name="base" value={String(base)} />
      <RowFields
        table={table}
        references={references}
        isNew={isNew}
        prefix={ROW_PREFIX}
        {...(texts !== undefined && { texts })}
      />
      <div className="why">
        <TextField name="why" label="Why" hint="In a sentence, for whoever reads the revision later." />
      </div>
      <div className="row-form-acts">
        <SubmitButton name="step" value="save">
          {isNew ? "Add it" : "Save"}
        </SubmitButton>
        <SubmitButton name="step" value="check" isLead={false}>
          See what would change
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
