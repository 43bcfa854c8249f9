import type { Unit } from "../series/unit.ts";

/** Shown where a value is missing; the reason stands elsewhere. */
export const MISSING = "–";
/** The true minus sign, U+2212. */
export const MINUS = "−";

/**
 * `short` for cards, labels and titles (three significant digits); for tables, `full` shows a value as it is stored
 * and `computed` the four significant digits that sums and quotients of published figures allow.
 */
export type NumberStyle = "short" | "full" | "computed";

/** Powers of a thousand that amounts are shortened by, largest first. */
export const MAGNITUDES = [
  { factor: 1e12, letter: "T" },
  { factor: 1e9, letter: "B" },
  { factor: 1e6, letter: "M" },
  { factor: 1e3, letter: "K" },
] as const;

const SYMBOLS: Readonly<Record<string, string>> = { USD: "$", EUR: "€", GBP: "£", JPY: "¥", CNY: "CN¥" };

/**
 * A value as a reader sees it, with its unit: `$35.5B`, `−$5B`, `30.4%`, `+9 pts`, `2.3×`, `1,211`.
 *
 * `short` keeps three significant digits, all digits of whole numbers from 100 up, and shortens money by
 * K, M, B, T and counts from a million up. `full` keeps every whole digit, and four decimals below a million;
 * `computed` keeps four significant digits, of whole numbers too. A share is multiplied by 100 here and nowhere else. `null` gives {@link MISSING}.
 */
export function formatValue(value: number | null, unit: Unit, style: NumberStyle = "short"): string {
  if (value === null || !Number.isFinite(value)) return MISSING;
  switch (unit.kind) {
    case "currency":
      return signed(value, (size) => currencySign(unit.currency) + amount(size * unit.scale, style));
    case "share":
      return signed(value * 100, (size) => `${style === "short" ? shareDigits(size) : digits(size, style)}%`);
    case "percent":
      return signed(value, (size) => `${digits(size, style)}%`);
    case "points":
      return withPlus(
        value,
        (size) => `${digits(size, style)} ${digits(size, style) === "1" ? "pt" : "pts"}`,
      );
    case "multiple":
      return signed(value, (size) => `${digits(size, style)}×`);
    case "count":
      return signed(value, (size) => count(size, style));
    case "index":
    case "log":
      return signed(value, (size) => digits(size, style));
    case "zscore":
      return withPlus(value, (size) => `${digits(size, style)} sd`);
    case "rate":
      return signed(value, (size) => `${digits(size, style)} ${unit.words}`);
  }
}

/** Percent for a sentence: whole from 10 % up, two decimals below (`45%`, `0.89%`, `−3.20%`). */
export function formatHeadlinePercent(percent: number): string {
  return signed(percent, (size) => {
    if (size >= 9.995) return `${WHOLE.format(size)}%`;
    return `${shareDigits(size)}%`;
  });
}

/** Two decimals, zeros kept, for small shares, so that 1.10 % stands beside 1.03 %; otherwise three digits. */
function shareDigits(size: number): string {
  return size >= 0.1 && size < 9.995 ? DECIMALS_2.format(size) : digits(size, "short");
}

/** What stands before an amount: `$`, `€`, or the ISO code and a space. */
export function currencySign(currency: string): string {
  return SYMBOLS[currency] ?? `${currency} `;
}

/** Three significant digits (`style: short`), but never fewer than all whole digits; no trailing zeros. */
export function digits(size: number, style: NumberStyle): string {
  if (style !== "short") return long(size, style);
  return size >= 100 ? WHOLE.format(size) : SIGNIFICANT.format(size);
}

/** Puts the true minus before what `format` makes of the size; zero, and what rounds to it, has no sign. */
export function signed(value: number, format: (size: number) => string): string {
  const text = format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

function withPlus(value: number, format: (size: number) => string): string {
  const text = signed(value, format);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

function amount(size: number, style: NumberStyle): string {
  return style === "short" ? shortened(size, 1e3) : long(size, style);
}

function count(size: number, style: NumberStyle): string {
  return style === "short" ? shortened(size, 1e6) : long(size, style);
}

/** Shortened by a letter from `from` up; 999.6M becomes 1B, not 1,000M. */
function shortened(size: number, from: number): string {
  const letters = MAGNITUDES.filter(({ factor }) => factor >= from).reverse();
  let text = digits(size, "short");
  for (const { factor, letter } of letters) {
    if (Math.round(size / (factor / 1e3)) < 1e3) break;
    text = digits(size / factor, "short") + letter;
  }
  return text;
}

function long(size: number, style: "full" | "computed"): string {
  if (style === "computed") return SIGNIFICANT_4.format(size);
  if (size >= 1e6) return WHOLE.format(size);
  return size >= 1 || size === 0 ? DECIMALS_4.format(size) : SIGNIFICANT_4.format(size);
}

const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const DECIMALS_2 = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const DECIMALS_4 = new Intl.NumberFormat("en-US", { maximumFractionDigits: 4 });
const SIGNIFICANT = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });
const SIGNIFICANT_4 = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 4 });
