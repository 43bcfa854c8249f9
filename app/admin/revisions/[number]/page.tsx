import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { address } from "../../../../lib/api/address.ts";
import { ReceiptSearch, RevisionNumber } from "../../../../lib/revisions/revision-search.ts";
import { ChangedRows } from "../../../_components/revisions/changed-rows.tsx";
import { PageHead } from "../../../_components/ui/page-head.tsx";
import { admit } from "../../../_data/access.ts";
import type { PageSearch } from "../../../_data/as-of.ts";
import { loadReceipt } from "../../../_data/receipt.ts";
import "../revisions.css";
import { AboutRevision } from "./_components/about-revision.tsx";
import { ChangedValues } from "./_components/changed-values.tsx";
import { TouchedSeries } from "./_components/touched-series.tsx";

interface Props {
  readonly params: Promise<{ number: string }>;
  readonly searchParams: PageSearch;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Revision ${(await params).number}` };
}

/** The receipt of a revision: what it changed, when, by whom and from which file, and the way to take it back. */
export default async function RevisionPage({ params, searchParams }: Props) {
  const number = RevisionNumber.safeParse((await params).number);
  if (!number.success) notFound();
  const search = ReceiptSearch.parse(await searchParams);
  const path = `/admin/revisions/${number.data}`;
  await admit("roll-back", address(path, { series: search.series || undefined }));
  const receipt = await loadReceipt(number.data, search);
  if (receipt === null) notFound();
  const { revision, sentence, effect, series, values, rows } = receipt;
  const rowsFrom = (from: number) => address(path, { rows: from === 0 ? undefined : String(from) }, "rows");
  return (
    <>
      <PageHead title={`Revision ${revision.number}`} trail={TRAIL}>
        {sentence} {effect}
      </PageHead>
      <div className="two-columns receipt">
        <AboutRevision receipt={receipt} />
        <div>
          <TouchedSeries revision={revision.number} series={series} />
          <ChangedValues
            revision={revision.number}
            values={values}
            series={series}
            only={receipt.onlySeries}
          />
          <ChangedRows
            title="Descriptions, events and figures it changed"
            deed="What it did"
            rows={rows}
            href={rowsFrom}
          />
        </div>
      </div>
    </>
  );
}

const TRAIL = [
  { href: "/", label: "Dashboard" },
  { href: "/admin/revisions", label: "Revisions" },
];
