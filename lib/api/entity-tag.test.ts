import { describe, expect, test } from "vitest";
import { entityTag, namesTag } from "./entity-tag.ts";

const tag = entityTag(7, "2026-11-23", "b1");

describe("an entity tag", () => {
  test("is quoted, as RFC 9110 asks", () => {
    expect(tag).toBe('"r7-2026-11-23-b1"');
  });

  test.each([
    { part: "revision", other: entityTag(8, "2026-11-23", "b1") },
    { part: "day", other: entityTag(7, "2026-11-24", "b1") },
    { part: "build", other: entityTag(7, "2026-11-23", "b2") },
  ])("changes with the $part", ({ other }) => {
    expect(other).not.toBe(tag);
  });

  test.each([
    { header: tag, named: true },
    { header: `W/${tag}`, named: true },
    { header: `"other", W/${tag}`, named: true },
    { header: "*", named: true },
    { header: null, named: false },
    { header: "", named: false },
    { header: '"r7"', named: false },
    { header: tag.slice(1, -1), named: false },
  ])("If-None-Match $header names it: $named", ({ header, named }) => {
    expect(namesTag(header, tag)).toBe(named);
  });
});
