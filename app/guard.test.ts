import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Store } from "../db/store.ts";
import * as changeOnly from "../lib/api/change-only.ts";
import * as listAndSend from "../lib/api/list-and-send.ts";
import * as readOnly from "../lib/api/read-only.ts";
import * as sendOnly from "../lib/api/send-only.ts";
import { refusalWords } from "../lib/auth/refusal.ts";
import { type FormState, NEW_FORM } from "../lib/forms/form-state.ts";
import { guardedAction, visitorAction } from "./_data/guarded-action.ts";
import { guardedRoute } from "./_data/guarded-route.ts";
import { serveTestStore } from "./_data/testing.ts";
import { anAccount, cookieOf, serveAccounts } from "./_data/testing-people.ts";
import { arrive } from "./_data/testing-request.ts";
import { POST as nothingThere } from "./api/[[...path]]/route.ts";

vi.mock("next/headers", () => import("./_data/testing-request.ts"));
vi.mock("next/cache", () => ({ refresh: () => {} }));

const APP = import.meta.dirname;
const WRITES = ["POST", "PUT", "PATCH", "DELETE"];
const EVIL = "https://evil.example";

/** Who has no session may only come in; the fields of these forms hold what lets them. */
const FOR_VISITORS = [
  "(account)/invitation/actions.ts acceptInvitation",
  "(account)/recover/actions.ts recover",
  "(account)/setup/actions.ts setUp",
  "(account)/sign-in/actions.ts signIn",
];

/** What everyone with an account may do, with what is their own. */
const FOR_READERS = [
  "(account)/account/actions.ts changeOwnName",
  "(account)/account/actions.ts changeOwnPassword",
  "(account)/account/actions.ts endSessions",
  "(account)/sign-out/actions.ts signOut",
];

/** These write nothing: they answer whoever asks that the method, or anything at that address, is not there. */
const REFUSE_ALL = new Set<unknown>([
  ...[readOnly, sendOnly, listAndSend, changeOnly].flatMap((refusals) => Object.values(refusals)),
  nothingThere,
]);

interface Named<Function> {
  readonly name: string;
  readonly run: Function;
}
type Action = (previous: FormState, form: FormData) => Promise<FormState>;
type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

const sources = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes(".test."))
  .map((path) => ({ path, text: readFileSync(join(APP, path), "utf8") }));

async function exportsOf(path: string): Promise<[string, unknown][]> {
  return Object.entries(await import(pathToFileURL(join(APP, path)).href));
}

