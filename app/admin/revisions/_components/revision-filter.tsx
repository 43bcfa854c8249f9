import Link from "next/link";
import { REVISION_KIND_WORDS, REVISION_KINDS } from "../../../../lib/revisions/revision.ts";
import type { RevisionSearch } from "../../../../lib/revisions/revision-search.ts";

/** What to narrow the list by, as a plain form, so that a choice is an address and works without script. */
export function RevisionFilter({ kind }: Pick<RevisionSearch, "kind">) {
  return (
    <search>
      <form className="filter-form few" action="/admin/revisions" method="get">
        <label>
          <span>Kind</span>
          <select className="field" name="kind" defaultValue={kind}>
            <option value="">Any</option>
            {REVISION_KINDS.map((each) => (
              <option key={each} value={each}>
                {REVISION_KIND_WORDS[each]}
              </option>
            ))}
          </select>
        </label>
        <div className="actions">
          <button className="button lead" type="submit">
            Show
          </button>
          <Link className="button" href="/admin/revisions" prefetch={false}>
            Clear
          </Link>
        </div>
      </form>
    </search>
  );
}
