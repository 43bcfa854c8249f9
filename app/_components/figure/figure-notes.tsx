import Link from "next/link";
import type { FigureModel, SourceNote } from "../../../lib/figures/model.ts";
import { formatPeriod } from "../../../lib/numbers/format-period.ts";
import { SourceLink } from "../ui/source-link.tsx";

/** More sources than this fold away, so that the notes stay shorter than the plot. */
const OPEN_SOURCES = 2;

/** What a reader needs to judge the numbers: doubts, freshness, and each series with its source and licence. */
export function FigureNotes({ model }: { readonly model: FigureModel }) {
  const publishers = [...new Set(model.sources.map((source) => source.publisher))];
  const list = (
    <ul className="figure-sources">
      {model.sources.map((source) => (
        <SourceItem key={source.code} source={source} />
      ))}
    </ul>
  );
  return (
    <div className="figure-notes">
      <p>
        {model.footnotes.map((footnote) => `${footnote} `)}
        <FreshnessWords model={model} /> As of {formatPeriod(model.asOf)}.
      </p>
      {model.sources.length > OPEN_SOURCES ? (
        <details>
          <summary>
            <b>Sources:</b> {publishers.join("; ")}. {model.sources.length} series
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

function SourceItem({ source }: { readonly source: SourceNote }) {
  const { code, title, publisher, dataset, url, unit, frequency, vintage, licence, redistributable } = source;
  const facts = [unit, frequency, vintage && `as published ${formatPeriod(vintage)}`, licence].filter(
    Boolean,
  );
  return (
    <li>
      <b>Source:</b> {publisher}, <SourceLink title={dataset} url={url} />. {facts.join(" · ")}.{" "}
      {!redistributable && "Drawn here, not offered for download. "}
      <Link href={`/series/${code}`} prefetch={false} aria-label={`Series: ${title}`}>
        {code}
      </Link>
    </li>
  );
}

function sentence(text: string): string {
  const capital = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
