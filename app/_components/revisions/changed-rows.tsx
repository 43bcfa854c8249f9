import type { Part } from "../../../lib/part.ts";
import type { ChangedRow } from "../../../lib/revisions/changed-row.ts";
import { rowWord } from "../../../lib/revisions/table-words.ts";
import { PartLinks } from "../ui/part-links.tsx";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { TableHead } from "../ui/table-head.tsx";
import "./changed-rows.css";

/** The sources, series, eras, events, rounds, claims and figures that something adds, changes or removes. */
export function ChangedRows({
  title,
  deed,
  rows,
  href,
}: {
  /** The heading above them. */
  readonly title: string;
  /** The heading of the column that says what becomes of each. */
  readonly deed: string;
  readonly rows: Part<ChangedRow>;
  /** The address at which the part from a place on is shown; this section has the id `rows`. */
  readonly href: (from: number) => string;
}) {
  if (rows.total === 0) return null;
  return (
    <section className="section" aria-labelledby="rows">
      <h2 id="rows">{title}</h2>
      <ScrollRegion label="Table of changed rows">
        <table className="table stacks changed-rows">
          <TableHead columns={[{ label: "What" }, { label: "Key" }, { label: deed }]} />
          <tbody>
            {rows.lines.map((row) => (
              <Row key={`${row.table} ${row.key}`} row={row} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <PartLinks of={rows} label="changed rows" href={href} />
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
