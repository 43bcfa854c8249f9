import type { Metadata } from "next";
import { CALENDAR_YEAR_ENDS, SERIES_CODE } from "../../../../../lib/series/series.ts";
import { RowFields } from "../../../../_components/editing/row-fields.tsx";
import { ActionForm } from "../../../../_components/ui/action-form.tsx";
import { SubmitButton } from "../../../../_components/ui/submit-button.tsx";
import { uploadGround } from "../../../../_data/uploads/context.ts";
import { textsOfCells } from "../../../../_data/uploads/new-series.ts";
import { openStep } from "../../../../_data/uploads/open-step.ts";
import { addSeries } from "../../actions.ts";
import { StepHead } from "../_components/step-head.tsx";
import "../../upload.css";

export const metadata: Metadata = { title: "Upload: add a series" };

/** Describes a series that the store lacks and the file has; it is stored with the commit, and not before. */
export default async function NewSeriesPage({
  params,
  searchParams,
}: {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<{ readonly name?: string | string[]; readonly code?: string | string[] }>;
}) {
  const [{ id }, sent] = [await params, await searchParams];
  const view = await openStep(id, "columns");
  const name = [sent.name].flat()[0] ?? "";
  const { storedSources } = await uploadGround(view.settings);
  const sources = storedSources.map(({ key, publisher, title }) => ({
    value: key,
    label: `${publisher}: ${title}`,
  }));
  const held = view.settings.brings.series.find(({ code }) => code === [sent.code].flat()[0]);
  const texts = held
    ? textsOfCells(held)
    : {
        ...(SERIES_CODE.test(name) ? { code: name } : { title: name }),
        source: view.settings.defaults.source ?? "",
        rate: "period",
        visibility: "public",
        yearEnds: String(CALENDAR_YEAR_ENDS),
        seasonalAdjustment: "NSA",
      };
  return (
    <>
      <StepHead view={view} here="columns" />
      <p className="upload-sum">
        {name === "" ? "A new series" : <>A new series for “{name}”</>}. It is stored together with its
        values, by the same commit.
      </p>
      <ActionForm action={addSeries} label="Add a series" className="new-series">
        <input type="hidden" name="upload" value={id} />
        <input type="hidden" name="name" value={name} />
        <RowFields table="series" texts={texts} references={{ sources, eras: [], figures: [] }} isNew />
        <p className="table-acts">
          <SubmitButton>Add it to this upload</SubmitButton>
          <a className="button" href={`/admin/upload/${id}/columns`}>
            Back to the columns
          </a>
        </p>
      </ActionForm>
    </>
  );
}
