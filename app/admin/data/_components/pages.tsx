import Link from "next/link";
import type { EditedTable } from "../../../../lib/editing/edited-table.ts";
import { type RowSearch, rowQuery } from "../../../../lib/editing/row-list.ts";

/** Leads to the pages of a list before and after this one. */
export function Pages({
  table,
  search,
  page,
  pages,
}: {
  readonly table: EditedTable;
  readonly search: RowSearch;
  readonly page: number;
  readonly pages: number;
}) {
  if (pages === 1) return null;
  const to = (other: number) => `/admin/data/${table}${rowQuery({ ...search, page: other })}`;
  return (
    <nav className="table-acts" aria-label="Pages">
      {page > 1 && (
        <Link className="button" href={to(page - 1)} rel="prev" prefetch={false}>
          Page {page - 1}
        </Link>
      )}
      {page < pages && (
        <Link className="button" href={to(page + 1)} rel="next" prefetch={false}>
          Page {page + 1}
        </Link>
      )}
    </nav>
  );
}
