import type { ThresholdRow } from "../ingestion/tables.ts";
import type { SourceRecord } from "../series/record.ts";

/** What a band is of: one indicator by its name, or every reading on the common scale, the composite among them. */
export const COMMON_SCALE = "common-scale";

/**
 * The lowest value of a named band, by one set of bands that somebody published. On the common scale 0 is the level of
 * calm years and 100 the dot-com peak; a band of one indicator is in the unit of its values, 0.25 for 25 %.
 */
export interface Threshold extends Omit<ThresholdRow, "at" | "source"> {
  /** `null`: the lowest band, which has no end below. */
  readonly at: number | null;
  /** Who published it. */
  readonly source: SourceRecord;
}

/** A threshold as stored, its value exact decimal text. */
export type StoredThreshold = Omit<Threshold, "at"> & { readonly at: string | null };

/** Bands by one author in one version, lowest first. */
export interface ThresholdSet {
  readonly name: string;
  readonly version: number;
  readonly bands: readonly Threshold[];
}

/** The sets of bands for an indicator, each in its newest version, by name. */
export function setsFor(indicator: string, rows: readonly StoredThreshold[]): ThresholdSet[] {
  const bands = new Map<string, ThresholdSet>();
  for (const { at, ...row } of rows) {
    if (row.indicator !== indicator) continue;
    const held = bands.get(row.setName);
    if (held && held.version > row.version) continue;
    const band = { ...row, at: at === null ? null : Number(at) };
    const earlier = held?.version === row.version ? held.bands : [];
    bands.set(row.setName, { name: row.setName, version: row.version, bands: [...earlier, band] });
  }
  return [...bands.values()]
    .map((set) => ({ ...set, bands: set.bands.toSorted((a, b) => a.position - b.position) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The highest band that begins at or below a value; `null` when the lowest begins above it. */
export function bandOf(value: number, { bands }: ThresholdSet): Threshold | null {
  return bands.findLast(({ at }) => at === null || value >= at) ?? null;
}
