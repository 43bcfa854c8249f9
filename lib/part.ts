/** Lines of a long list that are shown at once. */
export const PART_SIZE = 50;

/** Some of a list that is shown a part at a time. */
export interface Part<Line> {
  readonly lines: readonly Line[];
  /** The place of the first of them in the whole list, counted from 0. */
  readonly from: number;
  readonly total: number;
}

/** The part of a whole list that holds this place. */
export function partOf<Line>(list: readonly Line[], place: number): Part<Line> {
  const from = partStart(place, list.length);
  return { lines: list.slice(from, from + PART_SIZE), from, total: list.length };
}

/** Where the part begins that holds this place; the last part for a place beyond the end. */
export function partStart(place: number, total: number): number {
  const last = Math.max(0, total - 1);
  return Math.floor(Math.min(place, last) / PART_SIZE) * PART_SIZE;
}
