import Link from "next/link";
import type { SeriesSummary } from "../../../lib/api/series.ts";
import { formatPeriod } from "../../../lib/numbers/format-period.ts";
import { frequencyWords } from "../../../lib/periods/frequency.ts";
import { ScrollRegion } from "../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../_components/ui/table-head.tsx";

const COLUMNS = ["Series", "Unit", "Frequency", "Range", "Published", "Source", "Download"].map((label) => ({
  label,
}));

/** Series found, one a row. */
export function SeriesTable({ series }: { readonly series: readonly SeriesSummary[] }) {
  return (
    <ScrollRegion label="Series found">
      <table className="table stacks series-table">
        <caption className="visually-hidden">Series found</caption>
        <TableHead columns={COLUMNS} />
        <tbody>
          {series.map((each) => (
            <SeriesRow key={each.code} series={each} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function SeriesRow({ series }: { readonly series: SeriesSummary }) {
  const { code, title, unit, frequency, firstPeriod, lastPeriod, lastVintage, source, withheldBy } = series;
  return (
    <tr>
      <th scope="row">
        <Link href={`/series/${code}`} prefetch={false}>
          {title}
        </Link>{" "}
        {series.isStale && <span className="tag hollow">stale</span>}
        <p className="remark">
          <code>{code}</code>
        </p>
      </th>
      <td>{unit}</td>
      <td>{frequencyWords(frequency).adjective}</td>
      <td className="range">
        {firstPeriod === null || lastPeriod === null ? (
          "no values"
        ) : (
          <>
            {formatPeriod(firstPeriod)}
            {firstPeriod !== lastPeriod && <> to {formatPeriod(lastPeriod)}</>}
          </>
        )}
      </td>
      <td className="nowrap" data-label="published">
        {lastVintage ? formatPeriod(lastVintage) : "–"}
      </td>
      <td>{source.publisher}</td>
      <td className="download" data-label="download:">
        {withheldBy === null ? "allowed" : "drawn only"}
      </td>
    </tr>
  );
}
