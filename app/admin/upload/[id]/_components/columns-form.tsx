import { STATUSES } from "../../../../../lib/series/series.ts";
import { DATE_ORDERS } from "../../../../../lib/uploads/settings.ts";
import { ActionForm } from "../../../../_components/ui/action-form.tsx";
import { SelectField } from "../../../../_components/ui/select-field.tsx";
import { SubmitButton } from "../../../../_components/ui/submit-button.tsx";
import { TextField } from "../../../../_components/ui/text-field.tsx";
import type { FormAction } from "../../../../_data/guarded-action.ts";
import type { Proposed } from "../../../../_data/uploads/propose.ts";
import type { UploadView } from "../../../../_data/uploads/review.ts";
import { ColumnTable } from "./column-table.tsx";
import { UnknownSeries } from "./unknown-series.tsx";

const ORDER_WORDS = { dmy: "day, month, year", mdy: "month, day, year", ymd: "year, month, day" } as const;

/** The choices for every column, and those for the whole file. */
export function ColumnsForm({
  view: { upload, settings },
  proposed,
  action,
}: {
  readonly view: UploadView;
  readonly proposed: Proposed;
  readonly action: FormAction;
}) {
  const { mapping, defaults } = settings;
  const { dateOrder } = proposed.reading.survey;
  const dates = mapping?.dates;
  return (
    <ActionForm action={action} label="What the columns mean" className="columns-form">
      <input type="hidden" name="upload" value={upload.id} />
      {/* Enter in a field presses the first button, which is not to be one that adds a series. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <ColumnTable settings={settings} proposed={proposed} />
      <UnknownSeries settings={settings} proposed={proposed} />
      <div className="columns-choices">
        <fieldset>
          <legend>What holds for every row</legend>
          <TextField
            name="vintage"
            type="date"
            label="Known since"
            hint="The day on which the publisher made these values known. A column with such days goes before it."
            initial={defaults.vintage ?? (mapping?.vintage ? "" : proposed.ground.today)}
            isRequired={false}
          />
          <SelectField
            name="source"
            label="Source"
            initial={defaults.source ?? ""}
            options={[
              { value: "", label: "that of each series" },
              ...proposed.ground.storedSources.map(({ key, publisher, title }) => ({
                value: key,
                label: `${publisher}: ${title}`,
              })),
            ]}
          />
          <SelectField
            name="status"
            label="Status"
            initial={defaults.status}
            options={STATUSES.map((status) => ({ value: status, label: status }))}
          />
        </fieldset>
        <fieldset>
          <legend>How amounts and dates are meant</legend>
          <TextField
            name="currency"
            label="Currency"
            hint="Three letters, such as USD. Empty: that of each series."
            initial={mapping?.values.currency ?? ""}
            isRequired={false}
          />
          <SelectField
            name="order"
            label="Order of dates such as 03/04/25"
            hint={`${dateOrder.because}.`}
            initial={dates?.order ?? ""}
            options={[
              { value: "", label: "not decided: such dates are errors" },
              ...DATE_ORDERS.map((order) => ({ value: order, label: ORDER_WORDS[order] })),
            ]}
          />
          <SelectField
            name="dayInPeriod"
            label="A day stands for its month, quarter or year"
            initial={dates?.dayInPeriod ?? "first-or-last"}
            options={[
              { value: "first-or-last", label: "when it is its first or last day" },
              { value: "any", label: "whichever day it is" },
            ]}
          />
          <SelectField
            name="serials"
            label="Bare day numbers such as 45473"
            initial={dates?.serials ?? ""}
            options={[
              { value: "", label: "are errors" },
              { value: "1900", label: "are counted from 1900" },
              { value: "1904", label: "are counted from 1904" },
            ]}
          />
        </fieldset>
      </div>
      <SubmitButton>Check every cell</SubmitButton>
    </ActionForm>
  );
}
