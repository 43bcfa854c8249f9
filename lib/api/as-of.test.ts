import { describe, expect, test } from "vitest";
import { readAsOf } from "./as-of.ts";

const today = "2026-11-23";
const read = (search: string) => readAsOf(new URLSearchParams(search), today, 12);

describe("the as-of date of a query", () => {
  test.each([
    { search: "", asOf: today },
    { search: "asOf=2024-08-01", asOf: "2024-08-01" },
    { search: "asOf=2026-11-23", asOf: today },
    { search: "colour=red&asOf=2024-02-29", asOf: "2024-02-29" },
  ])("“$search” is $asOf", ({ search, asOf }) => {
    expect(read(search)).toEqual({ ok: true, value: asOf });
  });

  test.each(["asOf=", "asOf=yesterday", "asOf=2023-02-29", "asOf=2024-8-1", "asOf=2024-Q2"])(
    "“%s” is refused with the value and a date that would do",
    (search) => {
      const refused = read(search);
      expect(refused).toMatchObject({
        ok: false,
        error: { status: 400, type: expect.stringContaining("invalid-as-of") },
      });
      const value = search.slice("asOf=".length);
      expect(!refused.ok && refused.error.detail).toContain(`“${value}”`);
      expect(!refused.ok && refused.error.detail).toContain(today);
    },
  );

  test("a day that has not come is refused", () => {
    expect(read("asOf=2026-11-24")).toMatchObject({ ok: false, error: { status: 400 } });
  });

  test.each([
    { search: "asOf=r1", asOf: "r1" },
    { search: "asOf=r12", asOf: "r12" },
    { search: "asOf=r007", asOf: "r7" },
  ])("“$search” is the revision $asOf", ({ search, asOf }) => {
    expect(read(search)).toEqual({ ok: true, value: asOf });
  });

  test.each(["r0", "r13", "r999999999999999"])(
    "a revision %s that the store does not have is refused",
    (asOf) => {
      const refused = read(`asOf=${asOf}`);
      expect(refused).toMatchObject({
        ok: false,
        error: { status: 400, type: expect.stringContaining("no-such-revision") },
      });
      expect(!refused.ok && refused.error.detail).toContain(`asOf is ${asOf} and the newest revision is 12`);
    },
  );

  test.each(["r", "R3", "r-1", "r1.5", "12", "r 1", "r1234567890123456"])("“%s” is no revision", (asOf) => {
    expect(read(`asOf=${encodeURIComponent(asOf)}`)).toMatchObject({
      ok: false,
      error: {
        type: expect.stringContaining("invalid-as-of"),
        detail: expect.stringContaining("such as r12"),
      },
    });
  });

  test("an empty store has no revision to look back to", () => {
    expect(readAsOf(new URLSearchParams("asOf=r1"), today, 0)).toMatchObject({
      ok: false,
      error: { detail: expect.stringContaining("none yet") },
    });
  });
});
