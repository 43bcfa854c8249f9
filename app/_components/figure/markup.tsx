import "server-only";
import { headers } from "next/headers";
import { AdoptedMarkup } from "./adopted-markup.tsx";
import { shelve } from "./markup-shelf.ts";

/** A piece of HTML that we wrote, with all of its text escaped, under a name that no other piece has. */
export interface Piece {
  readonly id: string;
  readonly html: string;
}

/**
 * Makes a piece once for each `subject`. Loaders hand out the same model object while the store's revision lasts,
 * so a page that is asked for again is not drawn again.
 */
export function piecePer<Subject extends object>(write: (subject: Subject) => string) {
  const made = new WeakMap<Subject, Piece>();
  return (subject: Subject): Piece => {
    const known = made.get(subject);
    if (known) return known;
    const piece = { id: crypto.randomUUID(), html: write(subject) };
    made.set(subject, piece);
    return piece;
  };
}

interface MarkupProps {
  readonly piece: Piece;
  readonly className?: string;
}

/**
 * HTML that is in the page once. What a server component renders is sent twice, as HTML and as the data from which
 * React takes the page over; of this element the data hold the name alone, and the browser finds the rest in the
 * document. Only a page that comes without a document, from one page to another, carries it in its data.
 */
export async function Markup({ piece: { id, html }, className }: MarkupProps) {
  shelve(id, html);
  const isInDocument = await isForDocument();
  return <AdoptedMarkup id={id} {...(className && { className })} {...(!isInDocument && { html })} />;
}

/** A browser that opens an address asks for HTML; the router, which has a document open, asks for anything. */
async function isForDocument(): Promise<boolean> {
  return (await headers()).get("Accept")?.includes("text/html") ?? false;
}
