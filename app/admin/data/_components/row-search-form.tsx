import Link from "next/link";
import type { EditedTable } from "../../../../lib/editing/edited-table.ts";
import type { RowSearch } from "../../../../lib/editing/row-list.ts";

/** Words to find rows by, as a plain form, so that a search is an address and works without script. */
export function RowSearchForm({
  table,
  search,
}: {
  readonly table: EditedTable;
  readonly search: RowSearch;
}) {
  const here = `/admin/data/${table}`;
  return (
    <search>
      <form className="filter-form" action={here} method="get">
        <label className="words">
          <span>Words or code</span>
          <input className="field" type="search" name="q" defaultValue={search.q} />
        </label>
        {table === "series" && (
          <label>
            <span>Show</span>
            <select className="field" name="show" defaultValue={search.show}>
              <option value="">in use</option>
              <option value="retired">retired</option>
            </select>
          </label>
        )}
        <div className="actions">
          <button className="button lead" type="submit">
            Search
          </button>
          <Link className="button" href={here} prefetch={false}>
            Clear
          </Link>
        </div>
      </form>
    </search>
  );
}
