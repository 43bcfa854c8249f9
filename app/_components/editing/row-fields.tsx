import type { EditedTable } from "../../../lib/editing/edited-table.ts";
import { type Field, formFields, type Option } from "../../../lib/editing/fields.ts";
import type { RowTexts } from "../../../lib/editing/row-texts.ts";
import { LongTextField } from "../ui/long-text-field.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import "./row-fields.css";

/** The rows that others may refer to, by table: each with its key and what it is called. */
export type References = Readonly<Record<NonNullable<Field["refersTo"]>, readonly Option[]>>;

interface RowFieldsProps {
  readonly table: EditedTable;
  /** What the fields hold at first; a new row may have some already. */
  readonly texts?: RowTexts;
  readonly references: References;
  /** A row that is stored keeps its key. */
  readonly isNew: boolean;
  /** Stands before the name of each field, for several rows in one form: `series.0.`. */
  readonly prefix?: string;
}

/**
 * The fields of one row, in groups, within a form; `readTexts` reads what is typed into them. A choice that must be
 * made begins with nothing chosen.
 */
export function RowFields({ table, texts = {}, references, isNew, prefix = "" }: RowFieldsProps) {
  return groupsOf(formFields(table)).map(({ heading, fields }) => (
    <fieldset key={heading ?? ""} className="row-fields">
      {heading !== undefined && <legend>{heading}</legend>}
      {fields.map((field) => (
        <RowField
          key={field.name}
          field={field}
          name={`${prefix}${field.name}`}
          initial={texts[field.name] ?? ""}
          references={references}
          isFixed={field.isKey && !isNew}
        />
      ))}
    </fieldset>
  ));
}

function RowField({
  field,
  name,
  initial,
  references,
  isFixed,
}: {
  readonly field: Field;
  readonly name: string;
  readonly initial: string;
  readonly references: References;
  readonly isFixed: boolean;
}) {
  const { label, help, kind, isRequired, isCode, refersTo } = field;
  const common = { name, label: isRequired ? label : `${label} (optional)`, hint: help, initial };
  if (refersTo !== undefined || kind === "choice") {
    const options = refersTo === undefined ? field.options : references[refersTo];
    return <SelectField {...common} label={label} options={choicesOf(options, field, initial)} />;
  }
  if (kind === "long-text") {
    return <LongTextField {...common} isRequired={isRequired} isCode={isCode} rows={isCode ? 24 : 4} />;
  }
  return (
    <TextField
      {...common}
      hint={isFixed ? "It stays as it is." : help}
      type={kind === "day" ? "date" : "text"}
      isRequired={isRequired}
      isReadOnly={isFixed}
      isCode={isCode}
      inputMode={kind === "number" ? "decimal" : undefined}
    />
  );
}

/** What may be chosen, with what is chosen now though it may be so no more, and with nothing where that is allowed. */
function choicesOf(options: readonly Option[], { isRequired, refersTo }: Field, initial: string): Option[] {
  const isOffered = (value: string) => options.some((option) => option.value === value);
  const nothing = { value: "", label: isRequired ? "Choose…" : "none" };
  const held = initial === "" || isOffered(initial) ? [] : [{ value: initial, label: initial }];
  const needsNothing = !isOffered("") && (refersTo !== undefined ? true : isRequired && initial === "");
  return [...(needsNothing ? [nothing] : []), ...held, ...options];
}

interface Group {
  readonly heading: string | undefined;
  readonly fields: Field[];
}

function groupsOf(fields: readonly Field[]): readonly Group[] {
  const groups: Group[] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (last === undefined || field.opens !== undefined)
      groups.push({ heading: field.opens, fields: [field] });
    else last.fields.push(field);
  }
  return groups;
}
