import Link from "next/link";
import type { ReactNode } from "react";
import { address } from "../../../../lib/api/address.ts";
import { formatPeriod } from "../../../../lib/numbers/format-period.ts";
import { frequencyWords } from "../../../../lib/periods/frequency.ts";
import { monthWords } from "../../../../lib/periods/month-words.ts";
import { placeWords, sectorWords } from "../../../../lib/series/place-words.ts";
import { CALENDAR_YEAR_ENDS } from "../../../../lib/series/series.ts";
import { SourceLink } from "../../../_components/ui/source-link.tsx";
import type { SeriesPageView } from "../../../_data/series-page.ts";

const MEASURE_WORDS = {
  flow: "flow: counted over each period",
  stock: "stock: as it stands at one moment",
  ratio: "ratio",
  count: "count",
  index: "index",
  price: "price",
} as const;

interface AboutSeriesProps {
  readonly page: SeriesPageView;
  /** The day that the page looks back to; its links keep it. */
  readonly asOf: string | undefined;
}

/** What the series is, where it comes from, and what may be done with it. */
export function AboutSeries({ page, asOf }: AboutSeriesProps) {
  const { summary, vintages, sources } = page;
  const { withheldBy } = summary;
  return (
    <section className="aside-section">
      <h2>About this series</h2>
      <dl className="facts-list">
        <Fact name="Measure">{MEASURE_WORDS[summary.measure]}</Fact>
        <Fact name="Unit">{summary.unit}</Fact>
        <Fact name="Frequency">{frequencyWords(summary.frequency).adjective}</Fact>
        {summary.yearEnds !== CALENDAR_YEAR_ENDS && (
          <Fact name="Year">ends in {monthWords(summary.yearEnds)}</Fact>
        )}
        <Fact name="Place">{placeWords(summary.geography)}</Fact>
        <Fact name="Sector">{sectorWords(summary.sector)}</Fact>
        <Fact name="Counted by">{summary.universe}</Fact>
        <Fact name="Seasonal">
          {SEASONAL_WORDS[summary.seasonalAdjustment] ?? summary.seasonalAdjustment}
        </Fact>
        <Fact name="Range">
          {summary.firstPeriod === null || summary.lastPeriod === null
            ? "no values"
            : `${formatPeriod(summary.firstPeriod)} to ${formatPeriod(summary.lastPeriod)}`}
        </Fact>
        <Fact name="Vintages">
          {vintages.months.length === 0
            ? "none"
            : `${vintages.months.length} ${vintages.months.length === 1 ? "month" : "months"} of publication`}
        </Fact>
        <Fact name="Stale after">
          {summary.staleAfterDays === null
            ? "never: history that does not change"
            : `${summary.staleAfterDays} days`}
          {page.daysStale !== null && (
            <>
              {" "}
              <span className="tag hollow">stale {page.daysStale} days</span>
            </>
          )}
        </Fact>
        <Fact name={sources.length === 1 ? "Source" : "Sources"}>
          <SourceList sources={sources} />
        </Fact>
        <Fact name="Licence">{[...new Set(sources.map(({ licence }) => licence))].join("; ")}</Fact>
        <Fact name="As of">{formatPeriod(page.asOf)}</Fact>
        {page.usedBy.length > 0 && (
          <Fact name="Used by">
            {page.usedBy.map(({ name, title }) => (
              <p key={name}>
                <Link href={address("/", { asOf }, `figure-${name}`)} prefetch={false}>
                  {title}
                </Link>
              </p>
            ))}
          </Fact>
        )}
      </dl>
      {withheldBy === null ? (
        <p className="download">
          <a className="button" href={address(`/api/v1/series/${summary.code}`, { asOf })}>
            Values as JSON
          </a>
        </p>
      ) : (
        <p className="remark download">
          <b>Drawn, not downloaded.</b> {withheldBy.publisher} does not allow its values to be passed on, so
          the API answers 403 with this reason. Single figures may be cited with their source.
        </p>
      )}
    </section>
  );
}

/** The sources of the values that stand: the first few, the others folded away. */
function SourceList({ sources }: { readonly sources: SeriesPageView["sources"] }) {
  const items = sources.map(({ key, publisher, title, url }) => (
    <p key={key}>
      <SourceLink title={`${publisher}, ${title}`} url={url} />
    </p>
  ));
  const folded = items.slice(OPEN_SOURCES);
  return (
    <>
      {items.slice(0, OPEN_SOURCES)}
      {folded.length > 0 && (
        <details>
          <summary>and {folded.length} more</summary>
          {folded}
        </details>
      )}
    </>
  );
}

/** Sources named before the reader unfolds the others. */
const OPEN_SOURCES = 3;

const SEASONAL_WORDS: Readonly<Record<string, string>> = {
  NSA: "not adjusted",
  SA: "adjusted",
  SAAR: "adjusted, at an annual rate",
};

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
