import Link from "next/link";
import type { Facet, FacetName, SeriesSearch } from "../../../lib/api/series-search.ts";

const LABELS: Readonly<Record<FacetName, string>> = {
  source: "Source",
  frequency: "Frequency",
  geography: "Place",
  sector: "Sector",
};

/** Words and facets as a plain form, so that a search is an address and works without script. */
export function SearchForm({
  search,
  facets,
}: {
  readonly search: SeriesSearch;
  readonly facets: readonly Facet[];
}) {
  return (
    <search>
      <form className="filter-form" action="/series" method="get">
        <label className="words">
          <span>Words or code</span>
          <input
            className="field"
            type="search"
            name="q"
            defaultValue={search.q}
            placeholder="venture, NASDAQ_M"
          />
        </label>
        {facets.map(({ name, values }) => (
          <label key={name}>
            <span>{LABELS[name]}</span>
            <select className="field" name={name} defaultValue={search[name]}>
              <option value="">Any</option>
              {values.map(({ value, label, count }) => (
                <option key={value} value={value}>
                  {label} ({count})
                </option>
              ))}
            </select>
          </label>
        ))}
        <div className="actions">
          <button className="button lead" type="submit">
            Search
          </button>
          <Link className="button" href="/series" prefetch={false}>
            Clear
          </Link>
        </div>
      </form>
    </search>
  );
}
