import { firstDay, type Period } from "../periods/period.ts";

/** What is known of a period now, and what would be after a commit; `null` is missing. */
export interface BeforeAndAfter {
  readonly period: Period;
  readonly before: string | null;
  readonly after: string | null;
}

interface Known {
  readonly period: Period;
  readonly value: string | null;
  readonly vintage: string;
}

/**
 * A series as it is known and as it would be: every period of either, in calendar order. A change counts where its
 * vintage is not before the one that is known.
 *
 * `known`, `changes`: at most one row a period, that of its latest vintage.
 */
export function beforeAndAfter(known: readonly Known[], changes: readonly Known[]): BeforeAndAfter[] {
  const changed = new Map(changes.map((row) => [row.period, row]));
  const points = known.map(({ period, value, vintage }) => {
    const change = changed.get(period);
    changed.delete(period);
    return { period, before: value, after: change && change.vintage >= vintage ? change.value : value };
  });
  for (const { period, value } of changed.values()) points.push({ period, before: null, after: value });
  const place = ({ period }: BeforeAndAfter) => `${firstDay(period)} ${period}`;
  return points.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/**
 * At most so many of the points, spread evenly, for a drawing too small for all of them: of each stretch the first
 * point that changes, or else its last.
 */
export function thinned(points: readonly BeforeAndAfter[], most: number): BeforeAndAfter[] {
  if (points.length <= most) return [...points];
  const kept: BeforeAndAfter[] = [];
  for (let index = 0; index < most; index += 1) {
    const from = Math.floor((index * points.length) / most);
    const stretch = points.slice(from, Math.floor(((index + 1) * points.length) / most));
    const point = stretch.find(({ before, after }) => before !== after) ?? stretch.at(-1);
    if (point) kept.push(point);
  }
  return kept;
}