async function allActions(): Promise<Named<Action>[]> {
  const modules = sources.filter(({ text }) => /^["']use server["']/m.test(text));
  const found = await Promise.all(
    modules.map(async ({ path }) =>
      (await exportsOf(path)).map(([name, run]) => ({ name: `${path} ${name}`, run: run as Action })),
    ),
  );
  return found.flat();
}

async function allWrites(): Promise<Named<Handler>[]> {
  const routes = sources.filter(({ path }) => /(^|\/)route\.tsx?$/.test(path));
  const found = await Promise.all(
    routes.map(async ({ path }) =>
      (await exportsOf(path))
        .filter(([method, run]) => WRITES.includes(method) && !REFUSE_ALL.has(run))
        .map(([method, run]) => ({
          name: `${method} ${relative(APP, join(APP, path))}`,
          run: run as Handler,
        })),
    ),
  );
  return found.flat();
}

let store: Store;
const cookies = { reader: "", admin: "" };
beforeAll(async () => {
  store = await serveTestStore();
  await serveAccounts();
  cookies.reader = await cookieOf(await anAccount("reader"));
  cookies.admin = await cookieOf(await anAccount("admin"));
});
afterAll(() => store.close());

const neverRun = async () => {
  throw new Error("this is not to be run");
};
const entries = () => store.db.$count(sql`audit_entry`);

/** Runs the action and answers what it said; it must have refused, and left no trace. */
async function refusalBy({ run }: Named<Action>, sent: Parameters<typeof arrive>[0]): Promise<string> {
  const before = await entries();
  arrive(sent);
  const state = await run(NEW_FORM, new FormData());
  expect(state.outcome).toBe("refused");
  expect(await entries()).toBe(before);
  return state.message;
}

async function expectGuarded(action: Named<Action>, { openTo = "editors" } = {}): Promise<void> {
  const foreign = refusalWords({ kind: "foreign-origin" });
  expect(await refusalBy(action, { origin: EVIL, cookie: cookies.admin })).toBe(foreign);
  expect(await refusalBy(action, { origin: null, cookie: cookies.admin })).toBe(foreign);
  if (openTo === "visitors") return;
  expect(await refusalBy(action, {})).toBe(refusalWords({ kind: "signed-out" }));
  expect(await refusalBy(action, { cookie: "bubblescope-session=forged.c2lnbmF0dXJl" })).toBe(
    refusalWords({ kind: "signed-out" }),
  );
  if (openTo === "readers") return;
  expect(await refusalBy(action, { cookie: cookies.reader })).toMatch(/^Your role does not allow this/);
}

async function expectGuardedRoute({ run }: Named<Handler>): Promise<void> {
  const answer = async (headers: Record<string, string>) => {
    const request = new Request("http://localhost:3000/x", { method: "POST", headers, body: "{}" });
    const response = await run(request, { params: Promise.resolve({}) });
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    return [response.status, (await response.json()).type.split(":").at(-1)];
  };
  const own = { host: "localhost:3000", origin: "http://localhost:3000" };
  expect(await answer(own)).toEqual([401, "signed-out"]);
  expect(await answer({ ...own, authorization: "Bearer bsk_guessed" })).toEqual([401, "key-unknown"]);
  expect(await answer({ ...own, origin: EVIL, cookie: cookies.admin })).toEqual([403, "foreign-origin"]);
  expect(await answer({ host: own.host, cookie: cookies.admin })).toEqual([403, "foreign-origin"]);
  expect(await answer({ ...own, cookie: cookies.reader })).toEqual([403, "role"]);
}

describe("every write goes through the guard", () => {
  test("server actions stand in modules of their own, where this walk finds them", () => {
    const inside = sources
      .filter(({ text }) => /^[ \t]+["']use server["']/m.test(text))
      .map(({ path }) => path);
    expect(inside).toEqual([]);
  });

  test("every server action refuses another site, a visitor and a reader, but for those pinned here", async () => {
    const actions = await allActions();
    const names = actions.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...FOR_VISITORS, ...FOR_READERS]));
    expect(names.length).toBeGreaterThan(FOR_VISITORS.length + FOR_READERS.length);
    for (const action of actions) {
      const openTo = FOR_VISITORS.includes(action.name)
        ? "visitors"
        : FOR_READERS.includes(action.name)
          ? "readers"
          : "editors";
      await expectGuarded(action, { openTo });
    }
  });

  test("every route that writes refuses another site, a visitor, an unknown key and a reader", async () => {
    for (const handler of await allWrites()) await expectGuardedRoute(handler);
  });

  test("a text that no store could keep is refused before anything is done with it", async () => {
    const form = new FormData();
    form.set("message", "a\0b");
    for (const guard of [guardedAction("upload", neverRun), visitorAction(neverRun)]) {
      arrive({ cookie: cookies.admin });
      expect(await guard(NEW_FORM, form)).toMatchObject({ outcome: "refused", values: {} });
    }
  });

  test("a write that does not go through it is noticed", async () => {
    const open = { name: "open", run: async () => ({ ...NEW_FORM, outcome: "done" as const }) };
    await expect(expectGuarded(open)).rejects.toThrow();
    const forVisitors = {
      name: "for visitors",
      run: visitorAction(async () => ({ ...NEW_FORM, outcome: "done" })),
    };
    await expect(expectGuarded(forVisitors)).rejects.toThrow();
    const forReaders = guardedAction("manage-own-account", async () => ({ ...NEW_FORM, outcome: "done" }));
    await expect(expectGuarded({ name: "for readers", run: forReaders })).rejects.toThrow();
    await expect(
      expectGuardedRoute({ name: "open", run: async () => Response.json({ done: true }) }),
    ).rejects.toThrow();
    const readersRoute = guardedRoute("manage-own-account", async () => Response.json({ done: true }));
    await expect(expectGuardedRoute({ name: "for readers", run: readersRoute })).rejects.toThrow();
    const closed = guardedRoute("upload", async () => Response.json({ done: true }));
    await expectGuardedRoute({ name: "closed", run: closed });
  });
});
