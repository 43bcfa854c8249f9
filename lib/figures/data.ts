import type { Era } from "../eras/era.ts";
import type { Period } from "../periods/period.ts";
import type { SeriesRecord } from "../series/record.ts";

/** A dated event as figures draw it. */
export interface FigureEvent {
  readonly code: string;
  /** Era it belongs to; on a clock figure it is placed by that era's onset. */
  readonly era: string | null;
  readonly date: Period;
  readonly label: string;
  readonly status: "reported" | "claimed";
  readonly source: { readonly title: string; readonly url: string };
}

/** All that a figure may draw on, as known on the as-of date. Records hold at least `codesInSpec(spec)`. */
export interface FigureData {
  readonly records: ReadonlyMap<string, SeriesRecord>;
  readonly eras: readonly Era[];
  readonly events: readonly FigureEvent[];
}

/** `asOf`: the day on which the data were known, from which staleness is counted too. */
export interface FigureContext {
  readonly asOf: string;
}
