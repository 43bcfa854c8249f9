import Link from "next/link";
import { AUDIT_ACTIONS, AUDIT_WORDS } from "../../../../lib/auth/audit.ts";
import type { AuditSearch } from "../../../../lib/auth/audit-search.ts";
import type { Person } from "../../../../lib/auth/person.ts";

/** What to narrow the log by, as a plain form, so that a search is an address and works without script. */
export function AuditFilters({
  search,
  people,
}: {
  readonly search: AuditSearch;
  readonly people: readonly Person[];
}) {
  return (
    <search>
      <form className="filter-form" action="/admin/audit" method="get">
        <label>
          <span>Person</span>
          <select className="field" name="person" defaultValue={search.person}>
            <option value="">Anyone</option>
            {people.map(({ id, name, email }) => (
              <option key={id} value={id}>
                {name} ({email})
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>What they did</span>
          <select className="field" name="action" defaultValue={search.action}>
            <option value="">Anything</option>
            {AUDIT_ACTIONS.map((action) => (
              <option key={action} value={action}>
                {AUDIT_WORDS[action]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>From (UTC)</span>
          <input className="field" type="date" name="from" defaultValue={search.from} />
        </label>
        <label>
          <span>Up to (UTC)</span>
          <input className="field" type="date" name="to" defaultValue={search.to} />
        </label>
        <div className="actions">
          <button className="button lead" type="submit">
            Show
          </button>
          <Link className="button" href="/admin/audit" prefetch={false}>
            Clear
          </Link>
        </div>
      </form>
    </search>
  );
}
