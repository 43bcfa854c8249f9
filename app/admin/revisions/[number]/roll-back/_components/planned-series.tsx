import Link from "next/link";
import { ScrollRegion } from "../../../../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../../../../_components/ui/table-head.tsx";
import type { RollBackView } from "../../../../../_data/roll-back.ts";
import { SeriesLink } from "../../../_components/series-link.tsx";

const COLUMNS = [
  { label: "Series" },
  { label: "Brought back", isNumber: true },
  { label: "Restored", isNumber: true },
  { label: "Taken back", isNumber: true },
  { label: "Left alone", isNumber: true },
];

/** As many as are seen at a glance; the others fold away. */
const OPEN_SERIES = 12;

const COUNT = new Intl.NumberFormat("en-GB");

/** What would become of the values of each series, and the way from one series to all of them. */
export function PlannedSeries({ plan }: { readonly plan: RollBackView }) {
  const { series, onlySeries, allSeries, revision } = plan;
  if (series.length === 0) return null;
  const folded = series.slice(OPEN_SERIES);
  return (
    <section className="section" aria-labelledby="series">
      <h2 id="series">By series</h2>
      {onlySeries !== null && allSeries.length > 1 && (
        <p className="section-intro">
          {allSeries.length === 2
            ? "The other series of the revision stays as it is."
            : `The ${COUNT.format(allSeries.length - 1)} other series of the revision stay as they are.`}{" "}
          <Link href={`/admin/revisions/${revision.number}/roll-back`} prefetch={false}>
            Roll back all of it instead…
          </Link>
        </p>
      )}
      <SeriesTable label="Table of series" series={series.slice(0, OPEN_SERIES)} />
      {folded.length > 0 && (
        <details>
          <summary>{COUNT.format(folded.length)} more series</summary>
          <SeriesTable label="Table of more series" series={folded} />
        </details>
      )}
    </section>
  );
}

function SeriesTable({ label, series }: { readonly label: string; readonly series: RollBackView["series"] }) {
  return (
    <ScrollRegion label={label}>
      <table className="table stacks counted">
        <TableHead columns={COLUMNS} />
        <tbody>
          {series.map((one) => (
            <tr key={one.code}>
              <th scope="row">
                <SeriesLink series={one} />
                <p className="remark">
                  {one.title}, {one.unit}
                </p>
              </th>
              <Count label="brought back" count={one.added} />
              <Count label="restored" count={one.revised} />
              <Count label="taken back" count={one.withdrawn} />
              <Count label="left alone" count={one.leftAlone} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Count({ label, count }: { readonly label: string; readonly count: number }) {
  return (
    <td className={count === 0 ? "number muted" : "number"} data-label={label}>
      {COUNT.format(count)}
    </td>
  );
}
