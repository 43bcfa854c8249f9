import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor, Person } from "../../lib/auth/person.ts";
import { auditEntries } from "../queries/audit.ts";
import { personByRecoveryLink } from "../queries/recovery-link.ts";
import { sessionsOf } from "../queries/sessions.ts";
import { credential, recoveryLink, session } from "../schema/index.ts";
import { refusalOf, withEveryStore } from "../testing.ts";
import { acting, aHash, aPerson } from "../testing-accounts.ts";
import { changeRole, disablePerson, enablePerson } from "./people.ts";
import { placeRecoveryLink, redeemRecoveryLink } from "./recovery.ts";

withEveryStore("recovery links", (store) => {
  const db = () => store().db;
  const make = ({ id }: Person, token: string, actor: Actor | null = admin) =>
    placeRecoveryLink(db(), { personId: id, tokenHash: aHash(token) }, actor);
  const redeem = (token: string, passwordHash = "new") =>
    redeemRecoveryLink(db(), { tokenHash: aHash(token), passwordHash }, "192.0.2.7");
  const isValid = async (token: string) => (await personByRecoveryLink(db(), aHash(token))) !== null;
  const passwordOf = async ({ id }: Person) =>
    (await db().select().from(credential).where(eq(credential.personId, id)))[0]?.password;
  const isSignedIn = ({ id }: Person) =>
    db()
      .insert(session)
      .values({ personId: id, token: `of ${id}`, expiresAt: new Date(Date.now() + 60_000) });

  let admin: Actor;
  let ada: Person;
  beforeAll(async () => {
    admin = acting(await aPerson(db(), { role: "admin" }));
    await aPerson(db(), { role: "admin" });
  });
  beforeEach(async () => {
    ada = await aPerson(db(), { passwordHash: "old" });
  });

  test("give one person the password they chose, once, and end their sessions, nobody else's", async () => {
    const other = await aPerson(db(), { passwordHash: "of another" });
    await isSignedIn(ada);
    await isSignedIn(other);
    expect(await make(ada, "a")).toEqual({ ok: true, value: ada.email });
    expect(await personByRecoveryLink(db(), aHash("a"))).toEqual(ada);

    const used = await Promise.all([redeem("a", "first"), redeem("a", "second"), redeem("a", "third")]);
    expect(used.filter((person) => person !== null)).toEqual([ada]);
    const chosen = ["first", "second", "third"][used.findIndex((person) => person !== null)];
    expect(await passwordOf(ada)).toBe(chosen);
    expect(await passwordOf(other)).toBe("of another");
    expect(await sessionsOf(db(), ada.id)).toEqual([]);
    expect(await sessionsOf(db(), other.id)).toHaveLength(1);
    expect(await isValid("a")).toBe(false);
    expect(await auditEntries(db(), {}, { limit: 2 })).toMatchObject([
      {
        action: "recovery-link-used",
        person: { email: ada.email },
        address: "192.0.2.7",
        subject: ada.email,
      },
      { action: "recovery-link-made", person: { email: admin.email }, subject: ada.email },
    ]);
  });

  test("are made by whoever runs the server too, which the log tells", async () => {
    expect(await make(ada, "b", null)).toMatchObject({ ok: true });
    expect(await auditEntries(db(), {}, { limit: 1 })).toMatchObject([
      {
        action: "recovery-link-made",
        person: null,
        subject: ada.email,
        detail: "by whoever runs the server",
      },
    ]);
    expect(await redeem("b")).toEqual(ada);
  });

  test("replace the one before of the same person, and leave those of others", async () => {
    const other = await aPerson(db());
    await make(other, "of another");
    await make(ada, "c");
    await make(ada, "c anew");
    expect([await isValid("c"), await isValid("c anew"), await isValid("of another")]).toEqual([
      false,
      true,
      true,
    ]);
    expect(await redeem("c")).toBeNull();
    expect(await passwordOf(ada)).toBe("old");
  });

  test("are void after a day", async () => {
    await make(ada, "d");
    const age = (span: string) =>
      db().execute(
        sql`update recovery_link set expires_at = expires_at - ${span}::interval where person_id = ${ada.id}`,
      );
    await age("23 hours 59 minutes");
    expect(await isValid("d")).toBe(true);
    await age("1 minute");
    expect(await isValid("d")).toBe(false);
    expect(await redeem("d")).toBeNull();
    expect(await passwordOf(ada)).toBe("old");
  });

  test("are kept as a hash only", async () => {
    const unhashed = { personId: ada.id, tokenHash: "the token itself", expiresAt: new Date() };
    const stored = db().insert(recoveryLink).values(unhashed);
    expect(await refusalOf(stored)).toBe("recovery_link_token_hash_form");
  });

  test("are refused for someone who is not there, with nothing logged", async () => {
    const before = await auditEntries(db(), {}, { limit: 1 });
    const nobody = { ...ada, id: "00000000-0000-4000-8000-000000000000" };
    expect(await make(nobody, "e")).toEqual({ ok: false, error: "unknown-person" });
    expect(await auditEntries(db(), {}, { limit: 1 })).toEqual(before);
  });

  describe("of someone who is disabled", () => {
    test("are not made", async () => {
      await disablePerson(db(), ada.id, admin);
      expect(await make(ada, "f")).toEqual({ ok: false, error: "disabled" });
      expect(await isValid("f")).toBe(false);
    });

    test("do not work, nor once they are enabled again", async () => {
      await make(ada, "g");
      await disablePerson(db(), ada.id, admin);
      expect(await redeem("g")).toBeNull();
      await enablePerson(db(), ada.id, admin);
      expect(await isValid("g")).toBe(false);
      expect(await redeem("g")).toBeNull();
      expect(await passwordOf(ada)).toBe("old");
    });

    test("do not work even where one was left", async () => {
      await make(ada, "h");
      await db().execute(sql`update person set disabled_at = now() where id = ${ada.id}`);
      expect(await isValid("h")).toBe(false);
      expect(await redeem("h")).toBeNull();
    });
  });

  describe("do not work any more", () => {
    let other: Actor;
    beforeEach(async () => {
      other = acting(await aPerson(db(), { role: "admin" }));
      await make(ada, "of the other", other);
      expect(await isValid("of the other")).toBe(true);
    });

    test("once whoever made them is disabled", async () => {
      await disablePerson(db(), other.id, admin);
      expect(await redeem("of the other")).toBeNull();
    });

    test("once whoever made them is no admin any more", async () => {
      await changeRole(db(), { personId: other.id, role: "editor" }, admin);
      expect(await redeem("of the other")).toBeNull();
    });
  });

  test("that are used and made while people are disabled leave nobody waiting for another", async () => {
    const others = await Promise.all([1, 2, 3].map(() => aPerson(db(), { role: "admin" })));
    for (const [index, one] of others.entries()) await make(one, `at once ${index}`, acting(one));
    const settled = await Promise.allSettled([
      ...others.map((_, index) => redeem(`at once ${index}`)),
      ...others.map((one) => make(ada, "for ada", acting(one))),
      ...others.map((one) => disablePerson(db(), one.id, admin)),
    ]);
    expect(settled.filter(({ status }) => status === "rejected")).toEqual([]);
  });
});
