import { parseExact, printExact, reach, roundSignificant, shift } from "../../../numbers/exact.ts";
import type { CellKind } from "../row.ts";
import { serialDate } from "./serial-date.ts";
import type { NumberForm } from "./styles.ts";

/** A cell as text, and what it was. */
export interface CellValue {
  readonly text: string;
  readonly kind: CellKind;
}

/** Excel shows, and means, at most 15 digits of the 17 that it stores. */
const SHOWN_DIGITS = 15;
/** Beyond this a number stays as it is written, with its exponent. */
const LONGEST_PLAIN = 60;

/**
 * A stored number as the cell shows it.
 *
 * - A number is the decimal text of the file rounded to 15 significant digits: 0.30000000000000004 is 0.3. It never
 *   passes through binary floating point.
 * - A per cent is what is shown, with its sign: 0.45 is `45%`.
 * - A date is the day that its number stands for, with the time of day if it has one; a number that stands for no day
 *   is an error.
 */
export function numberCell(stored: string, form: NumberForm, is1904: boolean): CellValue {
  const number = parseExact(stored);
  if (!number) return { text: stored, kind: "error" };
  const shown = roundSignificant(number, SHOWN_DIGITS);
  const { whole, fraction } = reach(shown);
  if (whole + fraction > LONGEST_PLAIN) return { text: stored, kind: "number" };
  switch (form) {
    case "number":
      return { text: printExact(shown), kind: "number" };
    case "percent":
      return { text: `${printExact(shift(shown, 2))}%`, kind: "number" };
    case "date": {
      const date = serialDate(Number(printExact(shown)), is1904);
      return date === null ? { text: stored, kind: "error" } : { text: date, kind: "date" };
    }
  }
}
