import Link from "next/link";
import { Fragment } from "react";
import { address } from "../../../lib/api/address.ts";
import type { FigureModel, SourceNote } from "../../../lib/figures/model.ts";
import { formatPeriod } from "../../../lib/numbers/format-period.ts";
import { SourceLink } from "../ui/source-link.tsx";

/** More sources than this fold away, so that the notes stay shorter than the plot. */
const OPEN_SOURCES = 2;

/** Publishers named before the sources are unfolded. */
const NAMED_PUBLISHERS = 3;

interface FigureNotesProps {
  readonly model: FigureModel;
  /** The day that the page looks back to; its links keep it. */
  readonly asOf: string | undefined;
}

/** What a reader needs to judge the numbers: doubts, freshness, and each source of the values with its licence. */
export function FigureNotes({ model, asOf }: FigureNotesProps) {
  const list = (
    <ul className="figure-sources">
      {model.sources.map((source) => (
        <SourceItem key={source.key} source={source} asOf={asOf} />
      ))}
    </ul>
  );
  return (
    <div className="figure-notes">
      <p>
        {model.footnotes.map((footnote) => `${footnote} `)}
        <FreshnessWords model={model} /> As of <span className="nowrap">{formatPeriod(model.asOf)}</span>.
      </p>
      {model.sources.length > OPEN_SOURCES ? (
        <details>
          <summary>
            <b>Sources:</b> {publishersOf(model.sources)}
          </summary>
          {list}
        </details>
      ) : (
        list
      )}
    </div>
  );
}

function FreshnessWords({ model }: { readonly model: FigureModel }) {
  const { isStale, text } = model.freshness;
  if (text === "") return null;
  return isStale ? <span className="stale-words">{sentence(text)}</span> : sentence(text);
}

/** `A; B; C and 4 more`. */
function publishersOf(sources: readonly SourceNote[]): string {
  const publishers = [...new Set(sources.map(({ publisher }) => publisher))];
  const more = publishers.length - NAMED_PUBLISHERS;
  const named = publishers.slice(0, NAMED_PUBLISHERS).join("; ");
  return more > 0 ? `${named} and ${more} more` : named;
}

function SourceItem({ source, asOf }: { readonly source: SourceNote; readonly asOf: string | undefined }) {
  const { publisher, dataset, url, vintage, licence, series } = source;
  const isWithheld = series.some(({ withheldBy }) => withheldBy !== null);
  return (
    <li>
      <b>Source:</b> {publisher}, <SourceLink title={dataset} url={url} />. As published{" "}
      {formatPeriod(vintage)} · {licence}. {isWithheld && "Drawn here, not offered for download. "}
      {series.map(({ code, title, unit, frequency }, index) => (
        <Fragment key={code}>
          {index > 0 && "; "}
          <Link href={address(`/series/${code}`, { asOf })} prefetch={false} aria-label={`Series: ${title}`}>
            {code}
          </Link>{" "}
          ({unit}, {frequency})
        </Fragment>
      ))}
    </li>
  );
}

function sentence(text: string): string {
  const capital = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
