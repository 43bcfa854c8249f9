import type { IndicatorRow } from "../ingestion/tables.ts";

/** How values are shown: a ratio as a share or a multiple, anything as a plain number; see `shownUnit`. */
export const INDICATOR_DISPLAYS = ["auto", "percent", "multiple", "number"] as const;

/**
 * How an indicator comes to its value; each has a file of its own under `kinds/`.
 *
 * - `level`: the newest value of a formula.
 * - `latest-ratio`: the newest value of one formula over the value of another that was known nearest before it, for
 *   amounts that are dated by the day on which they were said.
 * - `explosiveness`: the test of a price series for an explosive root.
 */
export const INDICATOR_KINDS = ["level", "latest-ratio", "explosiveness"] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/**
 * A documented function of series, in plain data.
 *
 * - `now`: what is read today. `then`: the same quantity, or its stated analogue, in the dot-com years; `null` when none
 *   is stored: such an indicator has a value, and nothing to set it against.
 * - `over`: the divisor of a `latest-ratio`.
 * - `calm`, `calmFrom`, `calmTo`: what the quantity was in calm years, as the median of a formula (`then`, unless it
 *   says otherwise) from one period to another: 0 on the scale on which the dot-com peak is 100.
 * - `weight`: within its pillar; 0 stands beside the composite and is not weighed.
 * - `against`: what speaks against taking the reading at face value. `wouldChange`: what would change it.
 * - `methodVersion`: rises when the definition changes what a reading means.
 */
export interface Indicator extends Omit<IndicatorRow, "weight"> {
  readonly weight: number;
}

/** The indicator that a stored row defines. */
export function indicatorOf(row: IndicatorRow): Indicator {
  return { ...row, weight: Number(row.weight) };
}

/** Every formula of an indicator, with the field it stands in. */
export function formulasOf({
  now,
  then,
  over,
  calm,
}: Pick<IndicatorRow, "now" | "then" | "over" | "calm">): ReadonlyArray<{
  readonly field: "now" | "then" | "over" | "calm";
  readonly formula: string;
}> {
  return Object.entries({ now, then, over, calm }).flatMap(([field, formula]) =>
    formula === null ? [] : [{ field: field as "now" | "then" | "over" | "calm", formula }],
  );
}
