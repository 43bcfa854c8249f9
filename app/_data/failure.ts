import "server-only";

/**
 * Writes an unexpected failure to the log under an id that is shown to the person who met it, so that the two can
 * be brought together. What is shown never holds more than the id.
 */
export function logFailure(doing: string, error: unknown): string {
  const id = crypto.randomUUID().slice(0, 8);
  console.error(`[${id}] ${doing}:`, error);
  return id;
}
