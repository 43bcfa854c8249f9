import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../lib/auth/person.ts";
import { auditEntries } from "../queries/audit.ts";
import { openInvitations, validInvitation } from "../queries/invitations.ts";
import { personByEmail } from "../queries/people.ts";
import { withEveryStore } from "../testing.ts";
import { acting, aHash, aPerson } from "../testing-accounts.ts";
import { acceptInvitation, invite, revokeInvitation } from "./invitations.ts";
import { changeRole, disablePerson } from "./people.ts";

withEveryStore("invitations", (store) => {
  const db = () => store().db;
  const accept = (token: string) =>
    acceptInvitation(db(), aHash(token), { name: "Grace", passwordHash: "hash" }, "192.0.2.2");
  const isValid = async (token: string) => (await validInvitation(db(), aHash(token))) !== null;
  let admin: Actor;
  beforeAll(async () => {
    admin = acting(await aPerson(db(), { role: "admin" }));
    await aPerson(db(), { role: "admin" });
  });

  async function invited(name: string, actor = admin): Promise<string> {
    const email = `${name}@example.org`;
    const made = await invite(db(), { email, role: "editor", tokenHash: aHash(name) }, actor);
    expect(made).toEqual({ ok: true, value: undefined });
    return email;
  }
  const openFor = async (email: string) => (await openInvitations(db())).filter((one) => one.email === email);

  test("brings in one person with the e-mail address and role it was made for, once", async () => {
    const email = await invited("grace");
    expect(await validInvitation(db(), aHash("grace"))).toEqual({ email, role: "editor" });
    const came = await Promise.all([accept("grace"), accept("grace"), accept("grace")]);
    expect(came.filter((person) => person !== null)).toMatchObject([
      { name: "Grace", email, role: "editor" },
    ]);
    expect(await isValid("grace")).toBe(false);
    expect(await openFor(email)).toEqual([]);
    expect(await auditEntries(db(), {}, { limit: 2 })).toMatchObject([
      { action: "invitation-accepted", person: { name: "Grace" }, address: "192.0.2.2" },
      { action: "invitation-created", person: { email: admin.email }, subject: email, detail: "editor" },
    ]);
  });

  test("is refused for an e-mail address that has an account", async () => {
    const { email } = await aPerson(db());
    const made = await invite(db(), { email, role: "reader", tokenHash: aHash("again") }, admin);
    expect(made).toEqual({ ok: false, error: "has-account" });
    expect(await openFor(email)).toEqual([]);
  });

  test("replaces the one before for the same e-mail address", async () => {
    const email = await invited("joan");
    const again = { email, role: "reader" as const, tokenHash: aHash("joan anew") };
    await invite(db(), again, admin);
    expect(await openFor(email)).toMatchObject([{ role: "reader" }]);
    expect([await isValid("joan"), await isValid("joan anew")]).toEqual([false, true]);
    expect(await accept("joan")).toBeNull();
  });

  test("is void after seven days, and can be made anew", async () => {
    const email = await invited("karen");
    const age = (span: string) =>
      db().execute(
        sql`update invitation set expires_at = expires_at - ${span}::interval where email = ${email}`,
      );
    await age("6 days 23 hours 59 minutes");
    expect(await isValid("karen")).toBe(true);
    await age("1 minute");
    expect(await isValid("karen")).toBe(false);
    expect(await accept("karen")).toBeNull();
    expect(await personByEmail(db(), email)).toBeNull();
    await invited("karen");
    expect(await isValid("karen")).toBe(true);
  });

  describe("does not work any more", () => {
    test("once it was withdrawn, which is told once", async () => {
      const email = await invited("mary");
      const [{ id } = { id: "" }] = await openFor(email);
      expect(await revokeInvitation(db(), id, admin)).toBe(true);
      expect(await revokeInvitation(db(), id, admin)).toBe(false);
      expect(await accept("mary")).toBeNull();
    });

    test("once whoever made it is disabled", async () => {
      const other = acting(await aPerson(db(), { role: "admin" }));
      await invited("anita", other);
      await disablePerson(db(), other.id, admin);
      expect(await accept("anita")).toBeNull();
    });

    test("once whoever made it is no admin any more", async () => {
      const other = acting(await aPerson(db(), { role: "admin" }));
      await invited("radia", other);
      await changeRole(db(), { personId: other.id, role: "editor" }, admin);
      expect(await accept("radia")).toBeNull();
    });
  });
});
