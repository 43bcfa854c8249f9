import Link from "next/link";
import { userAddress } from "../../../../lib/editing/addresses.ts";
import type { EditedTable } from "../../../../lib/editing/edited-table.ts";
import type { User } from "../../../../lib/editing/usage.ts";
import { TABLE_WORDS } from "../../../../lib/editing/words.ts";
import { ActionForm } from "../../../_components/ui/action-form.tsx";
import { SubmitButton } from "../../../_components/ui/submit-button.tsx";
import { TextField } from "../../../_components/ui/text-field.tsx";
import type { FormAction } from "../../../_data/guarded-action.ts";

interface StandingProps {
  readonly action: FormAction;
  readonly table: EditedTable;
  readonly rowKey: string;
  readonly isRetired: boolean;
  readonly users: readonly User[];
}

/** What uses a row, and, where nothing needs it, the form that removes it; a series is retired or brought back. */
export function Standing({ action, table, rowKey, isRetired, users }: StandingProps) {
  const { singular } = TABLE_WORDS[table];
  const act = isRetired ? BRING_BACK : table === "series" ? RETIRE : REMOVE;
  const isNeeded = !isRetired && users.some(({ needsIt }) => needsIt);
  return (
    <section className="section" aria-labelledby="standing">
      <h2 id="standing">{act.heading}</h2>
      {users.length > 0 && <UserList users={users} singular={singular} />}
      {isNeeded ? (
        <p className="notice">{act.whenNeeded}</p>
      ) : (
        <>
          <p className="section-intro">{act.effect}</p>
          <ActionForm action={action} label={`${act.heading} ${rowKey}`} className="stacked-form">
            <input type="hidden" name="table" value={table} />
            <input type="hidden" name="key" value={rowKey} />
            <TextField name="why" label="Why" />
            <SubmitButton name="kind" value={act.kind} isLead={false}>
              {act.heading} {rowKey}
            </SubmitButton>
          </ActionForm>
        </>
      )}
    </section>
  );
}

const REMOVE = {
  kind: "remove",
  heading: "Remove",
  effect: "It is taken out, as a revision that can be rolled back.",
  whenNeeded: "So it cannot be removed. Change or remove these first.",
} as const;
const RETIRE = {
  kind: "retire",
  heading: "Retire",
  effect: "A retired series keeps its values and its code, which no other series gets, and nobody sees it.",
  whenNeeded: "So it cannot be retired. Change or remove these first; to hide it at once, make it private.",
} as const;
const BRING_BACK = {
  kind: "bring-back",
  heading: "Bring back",
  effect: "It shows again with all its values.",
  whenNeeded: "",
} as const;

/** Of many users the first are named. */
const NAMED = 20;

function UserList({ users, singular }: { readonly users: readonly User[]; readonly singular: string }) {
  const more = users.length - NAMED;
  return (
    <>
      <p className="section-intro">This {singular} is used by:</p>
      <ul className="user-list">
        {users.slice(0, NAMED).map((user) => {
          const address = userAddress(user);
          return (
            <li key={`${user.words} ${user.row?.key}`}>
              {address === null ? (
                user.words
              ) : (
                <Link href={address} prefetch={false}>
                  {user.words}
                </Link>
              )}
            </li>
          );
        })}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </>
  );
}
