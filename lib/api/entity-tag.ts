/**
 * The entity tag of every answer made from the store: it changes with the store's revision, with the day
 * (staleness and "latest" depend on it) and with the build that renders the answer.
 */
export function entityTag(revision: number, today: string, build: string): string {
  return `"r${revision}-${today}-${build}"`;
}

/**
 * Whether an `If-None-Match` header names `tag`, compared weakly (RFC 9110, 13.1.2): a proxy that compresses
 * turns `"x"` into `W/"x"`, and both mean the same answer.
 */
export function namesTag(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch === tag || ifNoneMatch === "*") return true;
  return ifNoneMatch.split(",").some((candidate) => candidate.trim().replace(/^W\//, "") === tag);
}
