import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { disablePerson } from "../../db/accounts/people.ts";
import { auditEntries } from "../../db/queries/audit.ts";
import { sessionsOf } from "../../db/queries/sessions.ts";
import type { Store } from "../../db/store.ts";
import { openServerTestStore, openTestStore } from "../../db/testing.ts";
import { acting } from "../../db/testing-accounts.ts";
import type { Person } from "../../lib/auth/person.ts";
import { shownPerson, signedIn } from "./actor.ts";
import { changePassword, endOtherSessions } from "./own-account.ts";
import { signIn, signOut } from "./sign-in.ts";
import { serveTestStore } from "./testing.ts";
import { anAccount, type countingPasswords, PASSWORD, serveAccounts } from "./testing-people.ts";
import { arrive } from "./testing-request.ts";
import type { Visit } from "./visit.ts";

vi.mock("next/headers", () => import("./testing-request.ts"));

describe.each([
  { kind: "PGlite", open: openTestStore },
  { kind: "server", open: openServerTestStore },
])("signing in ($kind)", ({ open }) => {
  let store: Store;
  let passwords: ReturnType<typeof countingPasswords>;
  let ada: Person;
  beforeAll(async () => {
    store = await serveTestStore(open());
    passwords = await serveAccounts();
    ada = await anAccount("admin");
    await anAccount("admin");
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await store.db.execute(sql`delete from attempt`);
  });

  const from = (visit: Partial<Visit> = {}): Visit => ({
    address: "192.0.2.1",
    device: "Firefox/133.0 (Windows NT 10.0)",
    isSecure: false,
    site: "",
    cookie: null,
    ...visit,
  });
  const tryAs = (email: string, password = PASSWORD, visit = from()) => signIn({ email, password }, visit);
  const newest = async (limit = 1) => auditEntries(store.db, {}, { limit });

  async function enter(person: Person, visit = from()) {
    const opened = await tryAs(person.email, PASSWORD, visit);
    if (!opened.ok) throw new Error(opened.error);
    const cookie = `${opened.value.name}=${encodeURIComponent(opened.value.value)}`;
    return { ...opened.value, cookie, visit: { ...visit, cookie } };
  }

  test("with the password opens a session that says who it is, from where and on what", async () => {
    const { visit } = await enter(ada);
    expect(await signedIn(visit)).toMatchObject({ ...ada, keyId: null, address: "192.0.2.1" });
    const [session] = await sessionsOf(store.db, ada.id);
    expect(session).toMatchObject({ address: "192.0.2.1", device: "Firefox/133.0 (Windows NT 10.0)" });
    expect(await newest()).toMatchObject([{ action: "sign-in", person: { email: ada.email } }]);
  });

  test("over HTTPS has a cookie of its own, which plain HTTP does not take", async () => {
    const plain = await enter(ada);
    const secure = await enter(ada, from({ isSecure: true }));
    expect([plain.name, secure.name]).toEqual(["bubblescope-session", "__Host-bubblescope-session"]);
    expect(await signedIn(secure.visit)).toMatchObject({ id: ada.id });
    expect(await signedIn({ ...secure.visit, isSecure: false })).toBeNull();
  });

  test("a cookie whose signature is not ours is worth nothing, even with the token of a session", async () => {
    const { value, name, visit } = await enter(ada);
    const [token] = value.split(".");
    for (const forged of [`${token}`, `${token}.`, `${token}.c2lnbmF0dXJl`, "."]) {
      expect(await signedIn({ ...visit, cookie: `${name}=${forged}` })).toBeNull();
    }
  });

  test("a session that has expired is worth nothing, and one a day old is renewed for two weeks", async () => {
    const person = await anAccount("reader");
    const { visit } = await enter(person);
    const age = (days: number) =>
      store.db.execute(
        sql`update session set expires_at = expires_at - make_interval(days => ${days}::int) where person_id = ${person.id}`,
      );
    await age(13);
    expect(await signedIn(visit)).not.toBeNull();
    await age(13);
    expect(await signedIn(visit)).not.toBeNull();
    await age(14);
    expect(await signedIn(visit)).toBeNull();
  });

  describe("is refused with one and the same answer, for the same work", () => {
    const wrong = { ok: false, error: "wrong" };

    test.each([
      { name: "an unknown e-mail address", account: "none", password: PASSWORD },
      { name: "a wrong password", account: "enabled", password: "not the password" },
      { name: "a disabled account, with its password", account: "disabled", password: PASSWORD },
      {
        name: "a disabled account, with a wrong password",
        account: "disabled",
        password: "not the password",
      },
    ])("$name", async ({ account, password }) => {
      const person = account === "none" ? { email: "nobody@example.org" } : await anAccount("editor");
      if (account === "disabled" && "id" in person) await disablePerson(store.db, person.id, acting(ada));
      const before = passwords.uses();
      expect(await tryAs(person.email, password)).toEqual(wrong);
      expect(passwords.uses() - before).toBe(1);
      expect(await newest()).toMatchObject([{ action: "sign-in-failed", address: "192.0.2.1" }]);
    });

    test("and the log knows whose account it was, where there is one", async () => {
      await tryAs(ada.email, "not the password");
      await tryAs("nobody@example.org");
      expect(await newest(2)).toMatchObject([
        { subject: "nobody@example.org", person: null },
        { subject: ada.email, person: { email: ada.email } },
      ]);
    });
  });

  describe("too often", () => {
    const wrong = { ok: false, error: "wrong" };
    const tooMany = { ok: false, error: "too-many" };

    test.each([
      { name: "an account", email: () => ada.email },
      { name: "an e-mail address without one", email: () => "nobody@example.org" },
    ])("on $name is refused after ten attempts from anywhere, whatever the password", async ({ email }) => {
      for (let attempt = 0; attempt < 10; attempt += 1) {
        expect(await tryAs(email(), "wrong password", from({ address: `192.0.2.${attempt}` }))).toEqual(
          wrong,
        );
      }
      const before = passwords.uses();
      expect(await tryAs(email(), PASSWORD, from({ address: "192.0.2.99" }))).toEqual(tooMany);
      expect(await tryAs(email(), PASSWORD, from({ address: "192.0.2.98" }))).toEqual(tooMany);
      expect(passwords.uses()).toBe(before);
      const blocked = await auditEntries(store.db, { action: "sign-in-blocked" }, { limit: 9 });
      expect(blocked.filter(({ subject }) => subject === email())).toHaveLength(1);
    });

    test("from one address is refused after fifty attempts on any accounts, and from its neighbours not", async () => {
      for (let attempt = 0; attempt < 50; attempt += 1) {
        expect(await tryAs(`nobody-${attempt}@example.org`, "wrong password")).toEqual(wrong);
      }
      expect(await tryAs(ada.email)).toEqual(tooMany);
      expect(await tryAs(ada.email, PASSWORD, from({ address: "192.0.2.2" }))).toMatchObject({ ok: true });
    });

    test("from one line counts together, however many IPv6 addresses it has", async () => {
      for (let attempt = 0; attempt < 50; attempt += 1) {
        await tryAs(`nobody-${attempt}@example.org`, "wrong", from({ address: `2001:db8::${attempt}` }));
      }
      expect(await tryAs(ada.email, PASSWORD, from({ address: "2001:db8::ffff" }))).toEqual(tooMany);
      expect(await tryAs(ada.email, PASSWORD, from({ address: "2001:db8:0:1::1" }))).toMatchObject({
        ok: true,
      });
    });

    test("at the same time does not slip through", async () => {
      const before = passwords.uses();
      await Promise.all(Array.from({ length: 14 }, () => tryAs(ada.email, "wrong password")));
      expect(passwords.uses() - before).toBe(10);
    });

    test("does not count attempts that turned out well", async () => {
      for (let attempt = 0; attempt < 12; attempt += 1) {
        expect(await tryAs(ada.email)).toMatchObject({ ok: true });
      }
    });

    test("is over after fifteen minutes", async () => {
      for (let attempt = 0; attempt < 11; attempt += 1) await tryAs(ada.email, "wrong password");
      expect(await tryAs(ada.email)).toEqual(tooMany);
      await store.db.execute(sql`update attempt set started_at = started_at - interval '15 minutes'`);
      expect(await tryAs(ada.email)).toMatchObject({ ok: true });
    });
  });

  describe("a session ends", () => {
    test("when its owner signs out, and only that one", async () => {
      const [here, there] = [await enter(ada), await enter(ada)];
      const actor = await signedIn(here.visit);
      if (!actor) throw new Error("signed in");
      await signOut(actor);
      expect(await signedIn(here.visit)).toBeNull();
      expect(await signedIn(there.visit)).not.toBeNull();
      expect(await newest()).toMatchObject([{ action: "sign-out", person: { email: ada.email } }]);
    });

    test("when its owner ends the others from another", async () => {
      const [here, there] = [await enter(ada), await enter(ada)];
      const actor = await signedIn(here.visit);
      if (!actor) throw new Error("signed in");
      expect(await endOtherSessions(actor)).toBeGreaterThanOrEqual(1);
      expect(await signedIn(there.visit)).toBeNull();
      expect(await signedIn(here.visit)).not.toBeNull();
    });

    test("when its owner is disabled, and stays so when they are enabled again", async () => {
      const gone = await anAccount("editor");
      const { visit } = await enter(gone);
      await disablePerson(store.db, gone.id, acting(ada));
      expect(await signedIn(visit)).toBeNull();
      await store.db.execute(sql`update person set disabled_at = null where id = ${gone.id}`);
      expect(await signedIn(visit)).toBeNull();
    });
  });

  describe("changing the password", () => {
    test("takes the current one, ends every other session and opens a new one here", async () => {
      const person = await anAccount("editor");
      const [here, there] = [await enter(person), await enter(person)];
      const passwordsGiven = { currentPassword: PASSWORD, newPassword: "another long password" };
      const changed = await changePassword(passwordsGiven, acting(person), here.visit);
      if (!changed.ok) throw new Error(changed.error);
      const cookie = `${changed.value.name}=${encodeURIComponent(changed.value.value)}`;
      expect(await signedIn(from({ cookie }))).toMatchObject({ id: person.id });
      expect([await signedIn(here.visit), await signedIn(there.visit)]).toEqual([null, null]);
      expect(await tryAs(person.email)).toMatchObject({ ok: false });
      expect(await tryAs(person.email, "another long password")).toMatchObject({ ok: true });
    });

    test("with a wrong one changes nothing, is logged, and is limited like signing in", async () => {
      const person = await anAccount("editor");
      const { visit } = await enter(person);
      const guess = { currentPassword: "a guess", newPassword: "another long password" };
      const change = () => changePassword(guess, acting(person), visit);
      expect(await change()).toEqual({ ok: false, error: "wrong" });
      expect(await newest()).toMatchObject([{ action: "password-change-failed" }]);
      for (let attempt = 0; attempt < 9; attempt += 1) await change();
      expect(await change()).toEqual({ ok: false, error: "too-many" });
      expect(await signedIn(visit)).not.toBeNull();
      expect(await tryAs(person.email)).toMatchObject({ ok: true });
    });
  });
});

describe("a visitor", () => {
  test("without the cookie of a session costs the store nothing, and one with it does", async () => {
    const noStore = Promise.reject(new Error("the store was asked"));
    noStore.catch(() => {});
    Object.assign(globalThis, { [Symbol.for("bubblescope.ready-store")]: noStore });
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    arrive({ cookie: "theme=dark; other=bubblescope-session" });
    expect(await shownPerson()).toBeNull();
    expect(logged).not.toHaveBeenCalled();
    arrive({ cookie: "theme=dark; bubblescope-session=x.y" });
    expect(await shownPerson()).toBeNull();
    expect(logged.mock.calls.flat().join(" ")).toContain("the store was asked");
    logged.mockClear();
  });
});
