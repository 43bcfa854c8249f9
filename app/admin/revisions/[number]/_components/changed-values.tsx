import Link from "next/link";
import { address } from "../../../../../lib/api/address.ts";
import { formatMove } from "../../../../../lib/numbers/format-move.ts";
import { formatPeriod } from "../../../../../lib/numbers/format-period.ts";
import { formatDecimal } from "../../../../_components/ui/decimal.ts";
import { PartLinks } from "../../../../_components/ui/part-links.tsx";
import { ScrollRegion } from "../../../../_components/ui/scroll-region.tsx";
import { StatusTag } from "../../../../_components/ui/status-tag.tsx";
import { TableHead } from "../../../../_components/ui/table-head.tsx";
import type { ChangedValue, ReceiptView } from "../../../../_data/receipt.ts";

const COLUMNS = [
  { label: "Series" },
  { label: "Period" },
  { label: "Before", isNumber: true },
  { label: "With it", isNumber: true },
  { label: "Move", isNumber: true },
  { label: "Known since" },
];

interface Props {
  readonly revision: number;
  readonly values: ReceiptView["values"];
  readonly series: ReceiptView["series"];
  readonly only: string | null;
}

/** What was known before the revision and what is known with it, value by value. */
export function ChangedValues({ revision, values, series, only }: Props) {
  if (series.length === 0) return null;
  const path = `/admin/revisions/${revision}`;
  const at = (from: number) =>
    address(path, { series: only ?? undefined, values: from === 0 ? undefined : String(from) }, "values");
  const unit = series.find(({ code }) => code === only)?.unit;
  return (
    <section className="section" aria-labelledby="values">
      <h2 id="values">Values it changed{only !== null && <> in {only}</>}</h2>
      <p className="section-intro">
        As known on the day of each publication, by series and period
        {unit === undefined ? ", each in the unit of its series" : `. Unit: ${unit}`}.
      </p>
      {series.length > 1 && <SeriesChoice path={path} series={series} only={only} />}
      <ScrollRegion label="Table of changed values">
        <table className="table stacks changed-values">
          <TableHead columns={COLUMNS} />
          <tbody>
            {values.lines.map((change) => (
              <Change key={`${change.series} ${change.period} ${change.vintage}`} change={change} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <PartLinks of={values} label="changed values" href={at} />
    </section>
  );
}

function SeriesChoice({ path, series, only }: Pick<Props, "series" | "only"> & { readonly path: string }) {
  return (
    <search>
      <form className="filter-form few" action={`${path}#values`} method="get">
        <label>
          <span>Series</span>
          <select className="field" name="series" defaultValue={only ?? ""}>
            <option value="">All of them</option>
            {series.map(({ code }) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
        <div className="actions">
          <button className="button lead" type="submit">
            Show
          </button>
          {only !== null && (
            <Link className="button" href={`${path}#values`} prefetch={false}>
              All series
            </Link>
          )}
        </div>
      </form>
    </search>
  );
}

function Change({ change }: { readonly change: ChangedValue }) {
  const { series, period, vintage, old, new: now, move } = change;
  const isSameValue = old !== null && now !== null && old.value === now.value;
  return (
    <tr>
      <td className="series">
        <code>{series}</code>
      </td>
      <th scope="row" className="nowrap">
        {formatPeriod(period)}
      </th>
      <td className="number" data-label="before">
        {old === null ? <span className="muted">nothing</span> : <Value value={old.value} />}
      </td>
      <td className="number now" data-label="with it">
        {now === null ? <span className="muted">nothing</span> : <Value value={now.value} />}
      </td>
      <td className="number" data-label="move">
        {old === null ? <span className="muted">first value</span> : move === null ? "–" : formatMove(move)}
      </td>
      <td className="since" data-label="Known since">
        {formatPeriod(vintage)} {now !== null && <StatusTag status={now.status} />}
        {isSameValue && <p className="remark">{unchangedWords(change)}</p>}
      </td>
    </tr>
  );
}

function Value({ value }: { readonly value: string | null }) {
  return value === null ? <span className="muted">missing</span> : formatDecimal(value);
}

/** Of a value that stayed: what was changed about it. */
function unchangedWords({ old, new: now }: ChangedValue): string {
  if (old?.status !== now?.status) return `Was ${old?.status}.`;
  return old?.note === now?.note ? "Said again, or of another source." : "Its note was changed.";
}
