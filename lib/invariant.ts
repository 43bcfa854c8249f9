/** A promise our own code made and broke. Never used for bad input. */
export class InvariantError extends Error {
  override name = "InvariantError";
}

/** Throws unless `condition` holds; `promised` says what was promised, with the value. */
export function invariant(condition: unknown, promised: string): asserts condition {
  if (!condition) throw new InvariantError(`broken promise: ${promised}`);
}
