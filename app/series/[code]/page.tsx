import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { address } from "../../../lib/api/address.ts";
import { roleMay } from "../../../lib/auth/action.ts";
import { seriesFigureName } from "../../../lib/figures/series-figure.ts";
import { formatPeriod } from "../../../lib/numbers/format-period.ts";
import { Figure } from "../../_components/figure/figure.tsx";
import { Breadcrumbs } from "../../_components/ui/breadcrumbs.tsx";
import { LookingBack, NoSuchMoment } from "../../_components/ui/looking-back.tsx";
import { shownPerson } from "../../_data/actor.ts";
import { momentOf, type PageSearch, readPageAsOf } from "../../_data/as-of.ts";
import { loadFigure } from "../../_data/figures.ts";
import { findSeries } from "../../_data/series.ts";
import { loadSeriesPage, type SeriesPageView } from "../../_data/series-page.ts";
import { AboutSeries } from "./_components/about-series.tsx";
import { ClaimList } from "./_components/claim-list.tsx";
import { Observations } from "./_components/observations.tsx";
import { RevisionList } from "./_components/revision-list.tsx";
import { WhatWasKnownWhen } from "./_components/what-was-known-when.tsx";
import "./series-page.css";

interface Props {
  readonly params: Promise<{ code: string }>;
  readonly searchParams: PageSearch;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const series = await findSeries((await params).code);
  return series
    ? { title: series.title, description: `${series.title}: ${series.unit}, ${series.source.publisher}.` }
    : {};
}

/** One series: its newest value, its drawing, what was known when, and the citation of every value. */
export default async function SeriesPage({ params, searchParams }: Props) {
  const [{ code }, search] = await Promise.all([params, searchParams]);
  const asked = await readPageAsOf(searchParams);
  const page = await loadSeriesPage(code, asked.ok ? asked.value : {});
  if (page === null) notFound();
  if (!asked.ok) return <NoSuchMoment reason={asked.error} now={`/series/${code}`} />;
  const { asOf } = asked.value;
  const figure = await loadFigure(seriesFigureName(code), { asOf });
  const { summary } = page;
  const reader = await shownPerson();
  const linksRevisions = reader !== null && roleMay(reader.role, "roll-back");

  return (
    <>
      {asOf && <LookingBack to={await momentOf({ asOf })} now={`/series/${code}`} />}
      <div className="split-head">
        <div>
          <Breadcrumbs
            trail={[
              { href: address("/", { asOf }), label: "Dashboard" },
              { href: "/series", label: "Series" },
            ]}
            here={<code>{code}</code>}
          />
          <h1>{summary.title}</h1>
          {page.notes && <p className="lede">{page.notes}</p>}
        </div>
        <LatestValue page={page} />
      </div>
      <div className="two-columns">
        <div>
          {figure && <Figure model={figure} heading="h2" isWide {...(asOf !== undefined && { asOf })} />}
          <ClaimList claims={page.claims} />
          <WhatWasKnownWhen table={page.vintages} unit={summary.unit} />
          <Observations
            lines={page.ledger}
            unit={summary.unit}
            showsAll={search.rows === "all"}
            linksRevisions={linksRevisions}
            allHref={address(`/series/${code}`, { asOf, rows: "all" }, "observations")}
          />
        </div>
        <aside className="page-aside" aria-label="About this series">
          <AboutSeries page={page} asOf={asOf} />
          <RevisionList revisions={page.revisions} linksRevisions={linksRevisions} />
        </aside>
      </div>
    </>
  );
}

function LatestValue({ page }: { readonly page: SeriesPageView }) {
  const { latest, daysStale } = page;
  if (latest === null) {
    return (
      <div className="latest">
        <p>No value was known on {formatPeriod(page.asOf)}.</p>
      </div>
    );
  }
  const comparisons = [
    latest.onPrevious && `${latest.onPrevious} on the period before`,
    latest.onYear && `${latest.onYear} on a year earlier`,
  ].filter(Boolean);
  return (
    <div className="latest">
      <p>
        Latest, {formatPeriod(latest.period)}
        {latest.status !== "reported" && <>, {latest.status}</>}{" "}
        {daysStale !== null && <span className="tag hollow">stale {daysStale} days</span>}
      </p>
      <p className="value">
        {latest.text} <small>{latest.qualifier}</small>
      </p>
      {comparisons.length > 0 && <p>{comparisons.join("; ")}</p>}
    </div>
  );
}
