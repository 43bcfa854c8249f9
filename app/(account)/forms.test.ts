import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { apiKeys } from "../../db/queries/api-keys.ts";
import { openInvitations } from "../../db/queries/invitations.ts";
import { people } from "../../db/queries/people.ts";
import type { Store } from "../../db/store.ts";
import type { Actor } from "../../lib/auth/person.ts";
import { type FormState, NEW_FORM } from "../../lib/forms/form-state.ts";
import { currentPerson, signedIn } from "../_data/actor.ts";
import type { FormAction } from "../_data/guarded-action.ts";
import { isSetUpTokenValid, newSetUpPath } from "../_data/set-up.ts";
import { serveTestStore } from "../_data/testing.ts";
import { cookieOf, PASSWORD, serveAccounts } from "../_data/testing-people.ts";
import { arrive, cookiesSet, headers, SITE } from "../_data/testing-request.ts";
import { visitOf } from "../_data/visit.ts";
import { createKey, revokeKey } from "../admin/keys/actions.ts";
import { changePeople, invitePerson, withdraw } from "../admin/people/actions.ts";
import { changeOwnName, changeOwnPassword, endSessions } from "./account/actions.ts";
import { acceptInvitation } from "./invitation/actions.ts";
import { recover } from "./recover/actions.ts";
import { setUp } from "./setup/actions.ts";
import { signIn } from "./sign-in/actions.ts";
import { signOut } from "./sign-out/actions.ts";

vi.mock("next/headers", () => import("../_data/testing-request.ts"));
vi.mock("next/cache", () => ({ refresh: () => {} }));

const SESSION = "bubblescope-session";
const ada = { name: "Ada Lovelace", email: "ada@example.org", password: PASSWORD };

let store: Store;
/** The cookie that the one browser of these tests holds. */
let cookie: string | undefined;
/** Who is signed in on the page that comes back with what an action said. */
let shown: Actor | null;
beforeAll(async () => {
  store = await serveTestStore();
  await serveAccounts();
});
afterAll(() => store.close());
beforeEach(() => {
  cookie = undefined;
});

/** Sends a form from one of our pages; the browser keeps the cookie it is given. */
async function send(action: FormAction, fields: Record<string, string | string[]>) {
  arrive(cookie === undefined ? {} : { cookie });
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat()) form.append(name, each);
  const outcome = await action(NEW_FORM, form).catch((thrown: unknown) => ({ goesTo: targetOf(thrown) }));
  shown = await currentPerson();
  const set = cookiesSet().get(SESSION);
  if (set !== undefined) cookie = set === "" ? undefined : `${SESSION}=${encodeURIComponent(set)}`;
  return outcome;
}

/** Where a redirect leads, which Next throws as an error with this digest. */
function targetOf(thrown: unknown): string {
  const digest = thrown instanceof Error && "digest" in thrown ? String(thrown.digest) : "";
  const [kind, , target] = digest.split(";");
  if (kind !== "NEXT_REDIRECT" || target === undefined) throw thrown;
  return target;
}

async function whoIsIn() {
  arrive(cookie === undefined ? {} : { cookie });
  return signedIn(visitOf(await headers()));
}

const idOf = async (email: string) => (await people(store.db)).find((one) => one.email === email)?.id ?? "";
const shownOnce = (outcome: object) => ("shownOnce" in outcome ? String(outcome.shownOnce) : "");
const refusedWith = (errors: FormState["errors"]) => ({ outcome: "refused", errors });

