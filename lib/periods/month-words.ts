const WORDS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** A month of the year in words: 6 → `June`; a number that is none stays as it is. */
export function monthWords(month: number): string {
  return WORDS[month - 1] ?? String(month);
}
