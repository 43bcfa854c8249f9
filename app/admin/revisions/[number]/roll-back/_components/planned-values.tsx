import { formatPeriod } from "../../../../../../lib/numbers/format-period.ts";
import { formatDecimal } from "../../../../../_components/ui/decimal.ts";
import { PartLinks } from "../../../../../_components/ui/part-links.tsx";
import { ScrollRegion } from "../../../../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../../../../_components/ui/table-head.tsx";
import type { PlannedValue, RollBackView } from "../../../../../_data/roll-back.ts";
import { RevisionLink } from "../../../_components/revision-link.tsx";

const COPY = {
  restored: {
    title: "Values that would be restored",
    intro:
      "What each publication says now, and what it would say again; where it is taken back, what was said of the period before stands.",
    last: { label: "After", isNumber: true },
    list: "restored values",
  },
  "left-alone": {
    title: "Values that would be left alone",
    intro: "A later revision changed these, so rolling this one back does not touch them.",
    last: { label: "Changed last by", isNumber: false },
    list: "values left alone",
  },
} as const;

/** The values that a roll-back would restore, or those that it would leave alone; nothing when there is none. */
export function PlannedValues({
  which,
  values,
  href,
}: {
  readonly which: keyof typeof COPY;
  readonly values: RollBackView["restored"];
  readonly href: (from: number) => string;
}) {
  if (values.total === 0) return null;
  const { title, intro, last, list } = COPY[which];
  const columns = [
    { label: "Series" },
    { label: "Period" },
    { label: "Known since" },
    { label: "Now", isNumber: true },
    last,
  ];
  return (
    <section className="section" aria-labelledby={which}>
      <h2 id={which}>{title}</h2>
      <p className="section-intro">{intro}</p>
      <ScrollRegion label={`Table of ${list}`}>
        <table className="table stacks planned-values">
          <TableHead columns={columns} />
          <tbody>
            {values.lines.map((value) => (
              <Row key={`${value.series} ${value.period} ${value.vintage}`} which={which} value={value} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <PartLinks of={values} label={list} href={href} />
    </section>
  );
}

function Row({ which, value }: { readonly which: keyof typeof COPY; readonly value: PlannedValue }) {
  const { series, period, vintage, now, then, isVoidThen, changedBy } = value;
  return (
    <tr>
      <td className="series">
        <code>{series}</code>
      </td>
      <th scope="row" className="nowrap">
        {formatPeriod(period)}
      </th>
      <td className="since" data-label="Known since">
        {formatPeriod(vintage)}
      </td>
      <td className="number" data-label="now">
        {formatDecimal(now)}
      </td>
      {which === "restored" ? (
        <td className="number now" data-label="after">
          {isVoidThen ? <span className="muted">taken back</span> : formatDecimal(then)}
        </td>
      ) : (
        <td data-label="Changed last by">
          <RevisionLink number={changedBy} />
        </td>
      )}
    </tr>
  );
}
