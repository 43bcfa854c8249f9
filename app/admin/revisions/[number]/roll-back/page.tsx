import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { address } from "../../../../../lib/api/address.ts";
import { formatInstant } from "../../../../../lib/numbers/format-instant.ts";
import { RevisionNumber, RollBackSearch } from "../../../../../lib/revisions/revision-search.ts";
import { PageHead } from "../../../../_components/ui/page-head.tsx";
import { admit } from "../../../../_data/access.ts";
import type { PageSearch } from "../../../../_data/as-of.ts";
import { loadRollBack } from "../../../../_data/roll-back.ts";
import "../../revisions.css";
import { planSentence } from "./_components/plan-sentence.ts";
import { PlannedRows } from "./_components/planned-rows.tsx";
import { PlannedSeries } from "./_components/planned-series.tsx";
import { PlannedValues } from "./_components/planned-values.tsx";
import { RollBackForm } from "./_components/roll-back-form.tsx";
import { rollBack } from "./actions.ts";

interface Props {
  readonly params: Promise<{ number: string }>;
  readonly searchParams: PageSearch;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Roll back revision ${(await params).number}` };
}

/** The dry run of a roll-back: what would be restored, what would be left alone, and the button that does it. */
export default async function RollBackPage({ params, searchParams }: Props) {
  const number = RevisionNumber.safeParse((await params).number);
  if (!number.success) notFound();
  const search = RollBackSearch.parse(await searchParams);
  const path = `/admin/revisions/${number.data}/roll-back`;
  const series = search.series || undefined;
  await admit("roll-back", address(path, { series }));
  const plan = await loadRollBack(number.data, search);
  if (plan === null) notFound();
  const { revision, onlySeries } = plan;
  const what =
    onlySeries === null ? `revision ${revision.number}` : `${onlySeries} of revision ${revision.number}`;
  const at = (places: { restored?: number; left?: number }, fragment: string) =>
    address(path, { series, restored: places.restored?.toString(), left: places.left?.toString() }, fragment);
  return (
    <>
      <PageHead
        title={`Roll back ${what}`}
        here="Roll back"
        trail={[
          { href: "/", label: "Dashboard" },
          { href: "/admin/revisions", label: "Revisions" },
          { href: `/admin/revisions/${revision.number}`, label: `Revision ${revision.number}` },
        ]}
      >
        {planSentence({ ...plan, rows: plan.rows.length, keptRows: plan.keptRows.length })}
      </PageHead>
      <div className="two-columns">
        <div>
          <PlannedSeries plan={plan} />
          <PlannedValues
            which="restored"
            values={plan.restored}
            href={(from) => at({ restored: from, left: search.left }, "restored")}
          />
          <PlannedValues
            which="left-alone"
            values={plan.leftAlone}
            href={(from) => at({ restored: search.restored, left: from }, "left-alone")}
          />
          <PlannedRows rows={plan.rows} kept={plan.keptRows} />
        </div>
        <aside className="revision-aside" aria-label="Roll it back">
          <section>
            <h2>The revision</h2>
            <p>
              “{revision.message}”, committed by {revision.author} on {formatInstant(revision.at)}.
            </p>
          </section>
          <RollBackForm plan={plan} what={what} action={rollBack} />
        </aside>
      </div>
    </>
  );
}