describe("the way in, one after another", () => {
  test("the set-up link makes the first admin and signs them in", async () => {
    const path = (await newSetUpPath(store.db)) ?? "";
    const token = path.replace("/setup?token=", "");
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);

    const wrong = await send(setUp, { ...ada, token, name: "", password: "short" });
    expect(wrong).toMatchObject({
      outcome: "refused",
      errors: { name: expect.any(String), password: expect.any(String) },
    });
    expect(wrong).toMatchObject({ values: { email: "ada@example.org" } });
    expect(await isSetUpTokenValid(token)).toBe(true);
    expect(await send(setUp, { ...ada, token: "guessed" })).toMatchObject(refusedWith({}));

    expect(await send(setUp, { ...ada, token })).toEqual({ goesTo: "/admin/people" });
    expect(await whoIsIn()).toMatchObject({ email: ada.email, name: ada.name, role: "admin" });
    expect(await send(setUp, { ...ada, token, email: "eve@example.org" })).toMatchObject(refusedWith({}));
    expect(await newSetUpPath(store.db)).toBeNull();
  });

  test("an admin's invitation is shown once as a link, brings someone in once, and can be withdrawn", async () => {
    cookie = await cookieOf(ada);
    const invited = await send(invitePerson, { email: " Grace@Example.org ", role: "editor" });
    const link = new URL(shownOnce(invited));
    expect(link.href).toMatch(new RegExp(`^${SITE}/invitation\\?token=[A-Za-z0-9_-]{43}$`));
    expect(await send(invitePerson, { email: ada.email, role: "reader" })).toMatchObject({
      outcome: "refused",
      errors: { email: expect.stringContaining("account already") },
    });

    cookie = undefined;
    const token = link.searchParams.get("token") ?? "";
    const grace = {
      token,
      name: "Grace Hopper",
      password: PASSWORD,
      email: "eve@example.org",
      role: "admin",
    };
    expect(await send(acceptInvitation, { ...grace, token: "guessed" })).toMatchObject(refusedWith({}));
    expect(await send(acceptInvitation, grace)).toEqual({ goesTo: "/account" });
    expect(await whoIsIn()).toMatchObject({ email: "grace@example.org", role: "editor" });
    expect(await send(acceptInvitation, grace)).toMatchObject(refusedWith({}));

    cookie = await cookieOf(ada);
    const second = await send(invitePerson, { email: "mary@example.org", role: "reader" });
    const [open] = await openInvitations(store.db);
    expect(await send(withdraw, { invitation: open?.id ?? "" })).toMatchObject({ outcome: "done" });
    expect(await send(withdraw, { invitation: open?.id ?? "" })).toMatchObject({ outcome: "refused" });
    const withdrawn = new URL(shownOnce(second)).searchParams.get("token") ?? "";
    expect(await send(acceptInvitation, { ...grace, token: withdrawn })).toMatchObject(refusedWith({}));
  });

  test("signing in keeps a cookie and goes where one wanted, but not off this site; signing out drops it", async () => {
    const wrong = await send(signIn, { email: ada.email, password: "not the password", next: "/series" });
    expect(wrong).toMatchObject({
      outcome: "refused",
      errors: {},
      values: { email: ada.email, next: "/series" },
    });
    expect(await send(signIn, { email: "nobody@example.org", password: PASSWORD })).toMatchObject({
      message: (wrong as FormState).message,
    });
    expect(cookie).toBeUndefined();

    expect(await send(signIn, { ...ada, email: "ADA@example.org", next: "/series?q=ai" })).toEqual({
      goesTo: "/series?q=ai",
    });
    expect(await whoIsIn()).toMatchObject({ email: ada.email });
    expect(await send(signIn, { ...ada, next: "//evil.example" })).toEqual({ goesTo: "/" });
    expect(await send(signOut, {})).toEqual({ goesTo: "/" });
    expect(shown).toBeNull();
    expect(cookie).toBeUndefined();
  });
});

describe("one's own account", () => {
  beforeEach(async () => {
    cookie = await cookieOf(ada);
  });

  test("takes another name", async () => {
    expect(await send(changeOwnName, { name: " " })).toMatchObject({ errors: { name: "Give a name." } });
    expect(await send(changeOwnName, { name: "Ada, Countess of Lovelace" })).toMatchObject({
      outcome: "done",
    });
    expect(await whoIsIn()).toMatchObject({ name: "Ada, Countess of Lovelace" });
  });

  test("takes another password only with the current one, and never gives one back", async () => {
    const wrong = await send(changeOwnPassword, {
      currentPassword: "a guess",
      newPassword: "another long password",
    });
    expect(wrong).toMatchObject({ errors: { currentPassword: expect.any(String) }, values: {} });
    const same = await send(changeOwnPassword, { currentPassword: PASSWORD, newPassword: "ada@example.org" });
    expect(same).toMatchObject({ errors: { newPassword: expect.any(String) }, values: {} });
    const there = cookie;
    expect(
      await send(changeOwnPassword, { currentPassword: PASSWORD, newPassword: "another long password" }),
    ).toMatchObject({
      outcome: "done",
    });
    expect(cookie).not.toBe(there);
    expect(shown).toMatchObject({ email: ada.email });
    expect(await whoIsIn()).toMatchObject({ email: ada.email });
    await send(changeOwnPassword, { currentPassword: "another long password", newPassword: PASSWORD });
  });

  test("ends one session of its own, never someone else's", async () => {
    const mine = cookie;
    cookie = await cookieOf({ email: "grace@example.org" });
    const graces = (await whoIsIn())?.sessionId ?? "";
    cookie = mine;
    expect(await send(endSessions, { session: graces })).toMatchObject({ outcome: "refused" });
    expect(await send(endSessions, { session: "1; drop table session" })).toMatchObject({
      outcome: "refused",
    });
    expect(await send(endSessions, { others: "all" })).toMatchObject({ outcome: "done" });
    expect(await whoIsIn()).not.toBeNull();
  });
});

