import { describe, expect, test } from "vitest";
import { decimalRemedy, isDecimal, isSameDecimal } from "./decimal.ts";

describe("an exact decimal", () => {
  test.each(["0", "35.5", "-1.2", "0.304", "157000000000", "4572.830", "-0", "12345678901234567890.5"])(
    "is %s",
    (text) => {
      expect(isDecimal(text)).toBe(true);
    },
  );

  test.each([
    "",
    " 1",
    "35,5",
    "1,234",
    "1e9",
    "+1",
    ".5",
    "5.",
    "007",
    "(1.2)",
    "$35.5B",
    "12%",
    "NaN",
    "−3",
    "0x1F",
    "1 000",
  ])("is not %j", (text) => {
    expect(isDecimal(text)).toBe(false);
  });

  test.each([
    { a: "70", b: "70.0", same: true },
    { a: "0", b: "-0.00", same: true },
    { a: "100", b: "10", same: false },
    { a: "1.5", b: "-1.5", same: false },
    { a: "0.1000", b: "0.1", same: true },
    { a: "9007199254740993", b: "9007199254740992", same: false },
  ])("$a and $b are the same: $same", ({ a, b, same }) => {
    expect(isSameDecimal(a, b)).toBe(same);
  });
});

describe("the remedy", () => {
  test.each([
    ["35,5", "write 35.5"],
    ["1,234,567", "write 1234567"],
    ["1,234.5", "write 1234.5"],
    ["12 345.6", "write 12345.6"],
    ["+7", "write 7"],
    [".5", "write 0.5"],
    ["5.", "write 5"],
    ["007", "write 7"],
    ["(1.2)", "write -1.2"],
    ["−3.5", "write -3.5"],
    ["3.55e10", "write it without an exponent"],
    ["$35.5B", "write the number alone; the unit and the scale belong to the series"],
    ["30 %", "write the number alone; the unit and the scale belong to the series"],
    ["n/a", "leave the cell empty when there is no value"],
    ["—", "leave the cell empty when there is no value"],
  ])("of %j is to %s", (text, remedy) => {
    expect(decimalRemedy(text)).toBe(remedy);
  });

  test("does not decide whether 1,234 is one thousand or one and a quarter", () => {
    expect(decimalRemedy("1,234")).toBe("write plain digits with a point for decimals, such as 35.5");
  });
});
