import type { Metadata } from "next";
import Link from "next/link";
import { facetsOf, SeriesSearch, searchSeries } from "../../lib/api/series-search.ts";
import { PageHead } from "../_components/ui/page-head.tsx";
import { listSeries } from "../_data/series.ts";
import { SearchForm } from "./_components/search-form.tsx";
import { SeriesTable } from "./_components/series-table.tsx";
import "./series.css";

export const metadata: Metadata = { title: "Series" };

/** All public series, searched by words or code and narrowed by facets. */
export default async function SeriesListPage({
  searchParams,
}: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [all, search] = [await listSeries(), SeriesSearch.parse(await searchParams)];
  const found = searchSeries(all, search);
  return (
    <>
      <PageHead title="Series">
        Every number on this site belongs to a series with a unit, a source and the day it became known.
      </PageHead>
      <SearchForm search={search} facets={facetsOf(all, search)} />
      <p className="result-count" role="status">
        {found.length === all.length ? `${all.length} series` : `${found.length} of ${all.length} series`}
      </p>
      {found.length > 0 ? <SeriesTable series={found} /> : <NothingFound total={all.length} />}
    </>
  );
}

function NothingFound({ total }: { readonly total: number }) {
  if (total === 0) {
    return (
      <p className="notice">No series is stored yet. The starter catalogue brings them when it is loaded.</p>
    );
  }
  return (
    <p className="notice">
      <b>No series has all of these.</b> Fewer words or a wider choice may find it, or{" "}
      <Link href="/series" prefetch={false}>
        show all {total}
      </Link>
      .
    </p>
  );
}
