import { describe, expect, test, vi } from "vitest";
import { leadTelling, toldWords } from "./lead-on.ts";
import { arrive, SITE } from "./testing-request.ts";

vi.mock("next/headers", () => import("./testing-request.ts"));

const WORDS = "report.csv: this is not a table; it is a PDF – send the table";

/** What a browser gets with which it is led to a page, and how it then comes there. */
function led(words: string, headers: Record<string, string> = {}) {
  const response = leadTelling("/admin/upload", words, new Request(SITE, { method: "POST", headers }));
  const address = new URL(response.headers.get("location") ?? "", SITE);
  const [kept = ""] = response.headers.getSetCookie();
  arrive({ cookie: `other=1; ${kept.split(";")[0]}; another=2` });
  return { response, id: address.searchParams.get("told") ?? "", path: address.pathname, kept };
}

describe("the words with which a page is led to", () => {
  test("are for the browser that was led, for a minute, and out of reach of scripts and other sites", async () => {
    const { response, id, path, kept } = led(WORDS);
    expect([response.status, path]).toEqual([303, "/admin/upload"]);
    expect(kept).toMatch(/^bubblescope-told=[^;]+; Path=\/; Max-Age=60; HttpOnly; SameSite=Strict$/);
    expect(await toldWords(id)).toBe(WORDS);
  });

  test("over HTTPS are taken from this host alone", () => {
    const { kept } = led(WORDS, { "x-forwarded-proto": "https" });
    expect(kept).toMatch(/^__Host-bubblescope-told=[^;]+; Path=\/; .*; Secure$/);
  });

  test("are not told at another address, whatever that says, nor to another browser", async () => {
    const { id } = led(WORDS);
    for (const other of ["Your session is over; call us", "", id.slice(1), undefined, [id, id]]) {
      expect(await toldWords(other)).toBeNull();
    }
    arrive();
    expect(await toldWords(id)).toBeNull();
  });

  test("are cut to what a browser keeps, and told although a name was cut within a character", async () => {
    const { id, kept } = led(`${"漢".repeat(1_000)}`);
    expect(kept.split(";")[0]?.length).toBeLessThan(4_096);
    expect(await toldWords(id)).toBe(`${"漢".repeat(400)}…`);
    expect(await toldWords(led("x\ud83d: no table").id)).toBe("x\ufffd: no table");
  });
});
