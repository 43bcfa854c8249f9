import { isSameJson } from "../same-json.ts";

/** A field of a row that a revision changed, with what it said before and after; `null` where it said nothing. */
export interface ChangedField {
  /** In words: `stale after days`; within a figure the way to it: `spec, lines 1, formula`. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The fields in which two states of a row differ, in the order of the row; nothing for one that was added or removed,
 * which differs in all. What lies deeper, as in the specification of a figure, is told apart leaf by leaf.
 */
export function changedFields(before: object | null, after: object | null): ChangedField[] {
  if (before === null || after === null) return [];
  return differences([], before, after);
}

function differences(path: readonly string[], before: unknown, after: unknown): ChangedField[] {
  if (isSameJson(before ?? null, after ?? null)) return [];
  if (!isBranch(before) && !isBranch(after)) {
    return [{ field: path.join(", "), before: leafText(before), after: leafText(after) }];
  }
  const keys = new Set([...keysOf(before), ...keysOf(after)]);
  if (keys.size === 0) return [{ field: path.join(", "), before: leafText(before), after: leafText(after) }];
  return [...keys].flatMap((key) =>
    differences(
      stepInto(path, key, Array.isArray(before ?? after)),
      childOf(before, key),
      childOf(after, key),
    ),
  );
}

/** An element of a list is told by its place, counted from 1: `lines 2`. */
function stepInto(path: readonly string[], key: string, isInList: boolean): string[] {
  const last = path.at(-1);
  if (isInList && last !== undefined) return [...path.slice(0, -1), `${last} ${Number(key) + 1}`];
  return [...path, words(key)];
}

function isBranch(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function keysOf(value: unknown): string[] {
  return isBranch(value) ? Object.keys(value) : [];
}

function childOf(value: unknown, key: string): unknown {
  return isBranch(value) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

/** `staleAfterDays` is `stale after days`. */
function words(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function leafText(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return isBranch(value) ? null : String(value);
}
