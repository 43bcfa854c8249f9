import type { Person } from "../../lib/auth/person.ts";
import { hasPeople } from "../queries/people.ts";
import { isCurrentSetUpLink } from "../queries/set-up-link.ts";
import { setUpLink } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { fromNow } from "./from-now.ts";
import { addAccount, type NewAccount } from "./new-account.ts";
import { writeAudit } from "./write-audit.ts";

const VALID_HOURS = 24;

/**
 * Makes the set-up link with this token the only valid one, for 24 hours. False, and no link is valid, when someone
 * has an account already.
 */
export function placeSetUpLink(db: Db, tokenHash: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.delete(setUpLink);
    if (await hasPeople(tx)) return false;
    const link = { tokenHash, expiresAt: fromNow({ hours: VALID_HOURS }) };
    await tx.insert(setUpLink).values(link).onConflictDoUpdate({ target: setUpLink.isOnly, set: link });
    return true;
  });
}

/** Uses up the link and stores the first admin; null, and nothing is stored, unless the link is valid. */
export function redeemSetUpLink(
  db: Db,
  tokenHash: string,
  account: Omit<NewAccount, "role">,
  address: string | null,
): Promise<Person | null> {
  return db.transaction(async (tx) => {
    const used = await tx
      .delete(setUpLink)
      .where(isCurrentSetUpLink(tokenHash))
      .returning({ isOnly: setUpLink.isOnly });
    if (used.length === 0 || (await hasPeople(tx))) return null;
    const first = await addAccount(tx, { ...account, role: "admin" });
    await writeAudit(tx, {
      action: "set-up",
      personId: first.id,
      keyId: null,
      address,
      subject: first.email,
    });
    return first;
  });
}
