/** A stretch of a note: words, or a web address with the name of its site. */
export type NotePart =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "address"; readonly url: string; readonly site: string };

const ADDRESS = /(https?:\/\/[^\s"<>]*[^\s"<>.,;:!?)])/;

/** Splits a note at the web addresses in it; what looks like one and cannot be read stays words. */
export function splitAtAddresses(note: string): NotePart[] {
  return note
    .split(ADDRESS)
    .filter((part) => part !== "")
    .map((part): NotePart => {
      if (!ADDRESS.test(part) || !URL.canParse(part)) return { kind: "words", text: part };
      return { kind: "address", url: part, site: new URL(part).hostname.replace(/^www\./, "") };
    });
}
