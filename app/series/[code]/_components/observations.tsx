import Link from "next/link";
import { formatPeriod } from "../../../../lib/numbers/format-period.ts";
import type { LedgerLine } from "../../../../lib/vintages/ledger.ts";
import { formatDecimal } from "../../../_components/ui/decimal.ts";
import { NoteText } from "../../../_components/ui/note-text.tsx";
import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";
import { SourceLink } from "../../../_components/ui/source-link.tsx";
import { StatusTag } from "../../../_components/ui/status-tag.tsx";
import { TableHead } from "../../../_components/ui/table-head.tsx";
import type { CitedRow } from "../../../_data/series-page.ts";
import { RevisionNumber } from "./revision-number.tsx";

const COLUMNS = [
  { label: "Period" },
  { label: "Value", isNumber: true },
  { label: "First", isNumber: true },
  { label: "Status" },
  { label: "Cited from" },
  { label: "Known since" },
];

const COUNT = new Intl.NumberFormat("en-GB");

/** Lines shown before the reader asks for all of them. */
const FIRST_LINES = 60;

/** Every period with its value and where that is said, newest first; a gap is a line too. */
export function Observations({
  lines,
  unit,
  showsAll,
  allHref,
  linksRevisions,
}: {
  readonly lines: readonly LedgerLine<CitedRow>[];
  readonly unit: string;
  readonly showsAll: boolean;
  /** The address at which all lines are shown. */
  readonly allHref: string;
  /** Whether the reader may open the receipt of a revision. */
  readonly linksRevisions: boolean;
}) {
  const shown = showsAll ? lines : lines.slice(0, FIRST_LINES);
  const stored = lines.filter(({ latest }) => latest !== null).length;
  const numbers = new Set(lines.flatMap(({ rows }) => rows.map(({ revision }) => revision.number)));
  const [only] = numbers.size === 1 ? numbers : [];
  return (
    <section className="section" aria-labelledby="observations">
      <h2 id="observations">Observations and their citations</h2>
      <p className="section-intro">
        {countWords(lines.length, stored)} Newest first. Unit: {unit}.
        {only !== undefined && (
          <>
            {" "}
            All came with <RevisionNumber number={only} isLink={linksRevisions} />.
          </>
        )}
      </p>
      <ScrollRegion label="Table of observations">
        <table className="table stacks observations">
          <TableHead columns={COLUMNS} />
          <tbody>
            {shown.map((line) => (
              <Line
                key={line.period}
                line={line}
                namesRevisions={only === undefined}
                linksRevisions={linksRevisions}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {shown.length < lines.length && (
        <p className="more">
          <Link className="button" href={allHref} prefetch={false}>
            Show all {COUNT.format(lines.length)} periods
          </Link>
        </p>
      )}
    </section>
  );
}

function countWords(periods: number, stored: number): string {
  const all = `${COUNT.format(periods)} ${periods === 1 ? "period" : "periods"}`;
  return stored === periods
    ? `${all}, ${periods === 1 ? "stored" : "all stored"}.`
    : `${all}: ${COUNT.format(stored)} stored, ${COUNT.format(periods - stored)} not.`;
}

function Line({
  line: { period, latest, first, rows },
  namesRevisions,
  linksRevisions,
}: {
  readonly line: LedgerLine<CitedRow>;
  readonly namesRevisions: boolean;
  readonly linksRevisions: boolean;
}) {
  if (latest === null || first === null) {
    return (
      <tr id={`p-${period}`} className="muted absent">
        <td className="nowrap">{formatPeriod(period)}</td>
        <td className="number">–</td>
        <td className="number">–</td>
        <td colSpan={3} className="status">
          not stored
        </td>
      </tr>
    );
  }
  return (
    <tr id={`p-${period}`}>
      <th scope="row" className="nowrap">
        {formatPeriod(period)}
      </th>
      <td className="number value">{formatDecimal(latest.value)}</td>
      <td className="number" data-label="first">
        {formatDecimal(first.value)}
      </td>
      <td className="status">
        {latest.value === null ? "withdrawn" : first === latest ? "first report" : "restated"}{" "}
        <StatusTag status={latest.status} />
      </td>
      <td className="citation">
        <SourceLink title={`${latest.source.publisher}, ${latest.source.title}`} url={latest.source.url} />
        {latest.page && <>, {latest.page}</>}
        {latest.quote && <p className="remark">“{latest.quote}”</p>}
        {latest.note && (
          <p className="remark">
            <NoteText note={latest.note} />
          </p>
        )}
      </td>
      <td className="nowrap since" data-label="Known since">
        {formatPeriod(latest.vintage)}
        {rows.length > 1 ? (
          <Reports period={period} rows={rows} linksRevisions={linksRevisions} />
        ) : (
          namesRevisions && (
            <p className="remark">
              <RevisionNumber number={latest.revision.number} isLink={linksRevisions} />
            </p>
          )
        )}
      </td>
    </tr>
  );
}

/** All that was ever stored of one period, folded away: each report and correction with the revision that brought it. */
function Reports({
  period,
  rows,
  linksRevisions,
}: {
  readonly period: string;
  readonly rows: readonly CitedRow[];
  readonly linksRevisions: boolean;
}) {
  return (
    <details className="reports">
      <summary>
        {rows.length} reports<span className="visually-hidden"> of {formatPeriod(period)}</span>
      </summary>
      <ol>
        {rows.map(({ vintage, value, revision }) => (
          <li key={`${vintage} ${revision.number}`}>
            {formatPeriod(vintage)}: {value === null ? "withdrawn" : formatDecimal(value)},{" "}
            <RevisionNumber number={revision.number} isLink={linksRevisions} />
          </li>
        ))}
      </ol>
    </details>
  );
}
