import { formsOf } from "../../periods/forms.ts";
import { type Frequency, frequencyWords, type RegularFrequency } from "../../periods/frequency.ts";
import { firstDay, lastDay, type Period, parsePeriod, periodOfDay } from "../../periods/period.ts";
import { type err, ok, type Result } from "../../result.ts";
import type { CellKind } from "../read/row.ts";
import { serialDate } from "../read/workbook/serial-date.ts";
import type { DateReading } from "../settings.ts";
import { type CellFault, fault } from "./cell-fault.ts";
import { dayOf, fullYear, numericDate } from "./date-order.ts";
import { monthNumber } from "./month-words.ts";

/**
 * Reads a cell as a period of a series of some frequency.
 *
 * Accepted are ISO forms and what statistics and spreadsheets write: `Q2 2024`, `2Q24`, `2024Q2`, `H1 2024`, `Jun-24`,
 * `June 2024`, `06/2024`, `2024M06`, `202406`, dates, with names of months in English, German and French. A date stands
 * for the month, quarter, half-year or year whose first or last day it is, or that it lies in, as `how.dayInPeriod` says;
 * for the ISO week likewise. An irregular series takes any period but a week.
 *
 * Errors: `period` for what is none, `date-order` for a date that may be two while the order is undecided,
 * `serial-date` for a bare day number while its system is, `off-frequency` for a period of another length.
 */
export function readPeriod(
  text: string,
  kind: CellKind,
  how: DateReading,
  frequency: Frequency,
): Result<Period, CellFault> {
  const read = readAnyPeriod(text, kind, how);
  return read.ok ? inFrequency(read.value, frequency, how) : read;
}

/** Reads a cell as a period of whatever length it states. Errors: those of `readPeriod` but `off-frequency`. */
export function readAnyPeriod(text: string, kind: CellKind, how: DateReading): Result<Period, CellFault> {
  if (kind === "error") return fault("cell-error");
  if (kind === "boolean") return fault("period");
  if (parsePeriod(text)) return ok(text);
  const bare = text.replace(MIDNIGHT, "");
  const date = numericDate(bare, how.pivot);
  if (date) return readDate(date, how);
  if (/^[1-9]\d{4}$/.test(bare)) return readSerial(bare, how);
  for (const [form, read] of FORMS) {
    const match = form.exec(bare);
    const period =
      match &&
      read(
        match.slice(1).map((part) => part ?? ""),
        how.pivot,
      );
    if (period && parsePeriod(period)) return ok(period);
  }
  return fault("period", remedyFor(bare));
}

