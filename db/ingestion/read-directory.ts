import { createHash } from "node:crypto";
import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Problem } from "../../lib/ingestion/problem.ts";
import type { PackageFiles } from "../../lib/ingestion/read-package.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { errorCode } from "../store-error.ts";

/** A data package as read from a folder. */
export interface PackageFolder {
  readonly files: PackageFiles;
  /** SHA-256 over the paths and bytes of all files, in hexadecimal: the same for the same package. */
  readonly hash: string;
}

/** Reads the CSV and JSON files of a folder. Errors: files that cannot be read or are not UTF-8. */
export function readDirectory(directory: string): Result<PackageFolder, readonly Problem[]> {
  const listed = attempt(directory, () => readdirSync(directory, { recursive: true, withFileTypes: true }));
  if (!listed.ok) return err([listed.error]);

  const files = new Map<string, string>();
  const problems: Problem[] = [];
  const hash = createHash("sha256");
  for (const path of listed.value.flatMap((entry) => packagePath(directory, entry)).toSorted()) {
    const bytes = attempt(path, () => readFileSync(join(directory, path)));
    if (!bytes.ok) {
      problems.push(bytes.error);
      continue;
    }
    hash.update(`${path}\n${bytes.value.length}\n`).update(bytes.value);
    const text = decode(bytes.value);
    if (text === null) problems.push(unreadable(path, "save it as UTF-8"));
    else files.set(path, text);
  }
  return problems.length > 0 ? err(problems) : ok({ files, hash: hash.digest("hex") });
}

function packagePath(directory: string, entry: Dirent): string[] {
  if (!entry.isFile() || !/\.(csv|json)$/.test(entry.name)) return [];
  return [relative(directory, join(entry.parentPath, entry.name)).split(sep).join("/")];
}

function attempt<Value>(path: string, read: () => Value): Result<Value, Problem> {
  try {
    return ok(read());
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    return err(unreadable(path, `make it readable (${code})`));
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function unreadable(resource: string, remedy: string): Problem {
  return { resource, row: null, column: null, value: null, rule: "readable", remedy };
}
