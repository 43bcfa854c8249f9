import "server-only";

/** The search parameters of a page's address, each once: of several of one name the first. */
export function searchOf(given: Readonly<Record<string, string | string[] | undefined>>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, values] of Object.entries(given)) {
    const [value] = [values].flat();
    if (value !== undefined) search.set(name, value);
  }
  return search;
}
