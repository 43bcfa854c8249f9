import Link from "next/link";
import { formAddress, publicAddress } from "../../../../lib/editing/addresses.ts";
import { type EditedTable, keyFieldOf } from "../../../../lib/editing/edited-table.ts";
import { labelOf } from "../../../../lib/editing/fields.ts";
import { type ListedRow, listedText, rowTitle } from "../../../../lib/editing/row-list.ts";
import { TABLE_WORDS } from "../../../../lib/editing/words.ts";
import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../../_components/ui/table-head.tsx";

interface RowTableProps {
  readonly table: EditedTable;
  readonly rows: readonly ListedRow[];
}

/** Rows found: each leads to its form, and to where everyone sees it. */
export function RowTable({ table, rows }: RowTableProps) {
  const { title, singular, listed } = TABLE_WORDS[table];
  const others = listed.slice(1);
  const columns = [
    singular[0]?.toUpperCase() + singular.slice(1),
    ...others.map((field) => labelOf(table, field)),
  ];
  const isShown = table !== "sources";
  return (
    <ScrollRegion label={title}>
      <table className="table stacks row-table">
        <caption className="visually-hidden">{title}</caption>
        <TableHead columns={[...columns, ...(isShown ? ["Shown"] : [])].map((label) => ({ label }))} />
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.texts[keyFieldOf(table)]}
              table={table}
              row={row}
              others={others}
              isShown={isShown}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({
  table,
  row,
  others,
  isShown,
}: {
  readonly table: EditedTable;
  readonly row: ListedRow;
  readonly others: readonly string[];
  readonly isShown: boolean;
}) {
  const key = row.texts[keyFieldOf(table)] ?? "";
  const title = rowTitle(table, row.texts);
  return (
    <tr>
      <th scope="row">
        <Link href={formAddress(table, key)} prefetch={false}>
          {title}
        </Link>{" "}
        {row.isRetired && <span className="tag hollow">retired</span>}
        <p className="remark">
          <code>{key}</code>
        </p>
      </th>
      {others.map((field) => (
        <td key={field} data-label={`${labelOf(table, field)}:`}>
          {listedText(table, field, row.texts)}
        </td>
      ))}
      {isShown && (
        <td data-label="Shown:">
          <PublicLink address={publicAddress(table, row)} title={title} />
        </td>
      )}
    </tr>
  );
}

function PublicLink({ address, title }: { readonly address: string | null; readonly title: string }) {
  if (address === null) return "nowhere";
  return (
    <Link href={address} prefetch={false}>
      See it<span className="visually-hidden">: {title}</span>
    </Link>
  );
}
