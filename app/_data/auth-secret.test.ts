import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { authSecret } from "./auth-secret.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bubblescope-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the embedded store's secret is made once, of 256 bits, for its user's eyes only", () => {
  const first = authSecret({ BUBBLESCOPE_DATA: folder });
  expect(first).toMatchObject({ ok: true, value: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) });
  expect(authSecret({ BUBBLESCOPE_DATA: folder })).toEqual(first);
  expect(statSync(join(folder, "auth-secret")).mode & 0o777).toBe(0o600);
  const other = mkdtempSync(join(tmpdir(), "bubblescope-secret-"));
  expect(authSecret({ BUBBLESCOPE_DATA: other })).not.toEqual(first);
  rmSync(other, { recursive: true });
});

test("a secret that is given counts, and leaves the folder alone", () => {
  const AUTH_SECRET = "s".repeat(40);
  expect(authSecret({ BUBBLESCOPE_DATA: folder, AUTH_SECRET })).toEqual({ ok: true, value: AUTH_SECRET });
  expect(() => readFileSync(join(folder, "auth-secret"))).toThrow();
});

test.each(["", "\n", "short\n", "x".repeat(43)])(
  "a file that holds something else (%j) is named, not replaced",
  (text) => {
    const file = join(folder, "auth-secret");
    writeFileSync(file, text);
    expect(authSecret({ BUBBLESCOPE_DATA: folder })).toMatchObject({
      ok: false,
      error: expect.stringContaining(file),
    });
    expect(readFileSync(file, "utf8")).toBe(text);
  },
);
