import { expect, test } from "vitest";
import { Message, someMessage } from "./message.ts";

test("a message is kept without the marks that would turn its letters around", () => {
  expect(Message.parse("  figures of \u202e2024\u202c,\nas revised\u200b ")).toBe(
    "figures of 2024,\nas revised",
  );
});

test("a message of marks that show nothing says nothing", () => {
  expect(someMessage("Say why.").safeParse("\u200f \u2066").error?.issues[0]?.message).toBe("Say why.");
});

test.each([
  { what: "a null character", text: "a\0b", says: /control character/ },
  { what: "more characters than are kept", text: "x".repeat(2_001), says: /2,000/ },
])("$what is refused", ({ text, says }) => {
  expect(Message.safeParse(text).error?.issues[0]?.message).toMatch(says);
});
