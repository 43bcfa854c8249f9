import type { ReactNode } from "react";
import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../../_components/ui/table-head.tsx";

/** A table to look things up in: its first column is the name, as it is written. */
export function LookUp({
  title,
  columns,
  rows,
}: {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: ReadonlyArray<readonly [name: string, ...cells: ReactNode[]]>;
}) {
  return (
    <ScrollRegion label={title}>
      <table className="table stacks look-up">
        <caption className="visually-hidden">{title}</caption>
        <TableHead columns={columns.map((label) => ({ label }))} />
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]} data-label={`${columns[at + 1]}:`}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
