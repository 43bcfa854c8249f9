import type { SeriesType } from "../series/series.ts";

/** What part of the world economy amounts are of. */
export type Scope = Pick<SeriesType, "geography" | "sector">;

/** What a scope is called when several places, sectors or compilers were joined. */
export const MIXED = "MIXED";

/** The United States and Canada, as venture data count North America. */
const NORTH_AMERICA: readonly string[] = ["US", "CA"];

/** Sectors that hold others than `ALL` does. */
const SECTORS_INSIDE: Readonly<Record<string, readonly string[]>> = {
  AI: ["GENAI"],
  TELECOM_CLOUD: ["TELECOM", "CLOUD"],
};

/** Whether `inner` is a part of `outer`: itself, anything inside the world, `US-TX` inside `US`, `US` inside `NA`. */
export function isInside(inner: string, outer: string): boolean {
  if (inner === outer || outer === "WORLD") return true;
  const country = inner.split("-")[0] ?? "";
  return country === outer || (outer === "NA" && NORTH_AMERICA.includes(country));
}

/** Whether one scope is a part of another and not the same, in place and sector alike. */
export function isPartOfScope(inner: Scope, outer: Scope): boolean {
  return (
    !isSameScope(inner, outer) &&
    isInside(inner.geography, outer.geography) &&
    isSectorInside(inner.sector, outer.sector)
  );
}

/** Whether two scopes that are not the same hold something in common, as AI in the world and all sectors in one country do. */
export function doOverlap(a: Scope, b: Scope): boolean {
  const arePlacesNested = isInside(a.geography, b.geography) || isInside(b.geography, a.geography);
  const areSectorsNested = isSectorInside(a.sector, b.sector) || isSectorInside(b.sector, a.sector);
  return !isSameScope(a, b) && arePlacesNested && areSectorsNested;
}

function isSectorInside(inner: string, outer: string): boolean {
  return inner === outer || outer === "ALL" || (SECTORS_INSIDE[outer]?.includes(inner) ?? false);
}

function isSameScope(a: Scope, b: Scope): boolean {
  return a.geography === b.geography && a.sector === b.sector;
}
