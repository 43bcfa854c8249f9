/**
 * Names all that answers are made from besides the question: it changes with the store's revision, with the day
 * (staleness and "latest" depend on it) and with the build that renders them.
 */
export function storeTag(revision: number, today: string, build: string): string {
  return `r${revision}-${today}-${build}`;
}

/**
 * The entity tag of one resource of the store as `store` names it. `resource` is whatever tells it from every other;
 * only a hash of it is in the tag, so that a tag stays short. Two resources share a tag by chance once in 2³² pairs,
 * which does no harm: a client compares tags of one address only.
 */
export function entityTag(store: string, resource: string): string {
  return `"${store}-${hash(resource).toString(36)}"`;
}

/**
 * Whether an `If-None-Match` header names `tag`, compared weakly (RFC 9110, 13.1.2): a proxy that compresses
 * turns `"x"` into `W/"x"`, and both mean the same answer. `*` names no tag: it matches whatever exists.
 */
export function namesTag(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch === tag) return true;
  return ifNoneMatch.split(",").some((candidate) => candidate.trim().replace(/^W\//, "") === tag);
}

/** FNV-1a over UTF-16 code units, 32 bits (Fowler, Noll and Vo, 1991). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
