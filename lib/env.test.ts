import { expect, test } from "vitest";
import { readEnvironment } from "./env.ts";
import { DEFAULT_LIMITS } from "./uploads/read/limits.ts";

test("without anything set the embedded store lives in ./data", () => {
  expect(readEnvironment({ PATH: "/bin", DATABASE_URL: "" })).toEqual({
    ok: true,
    value: { BUBBLESCOPE_DATA: "data", uploadLimits: DEFAULT_LIMITS },
  });
});

test("a limit on uploads is set by its variable, and the others stay", () => {
  expect(readEnvironment({ UPLOAD_MAX_ROWS: "5000" })).toMatchObject({
    value: { uploadLimits: { ...DEFAULT_LIMITS, rows: 5_000 } },
  });
  expect(
    readEnvironment({ UPLOAD_MAX_ROWS: "many", UPLOAD_MAX_BYTES: "0", UPLOAD_MAX_COLUMNS: "2.5" }),
  ).toEqual({
    ok: false,
    error:
      "The environment is not usable: UPLOAD_MAX_BYTES must be above 0; UPLOAD_MAX_ROWS must be a number; UPLOAD_MAX_COLUMNS must be a whole number.",
  });
});

test("every variable that is wrong is named, and an address that may hold a password is not repeated", () => {
  const read = readEnvironment({ DATABASE_URL: "mysql://me:secret@host/db", BUBBLESCOPE_TODAY: "tomorrow" });
  expect(read).toEqual({
    ok: false,
    error:
      "The environment is not usable: DATABASE_URL must start with postgres:// or postgresql://; BUBBLESCOPE_TODAY must be a date such as 2026-11-23.",
  });
});

test("a PostgreSQL server in production needs the secret that all instances share", () => {
  const shared = { DATABASE_URL: "postgres://host/db", NODE_ENV: "production" };
  expect(readEnvironment(shared)).toEqual({
    ok: false,
    error:
      "The environment is not usable: AUTH_SECRET must be set together with DATABASE_URL, the same for every instance: give it at least 32 random characters, as openssl rand -base64 32 prints.",
  });
  expect(readEnvironment({ ...shared, AUTH_SECRET: "s".repeat(32) }).ok).toBe(true);
  expect(readEnvironment({ ...shared, NODE_ENV: "development" }).ok).toBe(true);
  expect(readEnvironment({ NODE_ENV: "production" }).ok).toBe(true);
});

test("a secret that could be guessed is refused and not repeated", () => {
  const read = readEnvironment({ AUTH_SECRET: "hunter2" });
  expect(read).toMatchObject({
    ok: false,
    error: expect.stringContaining("AUTH_SECRET must have at least 32"),
  });
  expect(JSON.stringify(read)).not.toContain("hunter2");
});

test.each([
  { address: "https://bubble.example.org/", read: "https://bubble.example.org" },
  { address: "http://10.0.0.5:3000", read: "http://10.0.0.5:3000" },
  { address: "https://example.org/bubble", read: null },
  { address: "bubble.example.org", read: null },
  { address: "ftp://bubble.example.org", read: null },
])("the public address $address is read as $read", ({ address, read }) => {
  const environment = readEnvironment({ BUBBLESCOPE_URL: address });
  expect(environment.ok ? environment.value.BUBBLESCOPE_URL : null).toBe(read);
});
