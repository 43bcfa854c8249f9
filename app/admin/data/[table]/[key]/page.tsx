import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { formAddress, publicAddress } from "../../../../../lib/editing/addresses.ts";
import { editedTableOf } from "../../../../../lib/editing/edited-table.ts";
import { rowTitle } from "../../../../../lib/editing/row-list.ts";
import type { RowTexts } from "../../../../../lib/editing/row-texts.ts";
import { TABLE_WORDS } from "../../../../../lib/editing/words.ts";
import { FigureSpec } from "../../../../../lib/figures/index.ts";
import { PageHead } from "../../../../_components/ui/page-head.tsx";
import { admit } from "../../../../_data/access.ts";
import { loadReferences, loadRow } from "../../../../_data/editing.ts";
import { loadFigure } from "../../../../_data/figures.ts";
import { FigureNow } from "../../_components/figure-now.tsx";
import { RowForm } from "../../_components/row-form.tsx";
import { Standing } from "../../_components/standing.tsx";
import { rowTrail } from "../../_components/trail.ts";
import { sendRow, sendStanding } from "../../actions.ts";
import "../../data.css";

interface Props {
  readonly params: Promise<{ table: string; key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Edit ${decodeURIComponent((await params).key)}` };
}

/** The form of one stored row, what uses it, and what may become of it. */
export default async function RowPage({ params }: Props) {
  const { table: word, key: encoded } = await params;
  const [table, key] = [editedTableOf(word), decodeURIComponent(encoded)];
  if (table === null) notFound();
  await admit("edit", formAddress(table, key));
  const row = await loadRow(table, key);
  if (row === null) notFound();
  const { references } = await loadReferences();
  const { texts, isRetired, users, base } = row;
  const label = `Edit the ${TABLE_WORDS[table].singular} ${key}`;
  return (
    <>
      <PageHead title={rowTitle(table, texts)} trail={rowTrail(table)} here={<code>{key}</code>}>
        {isRetired
          ? "Retired: it keeps its values and its code, and nobody sees it."
          : TABLE_WORDS[table].purpose}
      </PageHead>
      <SeeIt address={publicAddress(table, row)} />
      {!isRetired && (
        <RowForm
          action={sendRow}
          table={table}
          label={label}
          texts={texts}
          references={references}
          base={base}
          isNew={false}
        />
      )}
      {table === "figures" && <FigureNow model={await storedModel(texts)} />}
      <Standing action={sendStanding} table={table} rowKey={key} isRetired={isRetired} users={users} />
    </>
  );
}

function SeeIt({ address }: { readonly address: ReturnType<typeof publicAddress> }) {
  if (address === null) return null;
  return (
    <p className="list-acts">
      <Link className="button" href={address} prefetch={false}>
        See it as everyone does
      </Link>
    </p>
  );
}

/** The model of a saved figure; `null` if its specification is none. */
function storedModel({ name = "", spec = "" }: RowTexts) {
  const isReadable = FigureSpec.safeParse({ ...JSON.parse(spec), name }).success;
  return isReadable ? loadFigure(name) : null;
}
