import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { editedTableOf } from "../../../../lib/editing/edited-table.ts";
import { RowSearch, rowQuery } from "../../../../lib/editing/row-list.ts";
import { TABLE_WORDS } from "../../../../lib/editing/words.ts";
import { PageHead } from "../../../_components/ui/page-head.tsx";
import { admit } from "../../../_data/access.ts";
import { listRows } from "../../../_data/editing.ts";
import { Pages } from "../_components/pages.tsx";
import { RowSearchForm } from "../_components/row-search-form.tsx";
import { RowTable } from "../_components/row-table.tsx";
import { DATA_TRAIL } from "../_components/trail.ts";
import "../data.css";

interface Props {
  readonly params: Promise<{ table: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const table = editedTableOf((await params).table);
  return table ? { title: `Edit ${TABLE_WORDS[table].title.toLowerCase()}` } : {};
}

/** The rows of one table, found by words, each leading to its form. */
export default async function RowListPage({ params, searchParams }: Props) {
  const table = editedTableOf((await params).table);
  if (table === null) notFound();
  const search = RowSearch.parse(await searchParams);
  await admit("edit", `/admin/data/${table}${rowQuery(search)}`);
  const page = await listRows(table, search);
  const { title, singular, purpose } = TABLE_WORDS[table];
  return (
    <>
      <PageHead title={title} trail={DATA_TRAIL}>
        {purpose}
      </PageHead>
      <p className="list-acts">
        <Link className="button lead" href={`/admin/data/${table}/new`} prefetch={false}>
          Add {/^[aeiou]/.test(singular) ? "an" : "a"} {singular}
        </Link>
      </p>
      <RowSearchForm table={table} search={search} />
      <p className="result-count" role="status">
        {page.found === 1 ? `1 ${singular}` : `${page.found} ${title.toLowerCase()}`}
        {search.show === "retired" && ", retired"}
        {page.pages > 1 && `, page ${page.page} of ${page.pages}`}
      </p>
      {page.rows.length > 0 ? (
        <RowTable table={table} rows={page.rows} />
      ) : (
        <p className="notice">
          <b>
            {search.show === "retired" && search.q === ""
              ? "No series is retired."
              : "None has all of these words."}
          </b>
        </p>
      )}
      <Pages table={table} search={search} page={page.page} pages={page.pages} />
    </>
  );
}
