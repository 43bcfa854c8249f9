import type { FigureModel } from "../../../lib/figures/model.ts";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { drawingsOf } from "./drawings.ts";
import "./drawing.css";
import "./figure.css";
import { FigureNotes } from "./figure-notes.tsx";
import { LiveDrawing } from "./live-drawing.tsx";
import { LiveFigure } from "./live-figure.tsx";
import { Markup, piecePer } from "./markup.tsx";
import { tableHtml } from "./table-html.ts";

interface FigureProps {
  readonly model: FigureModel;
  /** Level of the title in the page's outline. */
  readonly heading?: "h2" | "h3";
  /** Whether the figure spans the page and is drawn for that width too. */
  readonly isWide?: boolean;
  /**
   * Where the interactive chart takes its model from: the figure's own address (`query`, at the page's `asOf`), or
   * the page itself (`page`), for a model that has no address.
   */
  readonly data?: "query" | "page";
  readonly asOf?: string;
  /** Set when the page's own title already says what the figure shows. */
  readonly withoutTitle?: boolean;
}

/**
 * A figure in its frame: takeaway title, what is measured, how the comparison is unlike, the plot, what is missing,
 * the table of the same numbers, and the notes. Complete without JavaScript.
 */
export function Figure(props: FigureProps) {
  const { model, heading: Heading = "h3", isWide = false, withoutTitle = false } = props;
  const titleId = `${model.name}-title`;
  return (
    <figure className="figure" aria-labelledby={titleId} id={`figure-${model.name}`}>
      <Heading
        id={titleId}
        className={withoutTitle ? "visually-hidden" : isWide ? "figure-title wide" : "figure-title"}
      >
        {model.title}
      </Heading>
      <p className="figure-subtitle">
        {model.subtitle} {model.freshness.isStale && <span className="tag hollow">stale</span>}
      </p>
      <Unlike sentences={model.unlike} />
      {model.empty === null ? <Plot {...props} /> : <EmptyPlot reason={model.empty} />}
      {model.missing.length > 0 && (
        <ul className="figure-missing">
          {model.missing.map(({ label, reason }) => (
            <li key={label}>
              <b>Not drawn: {label}.</b> {reason}
            </li>
          ))}
        </ul>
      )}
      <div className="figure-foot">
        <FigureNotes model={model} asOf={props.asOf} />
        {model.table.rows.length > 0 && <FigureTable model={model} />}
      </div>
    </figure>
  );
}

/** More ways of being unlike than this fold away; the first two are always in sight. */
const OPEN_SENTENCES = 2;

function Unlike({ sentences }: { readonly sentences: readonly string[] }) {
  const list = (some: readonly string[]) =>
    some.map((sentence) => (
      <p className="unlike" key={sentence}>
        <span>{sentence}</span>
      </p>
    ));
  const folded = sentences.slice(OPEN_SENTENCES);
  return (
    <>
      {list(sentences.slice(0, OPEN_SENTENCES))}
      {folded.length > 0 && (
        <details className="unlike-more">
          <summary>
            {folded.length} more {folded.length === 1 ? "way" : "ways"} in which these are unlike
          </summary>
          {list(folded)}
        </details>
      )}
    </>
  );
}

function Plot({ model, isWide = false, data = "query", asOf }: FigureProps) {
  const drawings = (
    <Markup className={isWide ? "drawings spans-page" : "drawings"} piece={drawingsOf(model, isWide)} />
  );
  return (
    <div className="figure-plot">
      {data === "page" ? (
        <LiveDrawing model={model} isWide={isWide}>
          {drawings}
        </LiveDrawing>
      ) : (
        <LiveFigure name={model.name} isWide={isWide} {...(asOf !== undefined && { asOf })}>
          {drawings}
        </LiveFigure>
      )}
    </div>
  );
}

function EmptyPlot({ reason }: { readonly reason: string }) {
  return (
    <div className="figure-blank">
      <p>
        <b>Nothing to draw</b>
        {reason}
      </p>
    </div>
  );
}

const tableOf = piecePer(tableHtml);

function FigureTable({ model }: { readonly model: FigureModel }) {
  return (
    <details className="figure-table">
      <summary>Table of these numbers</summary>
      <ScrollRegion label={`Table: ${model.title}`}>
        <Markup piece={tableOf(model.table)} />
      </ScrollRegion>
    </details>
  );
}
