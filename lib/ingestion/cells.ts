import type { RegularFrequency } from "../periods/frequency.ts";
import { parsePeriod } from "../periods/period.ts";
import { err, ok, type Result } from "../result.ts";
import { decimalRemedy, isDecimal, isSameDecimal } from "./decimal.ts";
import type { Rule } from "./problem.ts";

/** Why a cell was refused; see `Problem` for the words. */
export interface CellFault {
  readonly rule: Rule;
  readonly remedy: string;
}

/** What sort of text a column takes; a `choice` takes one of a few texts. */
export type CellKind = "text" | "long-text" | "number" | "day" | "choice";

/** How one column is read, and when two of its values are the same. */
export interface Cell<T> {
  readonly kind: CellKind;
  /** The texts that a choice takes, in order; the empty one first if it may be left empty. */
  readonly choices: readonly string[];
  read(text: string): Result<T, CellFault>;
  isSame(a: T, b: T): boolean;
}

function cell<T>(
  read: Cell<T>["read"],
  { isSame = Object.is, kind = "text", choices = [] }: Partial<Omit<Cell<T>, "read">> = {},
): Cell<T> {
  return { kind, choices, read, isSame };
}

/** A value as its cell writes it: what is absent is empty, names are joined by semicolons. */
export function cellText(value: string | number | boolean | null | readonly string[]): string {
  if (value === null) return "";
  return typeof value === "object" ? value.join("; ") : String(value);
}

function refuse(rule: Rule, remedy: string): Result<never, CellFault> {
  return err({ rule, remedy });
}

/** Any text but none at all. */
export const filled: Cell<string> = cell((text) => (text === "" ? refuse("filled", "fill it in") : ok(text)));

/** Some sentences: any text but none at all. */
export const longText: Cell<string> = { ...filled, kind: "long-text" };

/** Any text; an empty cell is empty text. */
export const words: Cell<string> = cell((text) => ok(text), { kind: "long-text" });

/** An empty cell is `null`: absent, not known. */
export function optional<T>(inner: Cell<T>): Cell<T | null> {
  return cell<T | null>((text) => (text === "" ? ok(null) : inner.read(text)), {
    isSame: (a, b) => (a === null || b === null ? a === b : inner.isSame(a, b)),
    kind: inner.kind,
    choices: inner.choices.length > 0 ? ["", ...inner.choices] : [],
  });
}

/** An empty cell is `value`: what the format says of a cell left empty. */
export function orElse<T>(value: T, inner: Cell<T>): Cell<T> {
  return { ...inner, read: (text) => (text === "" ? ok(value) : inner.read(text)) };
}

/** One of the words of a tuple. */
export function oneOf<const Word extends string>(known: readonly Word[]): Cell<Word> {
  return cell(
    (text) => {
      const found = known.find((word) => word === text);
      return found === undefined ? refuse("choice", `write one of ${known.join(", ")}`) : ok(found);
    },
    { kind: "choice", choices: known },
  );
}

/** One of the numbers of a tuple, such as the scales. */
export function oneOfNumbers(known: readonly number[]): Cell<number> {
  return cell(
    (text) => {
      const found = known.find((number) => String(number) === text);
      return found === undefined ? refuse("choice", `write one of ${known.join(", ")}`) : ok(found);
    },
    { kind: "choice", choices: known.map(String) },
  );
}

/** Text of a certain form, with an example for the message. */
export function ofForm(form: RegExp, remedy: string): Cell<string> {
  return cell((text) => (form.test(text) ? ok(text) : refuse(text === "" ? "filled" : "form", remedy)));
}

/** Filled text of at most `most` characters. */
export function atMost(most: number): Cell<string> {
  return cell((text) => {
    if (text === "") return refuse("filled", "fill it in");
    return text.length <= most ? ok(text) : refuse("length", `shorten it to ${most} characters`);
  });
}

/** An exact decimal, kept as text so that no digit is lost. */
export const decimal: Cell<string> = cell(
  (text) => (isDecimal(text) ? ok(text) : refuse("decimal", decimalRemedy(text))),
  { isSame: isSameDecimal, kind: "number" },
);

/** An exact decimal above zero. */
export const amount: Cell<string> = cell(
  (text) => {
    const read = decimal.read(text);
    if (!read.ok) return read;
    return text.startsWith("-") || isSameDecimal(text, "0")
      ? refuse("positive", "write an amount above zero, or leave the cell empty when it is not known")
      : read;
  },
  { isSame: isSameDecimal, kind: "number" },
);

/** An exact decimal, zero or above. */
export const atLeastZero: Cell<string> = cell(
  (text) => {
    const read = decimal.read(text);
    if (!read.ok || !text.startsWith("-")) return read;
    return refuse("negative", "write zero or an amount above it");
  },
  { isSame: isSameDecimal, kind: "number" },
);

/** A whole number above zero. */
export const natural: Cell<number> = cell(
  (text) =>
    /^[1-9]\d{0,8}$/.test(text) ? ok(Number(text)) : refuse("integer", "write a whole number above zero"),
  { kind: "number" },
);

/** `true` or `false`. */
export const boolean: Cell<boolean> = cell(
  (text) => {
    if (text === "true" || text === "false") return ok(text === "true");
    return refuse("boolean", "write true or false");
  },
  { kind: "choice", choices: ["true", "false"] },
);

/** A day of the calendar, `YYYY-MM-DD`. */
export const day: Cell<string> = cell(
  (text) => (parsePeriod(text)?.frequency === "D" ? ok(text) : refuse("day", "write a day as YYYY-MM-DD")),
  { kind: "day" },
);

/** A period in one of the forms given. */
export function periodOf(forms: readonly RegularFrequency[]): Cell<string> {
  const remedy = `write ${forms.map((form) => PERIOD_FORMS[form]).join(" or ")}`;
  return cell((text) => {
    const parsed = parsePeriod(text);
    return parsed && forms.includes(parsed.frequency) ? ok(text) : refuse("period", remedy);
  });
}

/** How the periods of each frequency are written. */
export const PERIOD_FORMS: Readonly<Record<RegularFrequency, string>> = {
  D: "YYYY-MM-DD",
  W: "YYYY-Wnn",
  M: "YYYY-MM",
  Q: "YYYY-Q1 to Q4",
  H: "YYYY-H1 or H2",
  A: "YYYY",
};

/** An address on the web; an empty cell is empty text: not known. */
export const address: Cell<string> = cell((text) =>
  text === "" || (/^https?:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/.test(text) && URL.canParse(text))
    ? ok(text)
    : refuse("address", "write the full address, beginning with https://"),
);

/** Names separated by semicolons. */
export const names = cell<readonly string[]>(
  (text) =>
    ok(
      text
        .split(";")
        .map((name) => name.trim())
        .filter((name) => name !== ""),
    ),
  { isSame: (a, b) => a.length === b.length && a.every((name, index) => name === b[index]) },
);
