import type { z } from "zod";
import { err, ok, type Result } from "../result.ts";
import { UploadSettings } from "./settings.ts";

/**
 * Reads settings that a program sends: each of them (`reading`, `mapping`, …) takes the place of what stood in `before`,
 * and those that are not named stay. A name that is no setting is refused, at any depth: it would do nothing, unseen.
 *
 * The error says what is wrong with which: `defaults.vintage: write a day as YYYY-MM-DD`.
 */
export function readSettings(
  given: unknown,
  before: UploadSettings = UploadSettings.parse({}),
): Result<UploadSettings, string> {
  if (!isObject(given) || Array.isArray(given)) return err("they are not a JSON object");
  if (!isStorable(given)) return err("a text in them has a character that cannot be stored");
  const read = UploadSettings.safeParse({ ...before, ...given });
  if (!read.success) return err(issueWords(read.error));
  const unknown = unknownName(given, read.data);
  return unknown === null ? ok(read.data) : err(`${unknown}: there is no such setting`);
}

/** The first thing that is wrong with something, after the place of it. */
export function issueWords({ issues: [issue] }: Pick<z.ZodError, "issues">): string {
  const place = issue?.path.map(String).join(".");
  return [place, issue?.message].filter(Boolean).join(": ");
}

/** Neither PostgreSQL's text nor its JSON holds a null character, nor its JSON half of a surrogate pair. */
function isStorable(given: object): boolean {
  return !/\\u(0000|d[89a-f][0-9a-f]{2})/.test(JSON.stringify(given).replaceAll("\\\\", ""));
}

/** The first name that was given and is not in what was read of it. */
function unknownName(given: object, read: object, path = ""): string | null {
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(read, name)) return `${path}${name}`;
    const found: unknown = read[name as keyof typeof read];
    const inner = isObject(value) && isObject(found) ? unknownName(value, found, `${path}${name}.`) : null;
    if (inner !== null) return inner;
  }
  return null;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
