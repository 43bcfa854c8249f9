/** English, German and French, whole and short, without accents and full stops. */
const MONTHS: readonly string[] = [
  "january jan januar janner janvier janv",
  "february feb februar fevrier fevr fev",
  "march mar marz maerz mrz mars",
  "april apr avril avr",
  "may mai",
  "june jun juni juin",
  "july jul juli juillet juil",
  "august aug aout",
  "september sep sept septembre",
  "october oct oktober okt octobre",
  "november nov novembre",
  "december dec dezember dez decembre",
];

const BY_WORD: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((words, index) => words.split(" ").map((word) => [word, index + 1] as const)),
);

/** The number of a month by its name, from 1; `null` when the word is none. */
export function monthNumber(word: string): number | null {
  const bare = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\.$/, "");
  return BY_WORD.get(bare) ?? null;
}
