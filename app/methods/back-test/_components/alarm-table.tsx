import type { AlarmVerdict } from "../../../../lib/indicators/alarms.ts";
import { aftermathWords, alarmKind, beforePeakWords } from "../../../../lib/indicators/back-test-words.ts";
import { formatPeriod } from "../../../../lib/numbers/format-period.ts";
import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../../_components/ui/table-head.tsx";

interface Props {
  readonly verdict: AlarmVerdict;
  /** The month of the peak, in words. */
  readonly peak: string;
}

/** Each alarm with its months, how long before the peak it began, and the lowest close after its first month. */
export function AlarmTable({ verdict: { alarms, level }, peak }: Props) {
  if (alarms.length === 0) return <p className="notice">No month reaches {level}.</p>;
  const columns = [
    { label: "Alarm" },
    { label: "Months", isNumber: true },
    { label: `Begins, against ${peak}` },
    { label: "Lowest close within 24 months" },
    { label: "Verdict" },
  ];
  return (
    <ScrollRegion label={`Alarms at ${level}`}>
      <table className="table stacks">
        <TableHead columns={columns} />
        <tbody>
          {alarms.map((alarm) => (
            <tr key={alarm.first}>
              <th scope="row">
                {alarm.first === alarm.last
                  ? formatPeriod(alarm.first)
                  : `${formatPeriod(alarm.first)} to ${formatPeriod(alarm.last)}`}
                {alarm.isOpen && <p className="remark">Still on in the last month looked at.</p>}
              </th>
              <td className="number" data-label="months">
                {alarm.months}
              </td>
              <td data-label="begins">{beforePeakWords(alarm)}</td>
              <td data-label="lowest close">{aftermathWords(alarm.aftermath)}</td>
              <td data-label="verdict">
                <b>{alarmKind(alarm)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
