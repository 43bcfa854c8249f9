import type { ReactNode } from "react";
import { rowWord } from "../../../../../../lib/revisions/table-words.ts";
import { ScrollRegion } from "../../../../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../../../../_components/ui/table-head.tsx";
import type { RollBackView } from "../../../../../_data/roll-back.ts";

const COLUMNS = [{ label: "What" }, { label: "Key" }, { label: "Becomes of it" }];

/** What would become of sources, series, eras, events, rounds, claims and figures that the revision changed. */
export function PlannedRows({
  rows,
  kept,
}: {
  readonly rows: RollBackView["rows"];
  readonly kept: RollBackView["keptRows"];
}) {
  if (rows.length + kept.length === 0) return null;
  const lines = [
    ...kept.map(({ table, key, because }) => (
      <Row key={`${table} ${key}`} title={key} word={rowWord(table)} name={key}>
        left as now: {keptWords(because)}
      </Row>
    )),
    ...rows.map(({ table, key, title, becomes }) => (
      <Row key={`${table} ${key}`} title={title} word={rowWord(table)} name={key}>
        {becomes}
      </Row>
    )),
  ];
  return (
    <section className="section" aria-labelledby="rows">
      <h2 id="rows">Descriptions, events and figures</h2>
      <RowTable label="Table of rows">{lines.slice(0, OPEN_ROWS)}</RowTable>
      {lines.length > OPEN_ROWS && (
        <details>
          <summary>{COUNT.format(lines.length - OPEN_ROWS)} more</summary>
          <RowTable label="Table of more rows">{lines.slice(OPEN_ROWS)}</RowTable>
        </details>
      )}
    </section>
  );
}

/** As many as are seen at a glance; the others fold away. */
const OPEN_ROWS = 20;

const COUNT = new Intl.NumberFormat("en-GB");

function RowTable({ label, children }: { readonly label: string; readonly children: readonly ReactNode[] }) {
  return (
    <ScrollRegion label={label}>
      <table className="table stacks changed-rows">
        <TableHead columns={COLUMNS} />
        <tbody>{children}</tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({
  title,
  word,
  name,
  children,
}: {
  readonly title: string;
  readonly word: string;
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <tr>
      <th scope="row">
        {title}
        <p className="remark">{word}</p>
      </th>
      <td className="key">
        <code>{name}</code>
      </td>
      <td>{children}</td>
    </tr>
  );
}

/** Why a row stays as it is. */
function keptWords(because: RollBackView["keptRows"][number]["because"]): string {
  switch (because.kind) {
    case "changed-since":
      return "a later revision changed it or stored values of it";
    case "referred-to":
      return `it is referred to by ${because.by}`;
    case "lacks":
      return `as it was it referred to ${because.name}, which is no longer stored`;
  }
}
