import { z } from "zod";
import { FREQUENCIES, frequencyWords } from "../periods/frequency.ts";
import { placeWords, sectorWords } from "../series/place-words.ts";
import type { SeriesSummary } from "./series.ts";

/** What a list of series can be narrowed by, besides words. */
export const FACETS = ["source", "frequency", "geography", "sector"] as const;
export type FacetName = (typeof FACETS)[number];

const Choice = z.string().trim().max(80).catch("").default("");

/** A search as written in an address. Empty means any; what cannot be read counts as empty. */
export const SeriesSearch = z.object({
  q: z.string().trim().max(200).catch("").default(""),
  source: Choice,
  frequency: z
    .union([z.enum(FREQUENCIES), z.literal("")])
    .catch("")
    .default(""),
  geography: Choice,
  sector: Choice,
});
export type SeriesSearch = z.infer<typeof SeriesSearch>;

/** One facet: the values that the other choices leave, each with how many series it would give. */
export interface Facet {
  readonly name: FacetName;
  readonly values: ReadonlyArray<{ readonly value: string; readonly label: string; readonly count: number }>;
}

/**
 * The series that hold every word of `q` (in code, title, unit, source, sector or universe; case does not matter) and agree
 * with every chosen facet. A series whose code is what was typed comes first, then those whose code begins so,
 * then the rest; by code within each.
 */
export function searchSeries(all: readonly SeriesSummary[], search: SeriesSearch): SeriesSummary[] {
  const words = wordsOf(search.q);
  const found = all.filter(
    (series) => holdsWords(series, words) && FACETS.every((facet) => agrees(series, search, facet)),
  );
  const typed = search.q.toUpperCase();
  return found.sort((a, b) => rank(a, typed) - rank(b, typed) || (a.code < b.code ? -1 : 1));
}

/** Every facet with its values in order of their labels; a facet's own choice does not narrow its own values. */
export function facetsOf(all: readonly SeriesSummary[], search: SeriesSearch): Facet[] {
  const words = wordsOf(search.q);
  const matching = all.filter((series) => holdsWords(series, words));
  return FACETS.map((name) => {
    const others = FACETS.filter((other) => other !== name);
    const counts = new Map<string, { value: string; label: string; count: number }>();
    for (const series of matching) {
      if (!others.every((facet) => agrees(series, search, facet))) continue;
      const value = facetValue(series, name);
      const entry = counts.get(value) ?? { value, label: facetLabel(name, value), count: 0 };
      entry.count += 1;
      counts.set(value, entry);
    }
    return { name, values: [...counts.values()].sort((a, b) => a.label.localeCompare(b.label, "en")) };
  });
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

function holdsWords(series: SeriesSummary, words: readonly string[]): boolean {
  const text = [
    series.code,
    series.title,
    series.unit,
    series.source.publisher,
    series.source.title,
    series.sector,
    series.universe,
  ]
    .join(" ")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

function agrees(series: SeriesSummary, search: SeriesSearch, facet: FacetName): boolean {
  return search[facet] === "" || facetValue(series, facet) === search[facet];
}

function facetValue(series: SeriesSummary, facet: FacetName): string {
  return facet === "source" ? series.source.publisher : series[facet];
}

function facetLabel(facet: FacetName, value: string): string {
  switch (facet) {
    case "source":
      return value;
    case "frequency": {
      const frequency = FREQUENCIES.find((known) => known === value);
      return frequency === undefined ? value : frequencyWords(frequency).adjective;
    }
    case "geography":
      return placeWords(value);
    case "sector":
      return sectorWords(value);
  }
}

function rank(series: SeriesSummary, typed: string): number {
  if (typed === "") return 0;
  if (series.code === typed) return 0;
  return series.code.startsWith(typed) ? 1 : 2;
}
