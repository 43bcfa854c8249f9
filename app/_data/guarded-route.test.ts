import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Store } from "../../db/store.ts";
import { Problem } from "../../lib/api/problem.ts";
import type { Action } from "../../lib/auth/action.ts";
import type { KeyScope } from "../../lib/auth/key-scope.ts";
import type { Actor, Person } from "../../lib/auth/person.ts";
import { makeKey } from "./api-keys.ts";
import { guardedRoute } from "./guarded-route.ts";
import { serveTestStore } from "./testing.ts";
import { anAccount, cookieOf, serveAccounts } from "./testing-people.ts";

vi.mock("next/headers", () => import("./testing-request.ts"));

let store: Store;
let admin: Person;
beforeAll(async () => {
  store = await serveTestStore();
  await serveAccounts();
  admin = await anAccount("admin");
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.execute(sql`update person set disabled_at = null, role = 'admin' where id = ${admin.id}`);
});

const asActor = (person: Person): Actor => ({ ...person, sessionId: null, keyId: null, address: null });
const keyWith = (scopes: KeyScope[]) => makeKey({ name: "of the test", scopes }, asActor(admin));

/** What a route of this action answers a request with these headers: the status, and who was let in or why not. */
async function answer(action: Action, headers: Record<string, string>, method = "POST") {
  const route = guardedRoute<{ id: string }>(action, async ({ actor, params }) =>
    Response.json({ who: actor.email, byKey: actor.keyId !== null, id: params.id }),
  );
  const request = new Request("http://localhost:3000/x", {
    method,
    headers: { host: "localhost:3000", ...headers },
  });
  const response = await route(request, { params: Promise.resolve({ id: "7" }) });
  expect(response.headers.get("cache-control")).toMatch(/no-store/);
  const body = await response.json();
  return response.ok
    ? [response.status, body]
    : [response.status, Problem.parse(body).type.split(":").at(-1)];
}
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

describe("an API key", () => {
  test("lets its owner's program in, from anywhere, for what its scope says", async () => {
    const key = await keyWith(["upload"]);
    const letIn = [200, { who: admin.email, byKey: true, id: "7" }];
    expect(await answer("upload", bearer(key))).toEqual(letIn);
    expect(await answer("upload", { ...bearer(key), origin: "https://notebook.example" })).toEqual(letIn);
    expect(await answer("upload", { authorization: `bearer ${key}` })).toEqual(letIn);
    expect(await answer("commit", bearer(key))).toEqual([403, "key-scope"]);
    expect(await answer("manage-people", bearer(key))).toEqual([403, "key-scope"]);
  });

  test.each([
    ["a guess", "bsk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
    ["nothing", ""],
    ["something else", "eyJhbGciOiJub25lIn0"],
  ])("that is %s lets nobody in, not even with the session of an admin", async (_, key) => {
    const cookie = await cookieOf(admin);
    const sent = { ...bearer(key), cookie, origin: "http://localhost:3000" };
    expect(await answer("upload", sent)).toEqual([401, "key-unknown"]);
  });

  test("does not outlive what its owner may do", async () => {
    const key = await keyWith(["upload"]);
    await store.db.execute(sql`update person set role = 'reader' where id = ${admin.id}`);
    expect(await answer("upload", bearer(key))).toEqual([403, "role"]);
    await store.db.execute(sql`update person set disabled_at = now() where id = ${admin.id}`);
    expect(await answer("upload", bearer(key))).toEqual([401, "key-unknown"]);
  });
});

describe("a session", () => {
  test("lets in who may, from our own pages; a read from anywhere", async () => {
    const cookie = await cookieOf(admin);
    const own = { cookie, origin: "http://localhost:3000" };
    expect(await answer("upload", own)).toEqual([200, { who: admin.email, byKey: false, id: "7" }]);
    expect(await answer("upload", { cookie })).toEqual([403, "foreign-origin"]);
    expect(await answer("upload", { cookie }, "GET")).toMatchObject([200, { who: admin.email }]);
    expect(await answer("upload", {}, "GET")).toEqual([401, "signed-out"]);
  });
});

test("what goes wrong inside is logged under an id, and only the id is told", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const route = guardedRoute("upload", async () => {
    throw new Error("the inside story");
  });
  const headers = { cookie: await cookieOf(admin), origin: "http://localhost:3000", host: "localhost:3000" };
  const request = new Request("http://localhost:3000/x", { method: "POST", headers });
  const response = await route(request, { params: Promise.resolve({}) });
  const { detail = "" } = Problem.parse(await response.json());
  expect(response.status).toBe(500);
  expect(detail).not.toContain("inside story");
  expect(logged.mock.calls.flat().join(" ")).toContain(detail.match(/[0-9a-f]{8}/)?.[0]);
  logged.mockClear();
});
