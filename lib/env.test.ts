import { expect, test } from "vitest";
import { readEnvironment } from "./env.ts";

test("without anything set the embedded store lives in ./data", () => {
  expect(readEnvironment({ PATH: "/bin", DATABASE_URL: "" })).toEqual({
    ok: true,
    value: { BUBBLESCOPE_DATA: "data" },
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
