import { expect, test } from "vitest";
import { nextPath } from "./next-path.ts";

test.each([
  { asked: "/admin/people", goes: "/admin/people" },
  { asked: "/series?q=ai#top", goes: "/series?q=ai#top" },
  { asked: undefined, goes: "/" },
  { asked: "", goes: "/" },
  { asked: "admin", goes: "/" },
  { asked: "https://evil.example/", goes: "/" },
  { asked: "//evil.example/", goes: "/" },
  { asked: "/\\evil.example/", goes: "/" },
  { asked: "/.//evil.example/", goes: "/" },
  { asked: "/a/..//evil.example/", goes: "/" },
  { asked: "/\t/evil.example/", goes: "/" },
  { asked: "javascript:alert(1)", goes: "/" },
])("asked for $asked it goes to $goes", ({ asked, goes }) => {
  expect(nextPath(asked)).toBe(goes);
});
