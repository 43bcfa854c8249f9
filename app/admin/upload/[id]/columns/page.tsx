import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { invariant } from "../../../../../lib/invariant.ts";
import { meansSeries } from "../../../../../lib/uploads/map/choose-columns.ts";
import { openStep } from "../../../../_data/uploads/open-step.ts";
import { propose, withProposal } from "../../../../_data/uploads/propose.ts";
import { chooseColumns, removeSeries } from "../../actions.ts";
import { BroughtSeries } from "../_components/brought-series.tsx";
import { ColumnsForm } from "../_components/columns-form.tsx";
import { StepHead } from "../_components/step-head.tsx";
import "../../upload.css";

export const metadata: Metadata = { title: "Upload: what the columns mean" };

/** What each column means: proposed with what that rests on, to be confirmed or changed. */
export default async function ColumnsStepPage({
  params,
}: {
  readonly params: Promise<{ readonly id: string }>;
}) {
  const { id } = await params;
  const view = await openStep(id, "columns");
  const proposed = await propose(view.upload, view.settings);
  if (!proposed.ok) redirect(`/admin/upload/${id}/file`);
  if (proposed.value === null) {
    return (
      <>
        <StepHead view={view} here="columns" />
        <p className="notice">A data package says itself what its columns mean.</p>
        <Link className="button lead" href={`/admin/upload/${id}/check`} prefetch={false}>
          Go on to the check
        </Link>
      </>
    );
  }
  const settings = withProposal(view.settings, proposed.value);
  const { layout, unknownSeries } = proposed.value.proposal;
  const unknown = unknownSeries.filter(({ name }) => !meansSeries(settings.mapping, name)).length;
  invariant(layout, "a proposal says what its layout rests on");
  return (
    <>
      <StepHead view={view} here="columns" />
      <p className="upload-sum">
        {layout.value === null ? (
          <>What the columns mean could not be told: {layout.because}. Say it here.</>
        ) : (
          <>
            It seems to be {LAYOUT_WORDS[layout.value]}: {layout.because}. <b>Confirm it</b>, or say what is
            meant.
          </>
        )}
      </p>
      {unknown > 0 && (
        <p className="notice">
          {unknown === 1 ? "One series of the file is" : `${unknown} series of the file are`} not known by
          that name. Say below which one is meant, or add it.
        </p>
      )}
      <ColumnsForm view={{ ...view, settings }} proposed={proposed.value} action={chooseColumns} />
      <BroughtSeries upload={id} brings={settings.brings} remove={removeSeries} />
    </>
  );
}

const LAYOUT_WORDS = {
  long: "a long table, a row a value",
  "one-series": "a table of one series",
  "series-across": "a table with a column for each series",
  "periods-across": "a table with a column for each period",
} as const;
