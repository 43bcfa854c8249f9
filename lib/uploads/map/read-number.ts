import { type Exact, parseExact } from "../../numbers/exact.ts";
import { ok, type Result } from "../../result.ts";
import { asciiDigits } from "../../text/visible-text.ts";
import type { NumberStyle } from "../settings.ts";
import { type CellFault, fault } from "./cell-fault.ts";
import { MARK_FORMS, MARK_WORDS } from "./number-style.ts";

/** A number as a cell states it, with what stands around its digits. */
export interface NumberReading {
  /** The digits with their sign; neither scale nor per cent are counted in. */
  readonly number: Exact;
  /** Power of ten of a word such as billion; 0 without one. */
  readonly power: number;
  /** The currencies that its sign or code may mean; `null` without one. */
  readonly currencies: readonly string[] | null;
  readonly isPercent: boolean;
}

const PLAIN = /^-?\d+(?:\.\d+)?$/;
const WHOLE = /^-?\d+$/;

/**
 * Reads a number in the style of its column: `35.5`, `1,234.5`, `(1.2)`, `−3`, `1.2e3`, `$35.5B`, `35,5 Mrd`, `12 %`.
 * Brackets are a minus. Nothing is left out or guessed: what is not wholly understood is a fault, and so is any mark
 * while the style is undecided (`null`).
 */
export function readNumber(text: string, style: NumberStyle | null): Result<NumberReading, CellFault> {
  if (style?.decimal === "point" ? PLAIN.test(text) : WHOLE.test(text)) {
    const number = parseExact(text);
    if (number) return ok({ number, power: 0, currencies: null, isPercent: false });
  }
  return readAround(text, style);
}

