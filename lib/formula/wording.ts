import { type Frequency, frequencyWords } from "../periods/frequency.ts";
import { placeWords, sectorWords } from "../series/place-words.ts";
import type { SeriesType } from "../series/series.ts";
import type { Unit } from "../series/unit.ts";
import type { Extent, Operand } from "./operand.ts";
import { MIXED } from "./scope.ts";

/** What a flow of money is called, by the word that its code begins with. */
const MONEY_WORDS: Readonly<Record<string, string>> = {
  VC: "funding",
  CAPEX: "capital spending",
  GDP: "output",
};

/** What a series is called in a sentence: `AI funding`, `all funding`; its code when no plain word is exact. */
export function subjectOf(code: string, type: SeriesType): string {
  if (type.unit.kind !== "currency" || type.measure !== "flow" || type.geography === "COMPANY") return code;
  const noun = MONEY_WORDS[quantityWord(code)];
  return noun ? `${sectorPhrase(type.sector)} ${noun}` : code;
}

/** The first word of a code, which says what is counted: `VC` of `CLAIM_VC_AI_WORLD`. */
export function quantityWord(code: string): string {
  return code.replace(/^CLAIM_/, "").split("_")[0] ?? "";
}

/** A sector inside a sentence: small at the start, unless it is an abbreviation. */
export function sectorPhrase(sector: string): string {
  const words = sectorWords(sector);
  return /^[A-Z]{2}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

/** An operand in a sentence, with its period when one was chosen: `2024-H1 AI funding`. */
export function described({ node, subject }: Operand): string {
  return node.kind === "select" ? `${node.period} ${subject}` : subject;
}

/** `a quarter earlier`, `2 years earlier`. */
export function stepsEarlier(steps: number, frequency: Frequency): string {
  const { noun } = frequencyWords(frequency);
  return steps === 1 ? `a ${noun} earlier` : `${steps} ${noun}s earlier`;
}

/** `a quarter`, `a half-year`, `18 months`, `an annual rate`, `a dated amount`. */
export function extentWords({ in: unit, count, isAnnualRate }: Extent): string {
  if (isAnnualRate) return "an annual rate";
  if (unit === "dated") return "a dated amount";
  if (unit === "unstated") return "a count without a stated period";
  if (unit === "days") return count === 1 ? "a day" : count === 7 ? "a week" : `${count} days`;
  const words: Readonly<Record<number, string>> = {
    1: "a month",
    3: "a quarter",
    6: "a half-year",
    12: "a year",
  };
  return words[count] ?? `${count} months`;
}

/** What the unit counts, for refusals: `USD`, `deals`, `percent`, `index points`. */
export function unitWords(unit: Unit): string {
  switch (unit.kind) {
    case "currency":
      return unit.currency;
    case "count":
      return unit.of;
    case "index":
      return "index points";
    case "points":
      return "percentage points";
    case "share":
      return "a share";
    case "multiple":
      return "a multiple";
    case "log":
      return "a logarithm";
    case "zscore":
      return "standard deviations";
    case "rate":
      return unit.words;
    case "percent":
      return "percent";
  }
}

const PLACES_IN_A_SENTENCE: Readonly<Record<string, string>> = {
  WORLD: "the world",
  COMPANY: "companies",
  [MIXED]: "several places",
};

/** `the world`, `the United States`, `companies`, `Japan`. */
export function placePhrase(geography: string): string {
  const words = PLACES_IN_A_SENTENCE[geography] ?? placeWords(geography);
  return /^United |lands$/.test(words) ? `the ${words}` : words;
}

/** A compiler by name; what is said of one that a claim does not name, and of several together. */
export function compilerWords(universe: string): string {
  if (universe === MIXED) return "several compilers";
  return universe === "Not named" ? "one that is not named" : universe;
}

/** `a quarterly series`, `a series of dated points`. */
export function frequencyPhrase(type: SeriesType): string {
  if (type.frequency === "I") return "dated points";
  const { adjective } = frequencyWords(type.frequency);
  return /^[aeiou]/.test(adjective) ? `an ${adjective} series` : `a ${adjective} series`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
