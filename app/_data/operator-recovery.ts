import "server-only";
import { people } from "../../db/queries/people.ts";
import type { Db } from "../../db/store.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { newRecovery } from "./recovery.ts";

/**
 * The path of a fresh recovery link for whoever has this e-mail address (in small letters), as whoever runs the server
 * asks for it. The refusal is one sentence for them.
 */
export async function operatorRecoveryPath(db: Db, email: string): Promise<Result<string, string>> {
  const everyone = await people(db);
  if (everyone.length === 0) {
    return err(
      `No account has the e-mail address ${email}, as there is none yet: start without --recover, and open the link that is printed.`,
    );
  }
  const person = everyone.find((one) => one.email === email);
  const made = person ? await newRecovery(db, person.id, null) : err("unknown-person" as const);
  if (made.ok) return ok(made.value.path);
  const admins = everyone.filter((one) => one.role === "admin" && one.disabledAt === null);
  const remedy = `give --recover that of an admin (${admins.map((admin) => admin.email).join(", ")})`;
  return made.error === "disabled"
    ? err(`The account of ${email} is disabled: have it enabled under People, or ${remedy}.`)
    : err(`No account has the e-mail address ${email}: look for a slip in it, or ${remedy}.`);
}
