import { parsePeriod } from "../../periods/period.ts";
import { DATE_ORDERS, type DateOrder } from "../settings.ts";

/** Three numbers between slashes, hyphens or full stops, the year with two or four digits, at either end. */
const NUMERIC = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/;

/** A date in numbers: its three parts, and the orders they may stand in by their form and by the calendar. */
export interface NumericDate {
  readonly parts: readonly [string, string, string];
  readonly orders: readonly DateOrder[];
}

/**
 * Takes a date in numbers apart; `null` when the text is none. A year of four digits is a year, and full stops with the
 * year last are the German style, day first. What the calendar rules out is ruled out: 13/04/25 is no month first.
 */
export function numericDate(text: string, pivot: number): NumericDate | null {
  const match = NUMERIC.exec(text);
  if (!match) return null;
  const [, first = "", mark, second = "", third = ""] = match;
  const parts = [first, second, third] as const;
  const orders = ordersByForm(first, third, mark === ".").filter(
    (order) => dayOf(parts, order, pivot) !== null,
  );
  return { parts, orders };
}

function ordersByForm(first: string, third: string, isDotted: boolean): readonly DateOrder[] {
  if (first.length === 4) return third.length <= 2 ? ["ymd"] : [];
  if (first.length > 2) return [];
  if (third.length === 3 || third.length === 1) return [];
  if (isDotted) return ["dmy"];
  return third.length === 4 ? ["dmy", "mdy"] : DATE_ORDERS;
}

/** The day that three numbers stand for in an order, as ISO text; `null` when the calendar has none. */
export function dayOf(
  [first, second, third]: NumericDate["parts"],
  order: DateOrder,
  pivot: number,
): string | null {
  const [year, month, day] =
    order === "ymd"
      ? [first, second, third]
      : order === "dmy"
        ? [third, second, first]
        : [third, first, second];
  const iso = `${fullYear(year, pivot)}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parsePeriod(iso)?.frequency === "D" ? iso : null;
}

/** A year with its century: two digits below the pivot are of this one. */
export function fullYear(year: string, pivot: number): string {
  if (year.length !== 2) return year;
  return `${Number(year) < pivot ? 20 : 19}${year}`;
}

/** The order that a set of dates leaves, over the whole file. */
export interface DateOrderFound {
  /** `null` when more than one order is left, or none. */
  readonly value: DateOrder | null;
  /** Whether there is a date that cannot be read without it. */
  readonly isNeeded: boolean;
  /** Orders that read every date; all of them when no date was seen. */
  readonly possible: readonly DateOrder[];
  readonly because: string;
}

/** Narrows the order of the dates of a file down, date by date; others than those in numbers say nothing. */
export function createDateOrderEvidence(pivot: number): { add(text: string): void; found(): DateOrderFound } {
  let possible: readonly DateOrder[] = DATE_ORDERS;
  let deciding: string | null = null;
  let example: string | null = null;
  return {
    add(text) {
      const date = numericDate(text, pivot);
      if (!date || date.orders.length === 0) return;
      // ISO years first are read by themselves, and German dates with full stops too: only the rest need an order.
      if (/^\d{4}/.test(text) || text.includes(".")) return;
      example ??= text;
      const left = possible.filter((order) => date.orders.includes(order));
      if (left.length < possible.length) deciding = text;
      possible = left;
    },
    found() {
      if (example === null)
        return { value: null, isNeeded: false, possible, because: "no date in the file needs it" };
      // Years of two digits at the front are rare: they count when nothing else reads all dates.
      const likely = possible.length > 1 ? possible.filter((order) => order !== "ymd") : possible;
      const [only] = likely;
      if (only === undefined) {
        return {
          value: null,
          isNeeded: true,
          possible,
          because: `no order reads all dates: ${deciding} contradicts others`,
        };
      }
      if (likely.length > 1) {
        return {
          value: null,
          isNeeded: true,
          possible,
          because: `${example} may be ${likely.map(orderWords).join(" or ")}`,
        };
      }
      return {
        value: only,
        isNeeded: true,
        possible,
        because: `${deciding} can only be ${orderWords(only)}`,
      };
    },
  };
}

/** An order in words. */
function orderWords(order: DateOrder): string {
  return { dmy: "day, month, year", mdy: "month, day, year", ymd: "year, month, day" }[order];
}
