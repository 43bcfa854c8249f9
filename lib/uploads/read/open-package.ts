import type { PackageFiles } from "../../ingestion/read-package.ts";
import { err, ok, type Result } from "../../result.ts";
import { type ReadControl, startWatch } from "./control.ts";
import { createDecoder } from "./encoding.ts";
import type { ReadRefusal } from "./refusal.ts";
import type { Archive } from "./zip/archive.ts";

/** A Frictionless data package, ready for the pipeline that the starter catalogue takes (`lib/ingestion`). */
export interface OpenPackage {
  readonly kind: "package";
  readonly files: PackageFiles;
}

const DESCRIPTOR = "datapackage.json";

/** The folder of a zipped data package within its archive, with a slash at its end; `null` when it is none. */
export function packageFolder(names: readonly string[]): string | null {
  const found = names.filter((name) => name === DESCRIPTOR || /^[^/]+\/datapackage\.json$/.test(name));
  const [descriptor] = found.toSorted((a, b) => a.length - b.length);
  return descriptor === undefined ? null : descriptor.slice(0, -DESCRIPTOR.length);
}

/**
 * Reads the text files of a zipped data package, named by their path inside it. Names are keys and nothing else.
 *
 * Errors: those of the archive; `unsafe-name` for a name that leads out of the package; `encoding-unreadable` for a
 * file that is not UTF-8, as the packages of Frictionless are.
 */
export async function openPackage(
  archive: Archive,
  folder: string,
  control: ReadControl,
): Promise<Result<OpenPackage, ReadRefusal>> {
  const unsafe = archive.names.find((name) => name.startsWith("/") || name.split("/").includes(".."));
  if (unsafe !== undefined) return err({ kind: "unsafe-name", name: unsafe });
  const watch = startWatch(control);
  const files = new Map<string, string>();
  for (const name of archive.names) {
    if (!name.startsWith(folder) || !/\.(csv|json)$/.test(name)) continue;
    const decoder = createDecoder("utf-8");
    const parts: string[] = [];
    for (const piece of archive.pieces(name)) {
      if (!piece.ok) return piece;
      const text = decoder.next(piece.value.bytes);
      const refusal = text === null ? notUtf8 : watch.take(0);
      if (refusal) return err(refusal);
      parts.push(text ?? "");
      await watch.pause();
    }
    const rest = decoder.end();
    if (rest === null) return err(notUtf8);
    files.set(name.slice(folder.length), parts.join("") + rest);
  }
  return ok({ kind: "package", files });
}

const notUtf8: ReadRefusal = { kind: "encoding-unreadable", encoding: "utf-8", row: null };
