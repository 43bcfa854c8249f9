import { formatInstant } from "../../../../lib/numbers/format-instant.ts";
import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../../_components/ui/table-head.tsx";
import type { AuditView } from "../../../_data/audit-log.ts";

const COLUMNS = [{ label: "When" }, { label: "Who" }, { label: "What" }, { label: "From" }];

/** Entries of the log, newest first. */
export function AuditTable({ entries }: { readonly entries: readonly AuditView[] }) {
  return (
    <ScrollRegion label="Audit log">
      <table className="table stacks">
        <caption className="visually-hidden">Entries of the audit log, newest first</caption>
        <TableHead columns={COLUMNS} />
        <tbody>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function EntryRow({ entry }: { readonly entry: AuditView }) {
  const { at, person, key, words, subject, detail, address } = entry;
  return (
    <tr>
      <td className="nowrap">
        <time dateTime={at.toISOString()}>{formatInstant(at)}</time>
      </td>
      <td>
        {person ? person.name : "unknown"}
        {person && <p className="remark">{person.email}</p>}
        {key && <p className="remark">by the API key {key}</p>}
      </td>
      <td>
        {words}
        {subject !== "" && subject !== person?.email && <>: {subject}</>}
        {detail !== "" && <p className="remark">{detail}</p>}
      </td>
      <td data-label="From:">{address ?? "–"}</td>
    </tr>
  );
}
