import { firstDay, lastDay, type Period } from "../../periods/period.ts";
import { outsideRange } from "../../series/plausible.ts";
import { isTooEarly } from "../../vintages/knowable.ts";
import type { FileRule } from "../rules.ts";
import type { StagedObservation } from "../staged.ts";
import type { UploadSeries } from "./upload-series.ts";

/** What is wrong with an observation: the part of it, the rule, and a remedy where the rule's own is not enough. */
export interface ObservationFault {
  readonly part: "period" | "value" | "vintage";
  readonly rule: FileRule;
  readonly remedy?: string;
}

/** The first and last day of a period, which whoever checks many remembers. */
export interface Span {
  readonly begins: string;
  readonly ends: string;
}

/** The days of a period. */
export function spanOf(period: Period): Span {
  return { begins: firstDay(period), ends: lastDay(period) };
}

/**
 * What an observation that could be read owes to its series and to the calendar, by the same rules as a package
 * (`lib/ingestion/check-observations.ts`), but that an implausible value is a warning here: an editor sees it.
 *
 * - The vintage is not after `today`, and not before the period begins unless the value is an estimate.
 * - A period that is not over on `today` is warned of, unless the value is an estimate.
 * - The value lies within the plausible range of its series.
 */
export function checkObservation(
  { value, vintage, status }: Pick<StagedObservation, "value" | "vintage" | "status">,
  { begins, ends }: Span,
  series: UploadSeries,
  today: string,
): readonly ObservationFault[] {
  const faults: ObservationFault[] = [];
  if (vintage > today) {
    faults.push({ part: "vintage", rule: "vintage-future", remedy: `write a day up to ${today}` });
  } else if (isTooEarly(vintage, begins, status)) {
    const remedy = `write ${begins} or later, or give the value the status estimate`;
    faults.push({ part: "vintage", rule: "vintage-early", remedy });
  }
  if (ends > today && status !== "estimate") faults.push({ part: "period", rule: "period-future" });
  const range = value === null ? null : outsideRange(value, series);
  if (value !== null && range !== null) {
    faults.push({ part: "value", rule: "plausible", remedy: rangeRemedy(value, range, series) });
  }
  return faults.length === 0 ? NONE : faults;
}

const NONE: readonly ObservationFault[] = [];

/** An implausible value that a thousand, a million or a billion makes plausible may have the wrong scale. */
function rangeRemedy(value: string, range: string, series: UploadSeries): string {
  const lies = `${series.code} lies in ${range}`;
  const power = [3, -3, 6, -6, 9, -9].find((each) => outsideRange(`${value}e${each}`, series) === null);
  if (power === undefined || Number(value) === 0) return `check it: ${lies}`;
  const times = (10 ** Math.abs(power)).toLocaleString("en-GB");
  return `check its scale: ${lies}, where it would be if ${times} times ${power > 0 ? "larger" : "smaller"}`;
}
