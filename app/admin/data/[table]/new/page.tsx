import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { editedTableOf } from "../../../../../lib/editing/edited-table.ts";
import { TABLE_WORDS } from "../../../../../lib/editing/words.ts";
import { PageHead } from "../../../../_components/ui/page-head.tsx";
import { admit } from "../../../../_data/access.ts";
import { loadReferences } from "../../../../_data/editing.ts";
import { RowForm } from "../../_components/row-form.tsx";
import { rowTrail } from "../../_components/trail.ts";
import { sendRow } from "../../actions.ts";
import "../../data.css";

interface Props {
  readonly params: Promise<{ table: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const table = editedTableOf((await params).table);
  return table ? { title: `New ${TABLE_WORDS[table].singular}` } : {};
}

/** The form of a row that is not there yet. */
export default async function NewRowPage({ params }: Props) {
  const table = editedTableOf((await params).table);
  if (table === null) notFound();
  await admit("edit", `/admin/data/${table}/new`);
  const { base, references } = await loadReferences();
  const { singular, purpose } = TABLE_WORDS[table];
  return (
    <>
      <PageHead title={`New ${singular}`} trail={rowTrail(table)}>
        {purpose}
      </PageHead>
      <RowForm
        action={sendRow}
        table={table}
        label={`New ${singular}`}
        references={references}
        base={base}
        isNew
      />
    </>
  );
}
