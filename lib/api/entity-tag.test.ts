import { describe, expect, test } from "vitest";
import { entityTag, namesTag, storeTag } from "./entity-tag.ts";

const store = storeTag(7, "2026-11-23", "b1");
const tag = entityTag(store, "");

describe("an entity tag", () => {
  // The FNV-1a test vectors of Noll (isthe.com/chongo/tech/comp/fnv): 811c9dc5, e40c292c, bf9cf968 in base 36.
  test.each([
    { resource: "", hash: 0x811c9dc5 },
    { resource: "a", hash: 0xe40c292c },
    { resource: "foobar", hash: 0xbf9cf968 },
  ])("is quoted, as RFC 9110 asks, and ends with the hash of the resource: “$resource”", (vector) => {
    expect(entityTag(store, vector.resource)).toBe(`"r7-2026-11-23-b1-${vector.hash.toString(36)}"`);
  });

  test.each([
    { part: "revision", other: storeTag(8, "2026-11-23", "b1") },
    { part: "day", other: storeTag(7, "2026-11-24", "b1") },
    { part: "build", other: storeTag(7, "2026-11-23", "b2") },
  ])("changes with the $part", ({ other }) => {
    expect(entityTag(other, "")).not.toBe(tag);
  });

  test.each([
    { header: tag, named: true },
    { header: `W/${tag}`, named: true },
    { header: `"other", W/${tag}`, named: true },
    { header: "*", named: false },
    { header: null, named: false },
    { header: "", named: false },
    { header: '"r7"', named: false },
    { header: tag.slice(1, -1), named: false },
    { header: entityTag(store, "another"), named: false },
  ])("If-None-Match $header names it: $named", ({ header, named }) => {
    expect(namesTag(header, tag)).toBe(named);
  });
});
