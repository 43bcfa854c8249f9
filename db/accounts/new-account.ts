import type { Person } from "../../lib/auth/person.ts";
import type { Role } from "../../lib/auth/role.ts";
import { invariant } from "../../lib/invariant.ts";
import { personRecord } from "../queries/people.ts";
import { credential, person } from "../schema/index.ts";
import type { Db } from "../store.ts";

/** How the library that checks passwords calls this way to sign in. */
export const PASSWORD_PROVIDER = "credential";

/** What an account is made of. The e-mail address is in small letters. */
export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly passwordHash: string;
}

/** Stores a person and their password. Run it in a transaction; it throws if the e-mail address has an account. */
export async function addAccount(tx: Db, account: NewAccount): Promise<Person> {
  const { passwordHash, ...identity } = account;
  const [added] = await tx.insert(person).values(identity).returning(personRecord);
  invariant(added, "an inserted person is returned");
  await tx
    .insert(credential)
    .values({ personId: added.id, provider: PASSWORD_PROVIDER, accountId: added.id, password: passwordHash });
  return added;
}
