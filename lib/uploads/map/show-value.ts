import type { CellKind } from "../read/row.ts";
import { FILE_RULES } from "../rules.ts";
import type { ValueReading } from "../settings.ts";
import { isMissingMarker } from "./missing-marker.ts";
import { readNumber } from "./read-number.ts";
import { readValue, type ValueSeries } from "./read-value.ts";

/** A cell beside what becomes of it, for the editor to look over before anything is staged. */
export interface ValueShown {
  readonly text: string;
  /** In the unit and scale of the series; `null` when it is missing or refused. */
  readonly value: string | null;
  readonly isRefused: boolean;
  /** What the reading rests on, or why it is refused, in words; empty for a plain number. */
  readonly how: readonly string[];
}

/** Reads an example of a column as `readValue` does, and says how. */
export function showValue(
  text: string,
  kind: CellKind,
  column: ValueReading,
  series: ValueSeries,
): ValueShown {
  const read = readValue(text, kind, column, series);
  if (!read.ok) {
    const { says, remedy } = FILE_RULES[read.error.rule];
    return { text, value: null, isRefused: true, how: [says, read.error.remedy ?? remedy] };
  }
  return { text, value: read.value, isRefused: false, how: howRead(text, kind, column, series) };
}

function howRead(text: string, kind: CellKind, column: ValueReading, series: ValueSeries): string[] {
  if (isMissingMarker(text)) return ["no value: missing, never 0"];
  const read = readNumber(text, kind === "number" ? { decimal: "point", group: "comma" } : column.style);
  if (!read.ok) return [];
  const { power, isPercent, currencies } = read.value;
  const times = (exponent: number) => (10 ** exponent).toLocaleString("en-GB");
  const stated = power > 0 ? power : column.scale === null ? 0 : Math.log10(column.scale);
  return [
    ...(text.includes("(") ? ["brackets are a minus"] : []),
    ...(/\d.*e/i.test(text) && power === 0 ? ["e stands before a power of ten"] : []),
    ...(currencies ? [`in ${series.currency}`] : []),
    ...(isPercent
      ? [series.unitKind === "percent" ? "in per cent, as the series" : "one per cent is 0.01"]
      : []),
    ...(stated > 0 ? [`times ${times(stated)}`] : []),
    ...(stated > 0 && (series.scale ?? 1) > 1 ? [`in units of ${times(Math.log10(series.scale ?? 1))}`] : []),
  ];
}
