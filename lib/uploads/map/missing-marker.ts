/** What statistical offices, spreadsheets and people write where there is no value; English, German and French. */
const MARKERS: ReadonlySet<string> = new Set([
  ...["-", "--", "---", "–", "—", "−", ".", "..", "...", "…", ":"],
  ...[
    "n/a",
    "na",
    "n.a.",
    "n.a",
    "n. a.",
    "#n/a",
    "#na",
    "null",
    "nil",
    "none",
    "nan",
    "not available",
    "missing",
  ],
  ...["k.a.", "k. a.", "keine angabe", "n.v.", "n.d.", "nd", "n. d.", "non disponible"],
]);

/** Whether a text says that there is no value. An empty text says nothing, and is another case. */
export function isMissingMarker(text: string): boolean {
  return text.length <= 15 && MARKERS.has(text.toLowerCase());
}