/** Digits with marks between them, and an exponent. */
const BODY = /[.,]?\d(?:[\d.,'’ \u00a0\u2007\u2009\u202f]*\d)?[.,]?(?:e[+-]?\d+(?![\d.,]))?/i;

function readAround(text: string, style: NumberStyle | null): Result<NumberReading, CellFault> {
  const found = BODY.exec(text);
  if (!found) {
    const ascii = asciiDigits(text);
    return fault("number", ascii !== text && /\d/.test(ascii) ? `write ${ascii}` : undefined);
  }
  const [body] = found;
  const around = readSigns(text.slice(0, found.index), text.slice(found.index + body.length));
  if (!around.ok) return around;
  const digits = readBody(body, style);
  if (!digits.ok) return digits;
  const { isNegative, ...rest } = around.value;
  return ok({ number: { ...digits.value, isNegative }, ...rest });
}

function readBody(body: string, style: NumberStyle | null): Result<Exact, CellFault> {
  const [digits = "", exponent] = body.split(/e/i);
  if (style === null) {
    if (!/^\d+$/.test(digits)) return fault("number-style");
    return exactOf(body);
  }
  const decimal = style.decimal === "point" ? "." : ",";
  const grouped = style.group === "none" ? "" : `|\\d{1,3}(?:${MARK_FORMS[style.group]}\\d{3})+`;
  const form = new RegExp(`^(\\d+${grouped})?(?:${MARK_FORMS[style.decimal]}(\\d*))?$`);
  const match = form.exec(digits);
  if (!match) return fault("number-style", styleRemedy(style));
  const whole = (match[1] ?? "").replace(/\D/g, "");
  const fraction = digits.includes(decimal) ? `.${match[2] ?? ""}` : "";
  return exactOf(`${whole}${fraction}${exponent === undefined ? "" : `e${exponent}`}`);
}

function exactOf(text: string): Result<Exact, CellFault> {
  const number = parseExact(text);
  return number ? ok(number) : fault("number");
}

function styleRemedy({ decimal, group }: NumberStyle): string {
  const thousands =
    group === "none" ? "no mark between thousands" : `thousands separated by ${MARK_WORDS[group]}`;
  return `write it with a decimal ${decimal} and ${thousands}, or choose how the column writes its numbers`;
}

interface Signs extends Omit<NumberReading, "number"> {
  readonly isNegative: boolean;
}

/** Reads what stands before and after the digits, each kind of sign at most once. */
function readSigns(before: string, after: string): Result<Signs, CellFault> {
  const seen: { minus?: true; plus?: true; open?: true; close?: true; percent?: true } = {};
  let currencies: readonly string[] | null = null;
  let power: number | null = null;

  const take = (rest: string, isBefore: boolean): string | null => {
    const [mark = ""] = rest;
    const once = (key: keyof typeof seen, length = 1) => {
      if (seen[key]) return null;
      seen[key] = true;
      return rest.slice(length);
    };
    if (isBefore && /[-−]/.test(mark)) return once("minus");
    if (isBefore && mark === "+") return once("plus");
    if (isBefore && mark === "(") return once("open");
    if (!isBefore && mark === ")") return once("close");
    if (!isBefore && mark === "%") return once("percent");
    const money = currencyAt(rest);
    if (money) {
      if (currencies) return null;
      currencies = money.currencies;
      return rest.slice(money.length);
    }
    const scale = isBefore ? null : scaleAt(rest);
    if (!scale || power !== null) return null;
    power = scale.power;
    return rest.slice(scale.length);
  };

  for (const [part, isBefore] of [
    [before, true],
    [after, false],
  ] as const) {
    let rest: string | null = part.trim();
    while (rest !== null && rest !== "") rest = take(rest, isBefore)?.trim() ?? null;
    if (rest === null) return fault("number");
  }
  if (seen.open !== seen.close || (seen.open && (seen.minus || seen.plus)) || (seen.minus && seen.plus)) {
    return fault("number", "write a minus or brackets, not half of them or both");
  }
  if (seen.percent && (power !== null || currencies)) return fault("number");
  return ok({
    isNegative: seen.minus === true || seen.open === true,
    power: power ?? 0,
    currencies,
    isPercent: seen.percent === true,
  });
}

/** Signs of money, the longer before those they begin with. `¥` is the sign of two. */
const CURRENCY_SIGNS: ReadonlyArray<readonly [sign: string, currencies: readonly string[]]> = [
  ["US$", ["USD"]],
  ["CA$", ["CAD"]],
  ["C$", ["CAD"]],
  ["AU$", ["AUD"]],
  ["A$", ["AUD"]],
  ["HK$", ["HKD"]],
  ["NZ$", ["NZD"]],
  ["S$", ["SGD"]],
  ["R$", ["BRL"]],
  ["CN¥", ["CNY"]],
  ["$", ["USD"]],
  ["€", ["EUR"]],
  ["£", ["GBP"]],
  ["¥", ["JPY", "CNY"]],
  ["₹", ["INR"]],
  ["₩", ["KRW"]],
];

function currencyAt(text: string): { currencies: readonly string[]; length: number } | null {
  const signed = CURRENCY_SIGNS.find(([sign]) => text.startsWith(sign));
  if (signed) return { currencies: signed[1], length: signed[0].length };
  const code = /^(?:USD|EUR|GBP|JPY|CNY|CHF|CAD|AUD|NZD|SGD|HKD|INR|KRW|BRL|SEK|NOK|DKK|ILS)\b/.exec(
    text,
  )?.[0];
  return code === undefined ? null : { currencies: [code], length: code.length };
}

/** Words for powers of ten, with or without a full stop. English billion: a thousand million. */
const SCALE_WORDS: ReadonlyMap<string, number> = new Map([
  ...["k", "tsd", "tausend", "thousand", "thousands", "millier", "milliers"].map(
    (word) => [word, 3] as const,
  ),
  ...["m", "mm", "mn", "mln", "mio", "million", "millions", "millionen"].map((word) => [word, 6] as const),
  ...["b", "bn", "bln", "billion", "billions"].map((word) => [word, 9] as const),
  ...["mrd", "md", "mds", "milliarde", "milliarden", "milliard", "milliards"].map(
    (word) => [word, 9] as const,
  ),
  ...["tn", "trn", "trillion", "trillions", "bio", "billionen"].map((word) => [word, 12] as const),
]);

function scaleAt(text: string): { power: number; length: number } | null {
  const word = /^\p{L}+/u.exec(text)?.[0];
  if (word === undefined) return null;
  const power = word === "T" ? 12 : SCALE_WORDS.get(word.toLowerCase());
  return power === undefined ? null : { power, length: word.length + (text[word.length] === "." ? 1 : 0) };
}
