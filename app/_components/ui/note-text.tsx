import { splitAtAddresses } from "./addresses.ts";

/** A note in which each web address is a link with the name of its site. */
export function NoteText({ note }: { readonly note: string }) {
  return splitAtAddresses(note).map((part, index) => {
    // The parts of one note never move, so their place is a stable key.
    const key = `${index} ${part.kind}`;
    return part.kind === "words" ? (
      <span key={key}>{part.text}</span>
    ) : (
      <a key={key} href={part.url} rel="noopener noreferrer external">
        {part.site}
      </a>
    );
  });
}
