import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor, Person } from "../../lib/auth/person.ts";
import { auditEntries } from "../queries/audit.ts";
import { isShutOut, people } from "../queries/people.ts";
import { sessionsOf } from "../queries/sessions.ts";
import { session } from "../schema/index.ts";
import { withEveryStore } from "../testing.ts";
import { acting, aPerson } from "../testing-accounts.ts";
import { changeRole, disablePerson, enablePerson } from "./people.ts";

withEveryStore("people", (store) => {
  const db = () => store().db;
  const roleOf = async ({ id }: Person) => (await people(db())).find((one) => one.id === id)?.role;
  const newest = () => auditEntries(db(), {}, { limit: 1 });
  let ada: Actor;
  let bea: Actor;
  let editor: Person;
  beforeAll(async () => {
    ada = acting(await aPerson(db(), { name: "Ada", role: "admin" }));
    bea = acting(await aPerson(db(), { name: "Bea", role: "admin" }));
    editor = await aPerson(db(), { role: "editor" });
  });
  beforeEach(async () => {
    await db().execute(
      sql`update person set role = 'admin', disabled_at = null where name in ('Ada', 'Bea')`,
    );
  });

  test("come by e-mail address", async () => {
    const emails = (await people(db())).map(({ email }) => email);
    expect(emails).toEqual([...emails].sort());
  });

  test("get another role, which is told as from and to", async () => {
    expect(await changeRole(db(), { personId: editor.id, role: "reader" }, ada)).toMatchObject({ ok: true });
    expect(await roleOf(editor)).toBe("reader");
    expect(await newest()).toMatchObject([
      { action: "role-changed", person: { name: "Ada" }, subject: editor.email, detail: "editor → reader" },
    ]);
  });

  test("keep their role without a word when it is the same", async () => {
    const before = await newest();
    expect(await changeRole(db(), { personId: ada.id, role: "admin" }, bea)).toMatchObject({ ok: true });
    expect(await newest()).toEqual(before);
  });

  test("are shut out with their sessions, and come back without them", async () => {
    const expiresAt = new Date(Date.now() + 60_000);
    await db().insert(session).values({ personId: editor.id, token: "of the editor", expiresAt });
    await db().insert(session).values({ personId: ada.id, token: "of the admin", expiresAt });
    expect(await isShutOut(db(), editor.id)).toBe(false);

    expect(await disablePerson(db(), editor.id, ada)).toMatchObject({ ok: true });
    expect(await isShutOut(db(), editor.id)).toBe(true);
    expect(await sessionsOf(db(), editor.id)).toEqual([]);
    expect(await sessionsOf(db(), ada.id)).toHaveLength(1);
    expect(await newest()).toMatchObject([{ action: "person-disabled", subject: editor.email }]);

    expect(await enablePerson(db(), editor.id, ada)).toMatchObject({ ok: true });
    expect(await isShutOut(db(), editor.id)).toBe(false);
    expect(await newest()).toMatchObject([{ action: "person-enabled", subject: editor.email }]);
  });

  test("who are not there are refused", async () => {
    const personId = "00000000-0000-4000-8000-000000000000";
    const refused = { ok: false, error: "unknown-person" };
    expect(await changeRole(db(), { personId, role: "admin" }, ada)).toEqual(refused);
    expect(await disablePerson(db(), personId, ada)).toEqual(refused);
    expect(await enablePerson(db(), personId, ada)).toEqual(refused);
    expect(await isShutOut(db(), personId)).toBe(true);
  });

  describe("the last admin", () => {
    const refused = { ok: false, error: "last-admin" };

    test("keeps the role and stays", async () => {
      await changeRole(db(), { personId: bea.id, role: "editor" }, ada);
      expect(await changeRole(db(), { personId: ada.id, role: "editor" }, ada)).toEqual(refused);
      expect(await disablePerson(db(), ada.id, ada)).toEqual(refused);
      expect(await roleOf(ada)).toBe("admin");
    });

    test("is the last one also when the others are disabled", async () => {
      await disablePerson(db(), bea.id, ada);
      expect(await changeRole(db(), { personId: ada.id, role: "reader" }, ada)).toEqual(refused);
      expect(await disablePerson(db(), ada.id, ada)).toEqual(refused);
    });

    test.each([
      {
        name: "demoting each other",
        act: (admin: Actor) => changeRole(db(), { personId: admin.id, role: "editor" as const }, admin),
      },
      { name: "disabling each other", act: (admin: Actor) => disablePerson(db(), admin.id, admin) },
    ])("is left when two admins are $name at the same time", async ({ act }) => {
      const results = await Promise.all([act(ada), act(bea)]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results).toContainEqual(refused);
    });
  });
});
