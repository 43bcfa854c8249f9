import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Store } from "../../../../db/store.ts";
import { formRoute } from "../../../_data/form-route.ts";
import { guardedRoute } from "../../../_data/guarded-route.ts";
import { toldWords } from "../../../_data/lead-on.ts";
import { serveTestStore } from "../../../_data/testing.ts";
import { anAccount, cookieOf, serveAccounts } from "../../../_data/testing-people.ts";
import { arrive, SITE } from "../../../_data/testing-request.ts";
import { POST } from "./route.ts";

vi.mock("next/headers", () => import("../../../_data/testing-request.ts"));

let store: Store;
let editor: string;
beforeAll(async () => {
  store = await serveTestStore();
  await serveAccounts();
  editor = await cookieOf(await anAccount("editor"));
});
afterAll(() => store.close());

/** What Firefox asks for when a form is sent, and what curl does. */
const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
const PROGRAM = "*/*";

function sent({ accept, cookie, origin = SITE }: { accept: string; cookie?: string; origin?: string }) {
  const body = new FormData();
  body.set("file", new File(["%PDF-1.7 funding"], "report.csv"));
  const headers = { host: "localhost:3000", origin, accept, ...(cookie && { cookie }) };
  return new Request(`${SITE}/admin/upload/receive`, { method: "POST", headers, body });
}
const context = { params: Promise.resolve({}) };

/** Where a browser is led, and what the page says to the browser that comes with what it was given. */
async function followed(response: Response) {
  expect(response.status).toBe(303);
  const { pathname, searchParams } = new URL(response.headers.get("location") ?? "", SITE);
  const [kept = ""] = response.headers.getSetCookie();
  arrive({ cookie: `other=1; ${kept.split(";")[0]}` });
  return { pathname, told: await toldWords(searchParams.get("told") ?? "") };
}

describe("what a form without scripts is refused", () => {
  test("a browser that is signed out is led to sign in and back; a program gets the problem", async () => {
    const led = await POST(sent({ accept: BROWSER }), context);
    expect([led.status, led.headers.get("location")]).toEqual([303, "/sign-in?next=%2Fadmin%2Fupload"]);
    const answered = await POST(sent({ accept: PROGRAM }), context);
    expect([answered.status, answered.headers.get("content-type")]).toEqual([
      401,
      "application/problem+json",
    ]);
  });

  test("a browser whose file is no table is led back and told so", async () => {
    const { pathname, told } = await followed(await POST(sent({ accept: BROWSER, cookie: editor }), context));
    expect(pathname).toBe("/admin/upload");
    expect(told).toMatch(/^report\.csv: this is not a table: it is a PDF document; /);
  });

  test("a browser whose role is too low, or whose form comes from elsewhere, is led back and told", async () => {
    const reader = await cookieOf(await anAccount("reader"));
    const low = await followed(await POST(sent({ accept: BROWSER, cookie: reader }), context));
    expect(low).toMatchObject({ pathname: "/admin/upload", told: expect.stringContaining("Your role") });
    const foreign = sent({ accept: BROWSER, cookie: editor, origin: "https://evil.example" });
    expect((await followed(await POST(foreign, context))).told).toContain("sent from another site");
  });

  test("a browser is told under which id the log has what went wrong", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const broken = guardedRoute("upload", async () => {
      throw new Error("the disk is full");
    });
    const route = formRoute("/admin/upload", broken);
    const { told } = await followed(await route(sent({ accept: BROWSER, cookie: editor }), context));
    expect(told).toMatch(/^Something went wrong on the server\. .* under [0-9a-f]{8}\.$/);
    expect(told).not.toContain("disk");
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});
