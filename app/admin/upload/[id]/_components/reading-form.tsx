import { DELIMITER_WORDS, DELIMITERS, ENCODINGS, QUOTES } from "../../../../../lib/uploads/read/dialect.ts";
import { ActionForm } from "../../../../_components/ui/action-form.tsx";
import { SelectField } from "../../../../_components/ui/select-field.tsx";
import { SubmitButton } from "../../../../_components/ui/submit-button.tsx";
import { TextField } from "../../../../_components/ui/text-field.tsx";
import type { FormAction } from "../../../../_data/guarded-action.ts";
import type { KeptReading } from "../../../../_data/uploads/kept-reading.ts";
import type { UploadView } from "../../../../_data/uploads/review.ts";

type TableReading = Extract<KeptReading, { kind: "table" }>;

const FOUND = { value: "", label: "as it is found" };

/** How the file is to be read where what was found is wrong. `reading`: `null` where it could not be read at all. */
export function ReadingForm({
  view: { upload, settings },
  reading,
  action,
}: {
  readonly view: UploadView;
  readonly reading: TableReading | null;
  readonly action: FormAction;
}) {
  const chosen = settings.reading;
  const isText = reading === null || reading.table.kind === "text";
  return (
    <ActionForm action={action} label="Read it otherwise" className="reading-form">
      <input type="hidden" name="upload" value={upload.id} />
      {isText && (
        <>
          <SelectField
            name="encoding"
            label="Encoding"
            initial={chosen.encoding ?? ""}
            options={[FOUND, ...ENCODINGS.map((value) => ({ value, label: value }))]}
          />
          <SelectField
            name="delimiter"
            label="Delimiter"
            initial={chosen.delimiter ?? ""}
            options={[FOUND, ...DELIMITERS.map((value) => ({ value, label: DELIMITER_WORDS[value] }))]}
          />
          <SelectField
            name="quote"
            label="Quotation mark"
            initial={chosen.quote ?? ""}
            options={[FOUND, ...QUOTES.map((value) => ({ value, label: value }))]}
          />
        </>
      )}
      {reading?.table.kind === "workbook" && (
        <SelectField
          name="sheet"
          label="Sheet"
          initial={chosen.sheet ?? ""}
          options={[
            FOUND,
            ...reading.table.sheets.map(({ name, state }) => ({
              value: name,
              label: state === "visible" ? name : `${name} (hidden)`,
            })),
          ]}
        />
      )}
      <TextField
        name="headerRow"
        label="Header begins in row"
        hint="Empty: as it is found. 0: the table has no header."
        initial={chosen.header === null ? "" : String(chosen.header.row)}
        isRequired={false}
      />
      <SelectField
        name="headerRows"
        label="Rows of the header"
        initial={String(chosen.header?.rows ?? reading?.survey.header.rows ?? 1)}
        options={["1", "2", "3"].map((value) => ({ value, label: value }))}
      />
      <SubmitButton isLead={false}>Read it again</SubmitButton>
    </ActionForm>
  );
}