describe("people and keys", () => {
  beforeEach(async () => {
    cookie = await cookieOf(ada);
  });

  test("an admin changes a role, disables and enables, by the button that was pressed", async () => {
    const id = await idOf("grace@example.org");
    const roleOf = async () => (await people(store.db)).find((one) => one.id === id);
    const roles = { [`role-of-${id}`]: "reader", [`role-of-${await idOf(ada.email)}`]: "admin" };
    expect(await send(changePeople, { ...roles, role: id })).toMatchObject({ outcome: "done" });
    expect(await roleOf()).toMatchObject({ role: "reader", disabledAt: null });
    expect(await send(changePeople, { ...roles, disable: id })).toMatchObject({ outcome: "done" });
    expect(await roleOf()).toMatchObject({ disabledAt: expect.any(Date) });
    expect(await send(changePeople, { ...roles, enable: id })).toMatchObject({ outcome: "done" });
    expect(await roleOf()).toMatchObject({ disabledAt: null });
  });

  test("an admin's recovery link is shown once, takes a new password once, and leads to one's account", async () => {
    const id = await idOf("grace@example.org");
    const made = await send(changePeople, { recover: id });
    const link = new URL(shownOnce(made));
    expect(link.href).toMatch(new RegExp(`^${SITE}/recover\\?token=[A-Za-z0-9_-]{43}$`));

    cookie = undefined;
    const chosen = { token: link.searchParams.get("token") ?? "", password: "another long password" };
    expect(await send(recover, { ...chosen, password: "short" })).toMatchObject({
      errors: { password: expect.any(String) },
      values: {},
    });
    expect(await send(recover, { ...chosen, password: "grace@example.org" })).toMatchObject({
      errors: { password: expect.stringContaining("does not repeat") },
      values: {},
    });
    const unknown = await send(recover, { ...chosen, token: "guessed" });
    expect(unknown).toMatchObject(refusedWith({}));
    expect(await send(recover, chosen)).toEqual({ goesTo: "/account" });
    expect(await whoIsIn()).toMatchObject({ email: "grace@example.org" });
    expect(await send(recover, chosen)).toEqual(unknown);

    expect(await send(signIn, { email: "grace@example.org", password: PASSWORD })).toMatchObject(
      refusedWith({}),
    );
    expect(await send(signIn, { email: "grace@example.org", password: chosen.password })).toEqual({
      goesTo: "/",
    });
  });

  test("no recovery link is made for whoever is disabled, which is said with the remedy", async () => {
    const id = await idOf("grace@example.org");
    await send(changePeople, { disable: id });
    const refused = await send(changePeople, { recover: id });
    expect(refused).toMatchObject({
      outcome: "refused",
      message: expect.stringContaining("Enable it first"),
    });
    expect(refused).not.toHaveProperty("shownOnce");
    await send(changePeople, { enable: id });
  });

  test("the last admin stays one, and is told why", async () => {
    const own = await idOf(ada.email);
    const last = { outcome: "refused", message: expect.stringContaining("last admin") };
    expect(await send(changePeople, { disable: own })).toMatchObject(last);
    expect(await send(changePeople, { role: own, [`role-of-${own}`]: "reader" })).toMatchObject(last);
    expect(await whoIsIn()).toMatchObject({ role: "admin" });
  });

  test.each([
    { name: "no button", fields: {} },
    { name: "nobody", fields: { disable: "" } },
    { name: "a role there is not", fields: { role: "00000000-0000-4000-8000-000000000000" } },
    {
      name: "a person there is not to recover",
      fields: { recover: "00000000-0000-4000-8000-000000000000" },
    },
    { name: "a person there is not", fields: { disable: "00000000-0000-4000-8000-000000000000" } },
  ])("a form with $name changes nobody", async ({ fields }) => {
    expect(await send(changePeople, fields as Record<string, string>)).toMatchObject({ outcome: "refused" });
  });

  test("a key is shown once and stored as a hash, and is revoked for good", async () => {
    expect(await send(createKey, { name: "", scopes: [] })).toMatchObject({
      errors: { name: expect.any(String), scopes: expect.any(String) },
    });
    expect(await send(createKey, { name: "x", scopes: ["everything"] })).toMatchObject({
      outcome: "refused",
    });
    const made = await send(createKey, { name: "nightly", scopes: ["upload", "commit"] });
    const key = shownOnce(made);
    expect(key).toMatch(/^bsk_[A-Za-z0-9_-]{43}$/);
    const [listed] = await apiKeys(store.db);
    expect(listed).toMatchObject({ name: "nightly", start: key.slice(0, 8), scopes: ["upload", "commit"] });
    expect(JSON.stringify(listed)).not.toContain(key);

    const id = listed?.id ?? "";
    expect(await send(revokeKey, { key: id })).toMatchObject({ outcome: "done" });
    expect(await send(revokeKey, { key: id })).toMatchObject({ outcome: "refused" });
  });
});
