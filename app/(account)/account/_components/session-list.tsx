import { formatInstant } from "../../../../lib/numbers/format-instant.ts";
import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";
import { SubmitButton } from "../../../_components/ui/submit-button.tsx";
import { TableHead } from "../../../_components/ui/table-head.tsx";
import type { SessionView } from "../../../_data/own-account.ts";

const COLUMNS = [
  { label: "Device" },
  { label: "Address" },
  { label: "Signed in" },
  { label: "Last renewed" },
  { label: "End it" },
];

/** One’s sessions, each with a button that ends it; part of a form that tells by the button which one. */
export function SessionList({ sessions }: { readonly sessions: readonly SessionView[] }) {
  return (
    <>
      <ScrollRegion label="List of sessions">
        <table className="table stacks">
          <caption className="visually-hidden">Sessions</caption>
          <TableHead columns={COLUMNS} />
          <tbody>
            {sessions.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {sessions.length > 1 && (
        <p className="table-acts">
          <SubmitButton name="others" value="all" isLead={false}>
            End all other sessions
          </SubmitButton>
        </p>
      )}
    </>
  );
}

function SessionRow({ session }: { readonly session: SessionView }) {
  const { id, device, address, createdAt, lastSeenAt, isCurrent } = session;
  return (
    <tr>
      <th scope="row">
        {device} {isCurrent && <span className="tag">this one</span>}
      </th>
      <td data-label="Address:">{address ?? "–"}</td>
      <td className="nowrap" data-label="Signed in:">
        {formatInstant(createdAt)}
      </td>
      <td className="nowrap" data-label="Last renewed:">
        {formatInstant(lastSeenAt)}
      </td>
      <td>
        {!isCurrent && (
          <SubmitButton name="session" value={id} isLead={false}>
            End<span className="visually-hidden"> the session of {device}</span>
          </SubmitButton>
        )}
      </td>
    </tr>
  );
}
