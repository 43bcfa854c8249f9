import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseExact, printExact, reach, roundSignificant, shift, shortest } from "./exact.ts";

function read(text: string) {
  const number = parseExact(text);
  if (!number) throw new Error(`${text} is not a number`);
  return number;
}

describe("a written number keeps every digit", () => {
  test.each([
    ["70.0", "70.0"],
    ["-12.50", "-12.50"],
    [".5", "0.5"],
    ["7.", "7"],
    ["007", "7"],
    ["+3", "3"],
    ["-0", "0"],
    ["-0.00", "0.00"],
    ["1.2e3", "1200"],
    ["1.2E-3", "0.0012"],
    ["0e9", "0"],
    ["12345678901234567890.123456789", "12345678901234567890.123456789"],
  ])("%s is %s", (text, plain) => {
    expect(printExact(read(text))).toBe(plain);
  });

  test.each(["", ".", "-", "1,2", "1 000", "1e", "e5", "0x1f", "NaN", "Infinity", "−3", "1e1234567"])(
    "%j is none",
    (text) => {
      expect(parseExact(text)).toBeNull();
    },
  );
});

describe("rounding to 15 significant digits, as Excel shows numbers", () => {
  test.each([
    ["0.30000000000000004", "0.3"],
    ["45.299999999999997", "45.3"],
    ["123456789012345", "123456789012345"],
    ["1234567890123456", "1234567890123460"],
    ["0.99999999999999999", "1"],
    ["1.0000000000000001E-2", "0.01"],
    ["-2.00000000000000025", "-2"],
    ["1.234567890123445", "1.23456789012345"],
  ])("%s becomes %s", (stored, shown) => {
    expect(printExact(roundSignificant(read(stored), 15))).toBe(shown);
  });
});

const written = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 25n }), fc.integer({ min: 0, max: 20 }))
  .map(([isNegative, units, places]) => {
    const digits = String(units).padStart(places + 1, "0");
    const at = digits.length - places;
    const plain = places === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
    return { plain: isNegative ? `-${plain}` : plain, units: isNegative ? -units : units, places };
  });

/** The value × 10^60 as an integer: an independent arithmetic for texts of up to 60 decimals. */
function scaled(plain: string): bigint {
  const [whole = "", fraction = ""] = plain.replace("-", "").split(".");
  const units = BigInt(whole + fraction.padEnd(60, "0"));
  return plain.startsWith("-") ? -units : units;
}

describe("laws", () => {
  test("shifting is multiplication by a power of ten, against integer arithmetic", () => {
    fc.assert(
      fc.property(written, fc.integer({ min: -12, max: 12 }), ({ plain, units, places }, power) => {
        const shifted = printExact(shift(read(plain), power));
        expect(scaled(shifted)).toBe(units * 10n ** BigInt(60 - places + power));
      }),
    );
  });

  test("the shortest form is the same number and no longer", () => {
    fc.assert(
      fc.property(written, ({ plain }) => {
        const short = printExact(shortest(read(plain)));
        expect(scaled(short)).toBe(scaled(plain));
        expect(short.length).toBeLessThanOrEqual(plain.length);
        expect(short).not.toMatch(/\.\d*0$/);
      }),
    );
  });

  test("the reach is the length of what is printed", () => {
    fc.assert(
      fc.property(written, fc.integer({ min: -40, max: 40 }), ({ plain }, power) => {
        const number = shift(read(plain), power);
        const [whole = "", fraction = ""] = printExact(number).replace("-", "").split(".");
        expect(reach(number)).toEqual({ whole: whole.length, fraction: fraction.length });
      }),
    );
  });
});
