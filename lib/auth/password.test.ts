import { expect, test } from "vitest";
import { NewPassword, repeats } from "./password.ts";

test.each([
  { password: "elevencharc", ok: false },
  { password: "twelve chars", ok: true },
  { password: "😀 emoji are letters too", ok: true },
  { password: "aaaaaaaaaaaaaaaa", ok: false },
  { password: `${"long".repeat(32)}`, ok: true },
  { password: `${"long".repeat(32)}x`, ok: false },
])("a new password “$password” is taken: $ok", ({ password, ok }) => {
  expect(NewPassword.safeParse(password).success).toBe(ok);
});

test.each([
  { password: "ada@example.org", is: true },
  { password: "Ada.Example.Org1", is: true },
  { password: "Ada Lovelace 12", is: true },
  { password: "bubblescope123", is: true },
  { password: "bubblescope is read by ada", is: false },
  { password: "correct horse battery", is: false },
])("“$password” repeats what is known of its owner: $is", ({ password, is }) => {
  expect(repeats(password, ["ada@example.org", "Ada Lovelace", "Bubblescope"])).toBe(is);
});
