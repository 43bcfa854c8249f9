import type { Content } from "./read-content.ts";
import type { Snapshot } from "./store.ts";
import type { SeriesRow } from "./tables.ts";

/**
 * What a row may refer to: everything the package names, readable or not, and everything the store holds.
 * `observations` are `CODE@period`.
 */
export interface Known {
  readonly sources: ReadonlySet<string>;
  readonly series: ReadonlySet<string>;
  readonly observations: ReadonlySet<string>;
  readonly eras: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly rounds: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
  /** The series whose own row could be read, the package's before the store's. */
  readonly seriesRows: ReadonlyMap<string, SeriesRow>;
}

/** Gathers what may be referred to from a package and the store it is for. */
export function knownTo(content: Content, { held, observed }: Pick<Snapshot, "held" | "observed">): Known {
  const first = (keys: readonly (readonly string[])[] = []) => keys.map(([name = ""]) => name);
  const codes = (rows: readonly { readonly code: string }[]) => rows.map((row) => row.code);
  return {
    sources: new Set([...first(content.sources?.keys), ...held.sources.map((row) => row.key)]),
    series: new Set([...first(content.series?.keys), ...codes(held.series)]),
    observations: new Set([
      ...(content.observations?.keys ?? []).map(([series, period]) => `${series}@${period}`),
      ...observed,
    ]),
    eras: new Set([...first(content.eras?.keys), ...codes(held.eras)]),
    events: new Set([...first(content.events?.keys), ...codes(held.events)]),
    rounds: new Set([...first(content.rounds?.keys), ...codes(held.rounds)]),
    figures: new Set([
      ...(content.figures?.rows ?? []).map(({ value }) => value.name),
      ...held.figures.map(({ name }) => name),
    ]),
    indicators: new Set([...first(content.indicators?.keys), ...held.indicators.map(({ name }) => name)]),
    seriesRows: new Map(
      [...held.series, ...(content.series?.rows ?? []).map((row) => row.value)].map((row) => [row.code, row]),
    ),
  };
}
