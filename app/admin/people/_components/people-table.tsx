import { ROLES } from "../../../../lib/auth/role.ts";
import { formatInstant } from "../../../../lib/numbers/format-instant.ts";
import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";
import { SubmitButton } from "../../../_components/ui/submit-button.tsx";
import { TableHead } from "../../../_components/ui/table-head.tsx";
import type { PersonView } from "../../../_data/people.ts";

const COLUMNS = [
  { label: "Name" },
  { label: "Last seen" },
  { label: "Account" },
  { label: "Role" },
  { label: "Password" },
];

/** Everyone with an account, each with buttons that change what they may do; part of a form that tells by the button. */
export function PeopleTable({
  people,
  ownId,
}: {
  readonly people: readonly PersonView[];
  readonly ownId: string;
}) {
  return (
    <ScrollRegion label="People">
      <table className="table stacks">
        <caption className="visually-hidden">People</caption>
        <TableHead columns={COLUMNS} />
        <tbody>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} isOwn={person.id === ownId} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function PersonRow({ person, isOwn }: { readonly person: PersonView; readonly isOwn: boolean }) {
  const { id, name, email, role, disabledAt, lastSeenAt } = person;
  const verb = disabledAt === null ? "disable" : "enable";
  return (
    <tr>
      <th scope="row">
        {name} {isOwn && <span className="tag">you</span>}
        <p className="remark">{email}</p>
      </th>
      <td className="nowrap" data-label="Last seen:">
        {lastSeenAt ? formatInstant(lastSeenAt) : "not signed in"}
      </td>
      <td>
        <div className="row-acts">
          <span className={disabledAt === null ? "tag" : "tag hollow"}>
            {disabledAt === null ? "enabled" : "disabled"}
          </span>
          <SubmitButton name={verb} value={id} isLead={false}>
            {disabledAt === null ? "Disable" : "Enable"}
            <span className="visually-hidden"> {name}</span>
          </SubmitButton>
        </div>
      </td>
      <td>
        <div className="row-acts">
          <select
            className="field"
            key={role}
            name={`role-of-${id}`}
            defaultValue={role}
            aria-label={`Role of ${name}`}
          >
            {ROLES.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
          <SubmitButton name="role" value={id} isLead={false}>
            Change<span className="visually-hidden"> the role of {name}</span>
          </SubmitButton>
        </div>
      </td>
      <td>
        {disabledAt === null && (
          <SubmitButton name="recover" value={id} isLead={false}>
            Make a recovery link<span className="visually-hidden"> for {name}</span>
          </SubmitButton>
        )}
      </td>
    </tr>
  );
}
