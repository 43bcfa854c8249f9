import { ALARM_LEVEL, type Alarm, type AlarmVerdict } from "../../../../lib/indicators/alarms.ts";
import { alarmKind, atPeakWords, followedWords } from "../../../../lib/indicators/back-test-words.ts";
import { formatPeriod } from "../../../../lib/numbers/format-period.ts";
import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../../_components/ui/table-head.tsx";

interface Props {
  readonly verdicts: readonly AlarmVerdict[];
  /** The month of the peak, in words. */
  readonly peak: string;
}

const COLUMNS = [
  { label: "Level" },
  { label: "Alarms, by their first month" },
  { label: "True", isNumber: true },
  { label: "False", isNumber: true },
  { label: "At the peak" },
  { label: "Months followed by a crash", isNumber: true },
] as const;

/** The same at other levels: how many alarms, how many of them true, and what they did about the peak. */
export function LevelTable({ verdicts, peak }: Props) {
  return (
    <ScrollRegion label="Verdict by level">
      <table className="table stacks">
        <TableHead columns={COLUMNS} />
        <tbody>
          {verdicts
            .toSorted((a, b) => a.level - b.level)
            .map((verdict) => {
              const kinds = verdict.alarms.map(alarmKind);
              return (
                <tr key={verdict.level}>
                  <th scope="row">
                    {verdict.level}
                    {verdict.level === ALARM_LEVEL && <p className="remark">as chosen</p>}
                  </th>
                  <td data-label="alarms">{verdict.alarms.map(named).join(", ") || "none"}</td>
                  <td className="number" data-label="true">
                    {kinds.filter((kind) => kind === "true alarm").length}
                  </td>
                  <td className="number" data-label="false">
                    {kinds.filter((kind) => kind === "false alarm").length}
                  </td>
                  <td data-label="at the peak">{atPeakWords(verdict.atPeak, peak)}</td>
                  <td className="number" data-label="months followed by a crash">
                    {followedWords(verdict.months)}
                  </td>
                </tr>
              );
            })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function named(alarm: Alarm): string {
  return `${formatPeriod(alarm.first)} (${alarmKind(alarm).replace(" alarm", "")})`;
}
