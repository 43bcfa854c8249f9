import Link from "next/link";
import { address } from "../../../lib/api/address.ts";
import { counted } from "../../../lib/gauge/peak-ratio.ts";
import type { CompositeReading, InputPart } from "../../../lib/indicators/composite-reading.ts";
import { points } from "../../../lib/indicators/composite-words.ts";
import { PILLAR_WORDS } from "../../../lib/indicators/pillar.ts";
import { formatPeriod } from "../../../lib/numbers/format-period.ts";
import { ScrollRegion } from "../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../_components/ui/table-head.tsx";

interface Props {
  readonly composite: CompositeReading;
  readonly asOf: string | undefined;
}

const COLUMNS = [
  { label: "Indicator" },
  { label: "Place", isNumber: true },
  { label: "Part of the whole", isNumber: true },
  { label: "Points", isNumber: true },
  { label: "Value of" },
] as const;

/** Each input with its place, its part of the composite, and the points it gives. */
export function InputParts({ composite: { inputs, level }, asOf }: Props) {
  return (
    <ScrollRegion label="What the composite is made of">
      <table className="table stacks">
        <caption>
          A place below 0 counts as 0 and one above 150 as 150; the points add up to{" "}
          {level.arithmetic.toFixed(1)}.
        </caption>
        <TableHead columns={COLUMNS} />
        <tbody>
          {inputs.map((input) => (
            <InputRow key={input.name} input={input} asOf={asOf} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function InputRow({ input, asOf }: { readonly input: InputPart; readonly asOf: string | undefined }) {
  const { name, title, pillar, place, share, period, reason } = input;
  return (
    <tr>
      <th scope="row">
        <Link href={address(`/indicators/${name}`, { asOf })} prefetch={false}>
          {title}
        </Link>
        <p className="remark">{PILLAR_WORDS[pillar].title}</p>
      </th>
      <td className="number" data-label="place">
        {place === null ? "–" : points(place)}
      </td>
      <td className="number" data-label="part">
        {share === 0 ? "–" : `${(share * 100).toFixed(1)}%`}
      </td>
      <td className="number" data-label="points">
        {share === 0 || place === null ? "–" : (share * counted(place)).toFixed(1)}
      </td>
      <td>
        {period && formatPeriod(period)}
        {reason && <p className="remark">Does not count: {reason}.</p>}
      </td>
    </tr>
  );
}