/** A time of day that says nothing more than the day itself. */
const MIDNIGHT = /[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?$/;

function readDate(
  date: NonNullable<ReturnType<typeof numericDate>>,
  how: DateReading,
): Result<Period, CellFault> {
  const { parts, orders } = date;
  const [only] = orders;
  if (only === undefined) return fault("period");
  const order = orders.length === 1 ? only : how.order;
  if (order === null) return fault("date-order");
  const day = orders.includes(order) ? dayOf(parts, order, how.pivot) : null;
  return day === null ? fault("period") : ok(day);
}

function readSerial(text: string, { serials }: DateReading): Result<Period, CellFault> {
  const day = serialDate(Number(text), serials === "1904");
  if (day === null) return fault("period");
  return serials === null
    ? fault("serial-date", `write ${day} if it is a day number of a spreadsheet`)
    : ok(day);
}

function inFrequency(period: Period, frequency: Frequency, how: DateReading): Result<Period, CellFault> {
  const own = parsePeriod(period)?.frequency;
  if (own === undefined) return fault("period");
  if (formsOf(frequency).includes(own)) return ok(period);
  if (own !== "D" || frequency === "I") return offFrequency(period, own, frequency);
  const around = periodOfDay(period, frequency);
  if (how.dayInPeriod === "any" || firstDay(around) === period || lastDay(around) === period)
    return ok(around);
  const { noun } = frequencyWords(frequency);
  return fault("off-frequency", `write the ${noun}, or let any day stand for the ${noun} it lies in`);
}

function offFrequency(
  period: Period,
  own: RegularFrequency,
  frequency: Frequency,
): ReturnType<typeof err<CellFault>> {
  const { noun } = frequencyWords(own);
  const { adjective } = frequencyWords(frequency);
  return fault("off-frequency", `check the series: ${period} is a ${noun}, and the series is ${adjective}`);
}

type Read = (parts: string[], pivot: number) => Period | null;

const quarter: Read = ([year = "", part], pivot) => `${fullYear(year, pivot)}-Q${part}`;
const half: Read = ([year = "", part], pivot) => `${fullYear(year, pivot)}-H${part}`;
const month: Read = ([year = "", part = ""], pivot) => `${fullYear(year, pivot)}-${part.padStart(2, "0")}`;
const week: Read = ([year = "", part = ""], pivot) => `${fullYear(year, pivot)}-W${part.padStart(2, "0")}`;
const namedMonth: Read = ([year = "", word = ""], pivot) => {
  const number = monthNumber(word);
  return number === null ? null : `${fullYear(year, pivot)}-${String(number).padStart(2, "0")}`;
};
const namedDay: Read = ([year = "", word = "", day = ""], pivot) => {
  const named = namedMonth([year, word], pivot);
  return named === null ? null : `${named}-${day.padStart(2, "0")}`;
};
const reversed =
  (read: Read): Read =>
  (parts, pivot) =>
    read(parts.toReversed(), pivot);

const GAP = "[ \\-/.'’:]{0,2}";
const YEAR = "(\\d{4}|\\d{2})";
const WORD = "(\\p{L}{3,}\\.?)";
const form = (pattern: string) => new RegExp(`^${pattern}$`, "iu");

/** Every form but ISO, dates in numbers and day numbers, with what it reads. Years come first in what is read. */
const FORMS: ReadonlyArray<readonly [RegExp, Read]> = [
  [form(`[QT]([1-4])${GAP}${YEAR}`), reversed(quarter)],
  [form(`([1-4])[QT]${GAP}${YEAR}`), reversed(quarter)],
  [form(`${YEAR}${GAP}[QT]([1-4])`), quarter],
  [form(`(\\d{4})${GAP}([1-4])[QT]`), quarter],
  [form(`([1-4])(?:\\.|st|nd|rd|th|er|e)? ?(?:quarter|quartal|trimestre),? (\\d{4})`), reversed(quarter)],
  [form(`[HS]([12])${GAP}${YEAR}`), reversed(half)],
  [form(`([12])[HS]${GAP}${YEAR}`), reversed(half)],
  [form(`${YEAR}${GAP}[HS]([12])`), half],
  [form(`([12])(?:\\.|st|nd|er|e)? ?(?:half|halbjahr|semestre),? (\\d{4})`), reversed(half)],
  [form(`(\\d{4})${GAP}M(\\d{1,2})`), month],
  [form(`M(\\d{1,2})${GAP}(\\d{4})`), reversed(month)],
  [form("(\\d{4})[-/ ](\\d{1,2})"), month],
  [form("(\\d{4})\\.(\\d{2})"), month],
  [form("(\\d{1,2})[-/. ](\\d{4})"), reversed(month)],
  [form("(\\d{4})(\\d{2})"), month],
  [form(`${WORD}${GAP}${YEAR}`), reversed(namedMonth)],
  [form(`(\\d{4})${GAP}${WORD}`), namedMonth],
  [form(`(\\d{1,2})(?:\\.|st|nd|rd|th)?[ -]?${WORD}[ -]?,? ?${YEAR}`), reversed(namedDay)],
  [
    form(`${WORD} (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}`),
    ([word = "", day = "", year = ""], pivot) => namedDay([year, word, day], pivot),
  ],
  [form("(\\d{4})(\\d{2})(\\d{2})"), (parts) => parts.join("-")],
  [form(`(\\d{4})${GAP}W(\\d{1,2})`), week],
  [form(`(?:W|KW ?)(\\d{1,2})${GAP}(\\d{4})`), reversed(week)],
  [form("CY ?(\\d{4})"), ([year = ""]) => year],
];

function remedyFor(text: string): string | undefined {
  if (/^(?:grand )?(?:totals?|sum|summe|gesamt|insgesamt|total général)\b/i.test(text)) {
    return "leave the row out: it adds the others up";
  }
  if (/^FY|^\d{4}\/\d{2}$/i.test(text)) return "write the calendar year or quarter that is meant";
  if (/^\d{4}[EFPA]$/i.test(text)) return "write the year alone, and give the value its status in a column";
  if (/\d{1,2}:\d{2}/.test(text)) return "write the day without a time";
  return undefined;
}
