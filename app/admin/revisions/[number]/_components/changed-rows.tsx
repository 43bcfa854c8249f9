import { address } from "../../../../../lib/api/address.ts";
import { rowWord } from "../../../../../lib/revisions/table-words.ts";
import { PartLinks } from "../../../../_components/ui/part-links.tsx";
import { ScrollRegion } from "../../../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../../../_components/ui/table-head.tsx";
import type { ChangedRow, ReceiptView } from "../../../../_data/receipt.ts";

const COLUMNS = [{ label: "What" }, { label: "Key" }, { label: "What it did" }];

/** The sources, series, eras, events, rounds, claims and figures that the revision added, changed or removed. */
export function ChangedRows({
  revision,
  rows,
}: {
  readonly revision: number;
  readonly rows: ReceiptView["rows"];
}) {
  if (rows.total === 0) return null;
  const at = (from: number) =>
    address(`/admin/revisions/${revision}`, { rows: from === 0 ? undefined : String(from) }, "rows");
  return (
    <section className="section" aria-labelledby="rows">
      <h2 id="rows">Descriptions, events and figures it changed</h2>
      <ScrollRegion label="Table of changed rows">
        <table className="table stacks changed-rows">
          <TableHead columns={COLUMNS} />
          <tbody>
            {rows.lines.map((row) => (
              <Row key={`${row.table} ${row.key}`} row={row} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <PartLinks of={rows} label="changed rows" href={at} />
    </section>
  );
}

function Row({ row: { table, key, title, deed, fields } }: { readonly row: ChangedRow }) {
  return (
    <tr>
      <th scope="row">
        {title}
        <p className="remark">{rowWord(table)}</p>
      </th>
      <td className="key">
        <code>{key}</code>
      </td>
      <td>
        {deed}
        {fields.length > 0 && (
          <dl className="field-changes">
            {fields.map(({ field, before, after }) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd>
                  <del>{before ?? "nothing"}</del> <span aria-hidden="true">→</span>{" "}
                  <ins>{after ?? "nothing"}</ins>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </td>
    </tr>
  );
}
