import type { Metadata } from "next";
import Link from "next/link";
import { EDITED_TABLES } from "../../../lib/editing/edited-table.ts";
import { TABLE_WORDS } from "../../../lib/editing/words.ts";
import { PageHead } from "../../_components/ui/page-head.tsx";
import { admit } from "../../_data/access.ts";
import { countRows } from "../../_data/editing.ts";
import "./data.css";

export const metadata: Metadata = { title: "Data" };

/** The tables that are edited by hand. */
export default async function DataPage() {
  await admit("edit", "/admin/data");
  const counts = await countRows();
  return (
    <>
      <PageHead title="Data">
        What the numbers are, where they come from, and what is drawn beside them. Every change is a revision
        with a reason, and can be taken back.
      </PageHead>
      <ul className="table-list">
        {EDITED_TABLES.map((table) => (
          <li key={table}>
            <h2>
              <Link href={`/admin/data/${table}`} prefetch={false}>
                {TABLE_WORDS[table].title}
              </Link>{" "}
              <span className="count">{counts[table]}</span>
            </h2>
            <p>{TABLE_WORDS[table].purpose}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
