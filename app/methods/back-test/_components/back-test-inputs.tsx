import Link from "next/link";
import { ALARM_LEVEL } from "../../../../lib/indicators/alarms.ts";
import type { BackTestInput } from "../../../../lib/indicators/back-test-reading.ts";
import { basisWords } from "../../../../lib/indicators/back-test-words.ts";
import { PILLAR_WORDS } from "../../../../lib/indicators/pillar.ts";
import { formatPeriod } from "../../../../lib/numbers/format-period.ts";
import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../../_components/ui/table-head.tsx";

const COUNT = new Intl.NumberFormat("en-GB");

const COLUMNS = [
  { label: "Indicator" },
  { label: "Counts from" },
  { label: "Values then", isNumber: true },
  { label: "Values at the end", isNumber: true },
  { label: `Months at ${ALARM_LEVEL} or above`, isNumber: true },
  { label: "How its values were known" },
] as const;

/** Each input of the composite: since when it counts, among how many values, and how those were known. */
export function BackTestInputs({ inputs }: { readonly inputs: readonly BackTestInput[] }) {
  return (
    <ScrollRegion label="Inputs of the back-test">
      <table className="table stacks">
        <TableHead columns={COLUMNS} />
        <tbody>
          {inputs.map(({ name, title, pillar, basis, first, known, months, atAlarmLevel, reason }) => (
            <tr key={name}>
              <th scope="row">
                <Link href={`/indicators/${name}`} prefetch={false}>
                  {title}
                </Link>
                <p className="remark">{PILLAR_WORDS[pillar].title}</p>
              </th>
              <td data-label="counts from">
                {first === null ? "never" : formatPeriod(first)}
                {reason && (
                  <p className="remark">
                    {first === null ? "" : "Not in the last month: "}
                    {reason}.
                  </p>
                )}
              </td>
              <td className="number" data-label="values then">
                {first === null ? "–" : COUNT.format(known.first)}
              </td>
              <td className="number" data-label="values at the end">
                {COUNT.format(known.last)}
              </td>
              <td className="number" data-label={`months at ${ALARM_LEVEL} or above`}>
                {months === 0 ? "–" : `${atAlarmLevel} of ${months}`}
              </td>
              <td data-label="known">{basis === null ? "–" : `${basisWords(basis)}.`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
