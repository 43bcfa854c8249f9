import Link from "next/link";
import { address } from "../../../../../lib/api/address.ts";
import { ScrollRegion } from "../../../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../../../_components/ui/table-head.tsx";
import type { ReceiptView } from "../../../../_data/receipt.ts";
import { SeriesLink } from "../../_components/series-link.tsx";

const COLUMNS = [
  { label: "Series" },
  { label: "New", isNumber: true },
  { label: "Revised", isNumber: true },
  { label: "Withdrawn", isNumber: true },
  { label: "Of it alone" },
];

/** As many as are seen at a glance; the others fold away. */
const OPEN_SERIES = 12;

const COUNT = new Intl.NumberFormat("en-GB");

/** The series that the revision stored values of, and how many. */
export function TouchedSeries({
  revision,
  series,
}: {
  readonly revision: number;
  readonly series: ReceiptView["series"];
}) {
  const folded = series.slice(OPEN_SERIES);
  return (
    <section className="section" aria-labelledby="series">
      <h2 id="series">Series it touched</h2>
      {series.length === 0 ? (
        <p className="notice">It stored no values.</p>
      ) : (
        <SeriesTable label="Table of series" revision={revision} series={series.slice(0, OPEN_SERIES)} />
      )}
      {folded.length > 0 && (
        <details>
          <summary>{COUNT.format(folded.length)} more series</summary>
          <SeriesTable label="Table of more series" revision={revision} series={folded} />
        </details>
      )}
    </section>
  );
}

function SeriesTable({
  label,
  revision,
  series,
}: {
  readonly label: string;
  readonly revision: number;
  readonly series: ReceiptView["series"];
}) {
  const path = `/admin/revisions/${revision}`;
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
              <Count label="new" count={one.added} />
              <Count label="revised" count={one.revised} />
              <Count label="withdrawn" count={one.withdrawn} />
              <td className="acts">
                <Link href={address(path, { series: one.code }, "values")} prefetch={false}>
                  Values<span className="visually-hidden"> of {one.code}</span>
                </Link>{" "}
                <Link href={address(`${path}/roll-back`, { series: one.code })} prefetch={false}>
                  Roll back…<span className="visually-hidden"> {one.code}</span>
                </Link>
              </td>
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
