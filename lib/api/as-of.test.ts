import { describe, expect, test } from "vitest";
import { readAsOf } from "./as-of.ts";

const today = "2026-11-23";
const read = (search: string) => readAsOf(new URLSearchParams(search), today);

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
});
