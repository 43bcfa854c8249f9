import type { SourceRecord } from "./record.ts";

/**
 * The source whose terms keep the values of a series from being passed on: its own, else the first of those
 * that single values cite; `null` when all of them may be offered for download.
 */
export function withheldBy(own: SourceRecord, cited: readonly SourceRecord[]): SourceRecord | null {
  return [own, ...cited].find(({ redistributable }) => !redistributable) ?? null;
}
