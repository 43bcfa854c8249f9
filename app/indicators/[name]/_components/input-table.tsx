import Link from "next/link";
import { address } from "../../../../lib/api/address.ts";
import type { SeriesSummary } from "../../../../lib/api/series.ts";
import { formatPeriod } from "../../../../lib/numbers/format-period.ts";
import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";
import { SourceLink } from "../../../_components/ui/source-link.tsx";

interface Props {
  readonly inputs: readonly SeriesSummary[];
  readonly unknown: readonly string[];
  readonly asOf: string | undefined;
}

/** The series that an indicator reads, each with its unit, its reach and its source. */
export function InputTable({ inputs, unknown, asOf }: Props) {
  return (
    <>
      <ScrollRegion label="Series that are read">
        <table className="table stacks">
          <thead>
            <tr>
              <th scope="col">Series</th>
              <th scope="col">Unit</th>
              <th scope="col">Known to</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {inputs.map(({ code, title, unit, lastPeriod, isStale, source }) => (
              <tr key={code}>
                <th scope="row">
                  <Link href={address(`/series/${code}`, { asOf })} prefetch={false}>
                    {title}
                  </Link>
                  <span className="remark cell-line">
                    <code>{code}</code>
                  </span>
                </th>
                <td>{unit}</td>
                <td>
                  {lastPeriod ? formatPeriod(lastPeriod) : "–"}{" "}
                  {isStale && <span className="tag hollow">stale</span>}
                </td>
                <td>
                  <SourceLink {...source} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {unknown.length > 0 && (
        <p className="notice">Not stored, not public, or retired: {unknown.join(", ")}.</p>
      )}
    </>
  );
}
