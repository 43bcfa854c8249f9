import type { CellKind } from "../read/row.ts";
import { DateReading } from "../settings.ts";
import { isMissingMarker } from "./missing-marker.ts";
import { readNumber } from "./read-number.ts";
import { readAnyPeriod } from "./read-period.ts";

/**
 * What a cell looks like before anybody has said what it means. `year`: four digits that may be a year or a number;
 * `missing`: a mark for no value.
 */
export type TextShape = "empty" | "missing" | "number" | "year" | "period" | "word";

const POINT = { decimal: "point", group: "comma" } as const;
const COMMA = { decimal: "comma", group: "point" } as const;
const SPACES = { decimal: "comma", group: "space" } as const;
/** Any order will do: the question is only whether it is a date. */
const DATES = DateReading.parse({ order: "dmy" });

/** The shape of a cell whose text has no spaces at its ends. */
export function shapeOf(text: string, kind: CellKind): TextShape {
  if (text === "") return "empty";
  if (kind === "date") return "period";
  if (kind === "error" || isMissingMarker(text)) return "missing";
  if (/^(1[5-9]|20|21)\d\d$/.test(text)) return "year";
  if (kind === "number" || /^-?\d+(\.\d+)?$/.test(text)) return "number";
  if (/\d/.test(text)) {
    if (isPeriod(text, kind)) return "period";
    if ([POINT, COMMA, SPACES].some((style) => readNumber(text, style).ok)) return "number";
  }
  return "word";
}

function isPeriod(text: string, kind: CellKind): boolean {
  const read = readAnyPeriod(text, kind, DATES);
  return read.ok || read.error.rule === "date-order";
}
