import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { auditEntries } from "../../db/queries/audit.ts";
import type { Store } from "../../db/store.ts";
import { openServerTestStore, openTestStore } from "../../db/testing.ts";
import { acting } from "../../db/testing-accounts.ts";
import type { Actor, Person } from "../../lib/auth/person.ts";
import { signedIn } from "./actor.ts";
import { changePassword } from "./own-account.ts";
import { loadRecovery, recover, recoverByLink } from "./recovery.ts";
import type { SessionCookie } from "./session-cookie.ts";
import { signIn } from "./sign-in.ts";
import { serveTestStore } from "./testing.ts";
import { anAccount, cookieOf, type countingPasswords, PASSWORD, serveAccounts } from "./testing-people.ts";
import type { Visit } from "./visit.ts";

vi.mock("next/headers", () => import("./testing-request.ts"));

const CHOSEN = "another long password";

describe.each([
  { kind: "PGlite", open: openTestStore },
  { kind: "server", open: openServerTestStore },
])("a recovery link ($kind)", ({ open }) => {
  let store: Store;
  let passwords: ReturnType<typeof countingPasswords>;
  let admin: Actor;
  let ada: Person;
  beforeAll(async () => {
    store = await serveTestStore(open());
    passwords = await serveAccounts();
    admin = acting(await anAccount("admin"));
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await store.db.execute(sql`delete from attempt`);
    ada = await anAccount("editor");
  });

  const from = (visit: Partial<Visit> = {}): Visit => ({
    address: "192.0.2.1",
    device: "Firefox/133.0 (Windows NT 10.0)",
    isSecure: false,
    site: "",
    cookie: null,
    ...visit,
  });
  const cookieIn = ({ name, value }: SessionCookie) => `${name}=${encodeURIComponent(value)}`;
  const isIn = async (cookie: string) => (await signedIn(from({ cookie }))) !== null;
  const may = async (password: string) => (await signIn({ email: ada.email, password }, from())).ok;

  async function tokenFor(person: Person): Promise<string> {
    const made = await recoverByLink(person.id, admin);
    if (!made.ok) throw new Error(made.error);
    expect(made.value).toEqual({
      email: person.email,
      path: expect.stringMatching(/^\/recover\?token=[\w-]{43}$/),
    });
    return made.value.path.slice(-43);
  }

  test("takes a new password in the place of the old one and signs in, where nobody else still is", async () => {
    const token = await tokenFor(ada);
    const there = await cookieOf(ada);
    expect(await loadRecovery(token)).toEqual(ada);
    const opened = await recover({ token, password: CHOSEN }, from());
    if (!opened.ok) throw new Error(opened.error);
    expect([await isIn(cookieIn(opened.value)), await isIn(there)]).toEqual([true, false]);
    expect([await may(PASSWORD), await may(CHOSEN)]).toEqual([false, true]);
    expect(await loadRecovery(token)).toBeNull();
    expect(await recover({ token, password: PASSWORD }, from())).toEqual({ ok: false, error: "unusable" });
    expect(await may(CHOSEN)).toBe(true);
  });

  test("stays good when the password repeats what everyone knows of its person", async () => {
    const token = await tokenFor(ada);
    for (const password of [ada.email, ada.name, "bubblescope bubblescope"]) {
      expect(await recover({ token, password }, from())).toEqual({ ok: false, error: "repeats" });
    }
    expect(await recover({ token, password: CHOSEN }, from())).toMatchObject({ ok: true });
  });

  test("is void once its person has changed the password themselves", async () => {
    const token = await tokenFor(ada);
    const visit = from({ cookie: await cookieOf(ada) });
    const given = { currentPassword: PASSWORD, newPassword: CHOSEN };
    expect(await changePassword(given, acting(ada), visit)).toMatchObject({ ok: true });
    expect(await recover({ token, password: PASSWORD }, from())).toEqual({ ok: false, error: "unusable" });
  });

  test("that is not known costs no hashing, and is refused like one that was used", async () => {
    const before = passwords.uses();
    for (const token of ["", "guessed", "x".repeat(43)]) {
      expect(await recover({ token, password: CHOSEN }, from())).toEqual({ ok: false, error: "unusable" });
    }
    expect(passwords.uses()).toBe(before);
    expect(await auditEntries(store.db, { action: "recovery-link-used" }, { limit: 9 })).not.toContainEqual(
      expect.objectContaining({ subject: ada.email }),
    );
  });

  test("tried from one address is refused after fifty guesses, and from another not", async () => {
    const token = await tokenFor(ada);
    for (let guess = 0; guess < 50; guess += 1) {
      await recover({ token: `guess ${guess}`, password: CHOSEN }, from());
    }
    const tooMany = { ok: false, error: "too-many" };
    expect(await recover({ token, password: CHOSEN }, from())).toEqual(tooMany);
    expect(await recover({ token, password: CHOSEN }, from({ address: "192.0.2.2" }))).toMatchObject({
      ok: true,
    });
  });

  test("tried more than ten times at once is not hashed for more often", async () => {
    const token = await tokenFor(ada);
    const before = passwords.uses();
    const tries = await Promise.all(
      Array.from({ length: 14 }, () => recover({ token, password: CHOSEN }, from())),
    );
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    // Ten hashes at most, and the check by which the one who got in is signed in.
    expect(passwords.uses() - before).toBeLessThanOrEqual(11);
  });
});
