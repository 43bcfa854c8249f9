import { formatPeriod } from "../../numbers/format-period.ts";
import type { Line } from "../model.ts";
import type { Frame, Spot } from "./drawing.ts";
import { barsOf, spotOf } from "./marks.ts";
import type { TextLines } from "./placement.ts";
import { isKnown } from "./runs.ts";
import { wrapText } from "./text-width.ts";

/** Between the end of a line and its label, px. */
export const END_GAP = 8;

/** How the lines of a panel are named. */
export interface Naming {
  /** Longest line of a label, px. */
  readonly maxWidth: number;
  /** Lines that the key names: here only their last value is written. */
  readonly keyed: ReadonlySet<string>;
  /** Whether there is a margin to the right of the plot for the names of lines that end there. */
  readonly hasMargin: boolean;
  /** Whether the title already names the only line. */
  readonly isNamedByTitle: boolean;
  /** Whether values stand without their dates, which the axis under them gives. */
  readonly isShort: boolean;
}

/** What stands beside the end of a line: its name, and its last value with the date. A bar stands over its date. */
export function endText(line: Line, naming: Naming): { end: TextLines; name: TextLines } {
  const paint = `text-${line.hue}` as const;
  const last = line.points.filter(isKnown).at(-1);
  const isNamed = naming.isNamedByTitle || naming.keyed.has(line.id);
  const isUndated = isNamed && (naming.isShort || line.mark === "bar");
  const value = last ? (isUndated ? last.text : `${last.text}, ${formatPeriod(last.period)}`) : "";
  const name = isNamed
    ? []
    : wrapText(line.label, naming.maxWidth, 2, true).map((text) => ({ text, paint, bold: true }));
  const values = wrapText(value, naming.maxWidth, 2, isNamed).map((text) => ({ text, paint, bold: isNamed }));
  return { end: [...name, ...values], name };
}

/** Where a line ends: its last value, or the middle of the top of its last bar. */
export function lastSpot(line: Line, frame: Frame): Spot | null {
  if (line.mark === "bar") {
    const bar = barsOf(line, frame).at(-1);
    return bar ? { x: bar.box.x + bar.box.width / 2, y: bar.box.y } : null;
  }
  const last = line.points.filter(isKnown).at(-1);
  return last ? spotOf(line.mark === "step" ? { x: last.xEnd, y: last.y } : last, frame) : null;
}
