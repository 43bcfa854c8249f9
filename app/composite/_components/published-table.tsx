import { points } from "../../../lib/indicators/composite-words.ts";
import { formatPeriod } from "../../../lib/numbers/format-period.ts";
import { ScrollRegion } from "../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../_components/ui/table-head.tsx";
import type { PublishedLine } from "../../_data/published.ts";

const COLUMNS = [
  { label: "Revision", isNumber: true },
  { label: "Published" },
  { label: "Level", isNumber: true },
  { label: "Range", isNumber: true },
  { label: "Inputs", isNumber: true },
  { label: "What the revision did" },
  { label: "Method", isNumber: true },
] as const;

/** What was published at each revision, by the method of its day, and what each revision did. */
export function PublishedTable({ lines }: { readonly lines: readonly PublishedLine[] }) {
  if (lines.length === 0) return <p className="notice">Nothing has been published yet.</p>;
  return (
    <ScrollRegion label="Published readings">
      <table className="table stacks">
        <TableHead columns={COLUMNS} />
        <tbody>
          {lines.map(({ revision, day, method, composite, reason, effect }) => (
            <tr key={revision}>
              <td className="number" data-label="revision">
                {revision}
              </td>
              <td className="nowrap">{formatPeriod(day)}</td>
              <td className="number" data-label="level">
                {composite ? points(composite.level.arithmetic) : "–"}
              </td>
              <td className="number" data-label="range">
                {composite?.bands
                  ? `${points(composite.bands.band90.low)} to ${points(composite.bands.band90.high)}`
                  : "–"}
              </td>
              <td className="number" data-label="inputs">
                {composite ? `${composite.coverage.present} of ${composite.coverage.inputs}` : "–"}
              </td>
              <td>
                {composite && `Of ${formatPeriod(composite.day)}. `}
                {effect ?? reason ?? "The first that was published."}
              </td>
              <td className="number" data-label="method">
                {method}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
