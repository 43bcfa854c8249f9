import { formatPeriod } from "../../../../lib/numbers/format-period.ts";
import type { TouchedBy } from "../../../_data/series-page.ts";
import { RevisionNumber } from "./revision-number.tsx";

/** The commits that stored rows of this series, newest first. */
export function RevisionList({
  revisions,
  linksRevisions,
}: {
  readonly revisions: readonly TouchedBy[];
  /** Whether the reader may open the receipt of a revision. */
  readonly linksRevisions: boolean;
}) {
  if (revisions.length === 0) return null;
  return (
    <section className="aside-section">
      <h2>Revisions that touched it</h2>
      <ol className="revision-list">
        {revisions.map(({ number, day, message, rows }) => (
          <li key={number}>
            <time dateTime={day}>{formatPeriod(day)}</time>
            <span>
              {message}: {rows} {rows === 1 ? "row" : "rows"},{" "}
              <RevisionNumber number={number} isLink={linksRevisions} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
