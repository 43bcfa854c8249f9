import { formatInstant } from "../../../../lib/numbers/format-instant.ts";
import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";
import { SubmitButton } from "../../../_components/ui/submit-button.tsx";
import { TableHead } from "../../../_components/ui/table-head.tsx";
import type { InvitationView } from "../../../_data/people.ts";

const COLUMNS = [
  { label: "E-mail address" },
  { label: "Role" },
  { label: "Invited by" },
  { label: "Works until" },
  { label: "Withdraw it" },
];

/** Invitations that were neither accepted nor withdrawn; part of a form that tells by the button which to withdraw. */
export function InvitationList({ invitations }: { readonly invitations: readonly InvitationView[] }) {
  return (
    <ScrollRegion label="List of open invitations">
      <table className="table stacks">
        <caption className="visually-hidden">Open invitations, newest first</caption>
        <TableHead columns={COLUMNS} />
        <tbody>
          {invitations.map(({ id, email, role, invitedBy, expiresAt, hasExpired }) => (
            <tr key={id}>
              <th scope="row">{email}</th>
              <td data-label="Role:">{role}</td>
              <td data-label="Invited by:">{invitedBy}</td>
              <td className="nowrap" data-label="Works until:">
                {formatInstant(expiresAt)} {hasExpired && <span className="tag hollow">expired</span>}
              </td>
              <td>
                <SubmitButton name="invitation" value={id} isLead={false}>
                  Withdraw<span className="visually-hidden"> the invitation of {email}</span>
                </SubmitButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
