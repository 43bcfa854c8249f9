const REGIONS = new Intl.DisplayNames("en", { type: "region" });

/** Codes of ours, and those that would read as another country's. */
const PLACES: Readonly<Record<string, string>> = {
  WORLD: "World",
  COMPANY: "One company",
  NA: "North America",
  "US-NY-METRO": "New York region",
  "US-SOUTHEAST": "US Southeast",
  "US-TX": "Texas",
};

const SECTORS: Readonly<Record<string, string>> = {
  ALL: "All",
  AI: "AI",
  GENAI: "Generative AI",
  TECH: "Technology",
  TELECOM_CLOUD: "Telecom and cloud",
};

/** A geography in words: `WORLD` → `World`, `CN` → `China`; one that is not known stays as it is. */
export function placeWords(geography: string): string {
  const ours = PLACES[geography];
  if (ours !== undefined) return ours;
  return /^[A-Z]{2}$/.test(geography) ? (REGIONS.of(geography) ?? geography) : geography;
}

/** A sector in words: `ALL` → `All`, `RAILWAYS` → `Railways`. */
export function sectorWords(sector: string): string {
  const words = sector.toLowerCase().replaceAll("_", " ");
  return SECTORS[sector] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
