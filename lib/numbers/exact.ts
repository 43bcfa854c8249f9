/**
 * An exact decimal number: `digits` × 10^`exponent`, with every digit as it was written, so that `70.0` stays
 * apart from `70` until somebody asks for the shortest form.
 */
export interface Exact {
  readonly isNegative: boolean;
  /** At least one digit, without leading zeros: `0` for zero. */
  readonly digits: string;
  readonly exponent: number;
}

const WRITTEN = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,6}))?$/i;

/** Reads `-12.50`, `.5`, `7.`, `007`, `1.2e-3`; `null` for anything else. No grouping, no other signs, no unit. */
export function parseExact(text: string): Exact | null {
  const match = WRITTEN.exec(text);
  if (!match) return null;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return null;
  return {
    isNegative: sign === "-",
    digits: withoutLeadingZeros(whole + fraction),
    exponent: Number(exponent) - fraction.length,
  };
}

/** The number times 10^`power`, exactly. */
export function shift(number: Exact, power: number): Exact {
  return { ...number, exponent: number.exponent + power };
}

/**
 * The number rounded to at most `places` significant digits, halves away from zero, as spreadsheets round what they
 * show. A number of fewer digits is unchanged; zeros that rounding leaves at the end are dropped.
 */
export function roundSignificant(number: Exact, places: number): Exact {
  const { digits } = number;
  if (digits.length <= places) return number;
  const isUp = (digits[places] ?? "0") >= "5";
  const kept = BigInt(digits.slice(0, places)) + (isUp ? 1n : 0n);
  const exponent = number.exponent + digits.length - places;
  return shortest({ ...number, digits: String(kept), exponent });
}

/** The same number without zeros that only fill its end: `35.500` is `35.5`, and 12e2 stays 1200. */
export function shortest(number: Exact): Exact {
  const kept = number.digits.replace(/0+$/, "");
  if (kept === "") return { isNegative: false, digits: "0", exponent: 0 };
  return {
    ...number,
    digits: kept,
    exponent: number.exponent + number.digits.length - kept.length,
  };
}

/** How far a number reaches: its digits before the point and after it, as `printExact` would write them. */
export function reach({ digits, exponent }: Exact): { whole: number; fraction: number } {
  if (digits === "0") return { whole: 1, fraction: Math.max(0, -exponent) };
  return { whole: Math.max(1, digits.length + exponent), fraction: Math.max(0, -exponent) };
}

/**
 * Plain digits with a point: no exponent, one zero before a bare fraction, no minus before zero. Its length is that of
 * `reach`, which the caller bounds before it prints what somebody else wrote.
 */
export function printExact({ isNegative, digits, exponent }: Exact): string {
  const sign = isNegative && /[1-9]/.test(digits) ? "-" : "";
  if (exponent >= 0) return digits === "0" ? "0" : sign + digits + "0".repeat(exponent);
  const padded = digits.padStart(1 - exponent, "0");
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

function withoutLeadingZeros(digits: string): string {
  const kept = digits.replace(/^0+/, "");
  return kept === "" ? "0" : kept;
}
