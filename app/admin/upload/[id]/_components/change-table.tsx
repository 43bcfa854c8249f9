import { formatMove } from "../../../../../lib/numbers/format-move.ts";
import type { Change } from "../../../../../lib/uploads/comparison.ts";
import { ScrollRegion } from "../../../../_components/ui/scroll-region.tsx";
import { StatusTag } from "../../../../_components/ui/status-tag.tsx";
import { TableHead } from "../../../../_components/ui/table-head.tsx";
import { MoveMark } from "./move-mark.tsx";

const COLUMNS = [
  { label: "Kind" },
  { label: "Series" },
  { label: "Period" },
  { label: "Stored", isNumber: true },
  { label: "In the file", isNumber: true },
  { label: "How far it moves" },
  { label: "Move", isNumber: true },
];

const MARKS = { new: "+ new", revised: "Δ revised", withdrawn: "− withdrawn" } as const;

/** Changes that a commit would store, in the order given, each with the size of its move on one scale. */
export function ChangeTable({ changes }: { readonly changes: readonly Change[] }) {
  const widest = Math.max(...changes.map(({ move }) => Math.abs(move ?? 0)));
  return (
    <ScrollRegion label="What would change">
      <table className="table stacks change-table">
        <caption className="visually-hidden">What a commit would change</caption>
        <TableHead columns={COLUMNS} />
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.series} ${change.period} ${change.vintage}`}>
              <td className="nowrap">
                <b>{MARKS[change.kind]}</b>
                {change.row !== null && <p className="remark">row {change.row}</p>}
              </td>
              <th scope="row">
                <code>{change.series}</code>
              </th>
              <td className="nowrap" data-label="Period:">
                {change.period}
                <p className="remark">known {change.vintage}</p>
              </td>
              <td className="number" data-label="Stored:">
                {change.old === null ? "–" : <s className="old">{change.old.value ?? "missing"}</s>}
              </td>
              <td className="number" data-label="In the file:">
                <b>{change.kind === "withdrawn" ? "withdrawn" : (change.value ?? "missing")}</b>{" "}
                <StatusTag status={change.status} />
              </td>
              <td className="move">
                {change.move === null ? (
                  <span className="remark">{change.kind === "new" ? "first value" : differs(change)}</span>
                ) : (
                  <MoveMark move={change.move} widest={widest} />
                )}
              </td>
              <td className="number" data-label="Move:">
                {change.move === null ? "–" : formatMove(change.move)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function differs({ differs }: Change): string {
  return differs.length > 0 ? `another ${differs.join(", ")}` : "said again";
}
