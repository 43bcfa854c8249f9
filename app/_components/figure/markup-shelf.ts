const SHELF = Symbol.for("bubblescope.markup");

/** Two pieces for each figure of every page being made at one time, many times over; what was laid down first goes first. */
const MAX_PIECES = 2_000;

/**
 * Lays down a piece of HTML under a name that no other piece has. On the server the pass that makes a page's data
 * lays it here for the pass that writes the HTML, which runs in the same process but in a bundle, and so with module
 * variables, of its own. In the browser it is what the page's HTML was found to hold.
 */
export function shelve(id: string, html: string): void {
  const shelf = pieces();
  shelf.delete(id);
  shelf.set(id, html);
  const [oldest] = shelf.keys();
  if (shelf.size > MAX_PIECES && oldest !== undefined) shelf.delete(oldest);
}

/** The piece of this name, if it is still here. */
export function shelved(id: string): string | undefined {
  return pieces().get(id);
}

function pieces(): Map<string, string> {
  const holder = globalThis as typeof globalThis & { [SHELF]?: Map<string, string> };
  holder[SHELF] ??= new Map();
  return holder[SHELF];
}
