import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../launch/root.mjs";
import { violations } from "./imports.mjs";

const folders = ["app", "bench", "db", "e2e", "lib", "scripts"];
const isSource = /\.(ts|tsx|mjs|js)$/;

/** Every source file of the project, relative to its root. */
function sourceFiles() {
  const atRoot = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
  const below = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    ),
  );
  return [...atRoot, ...below]
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((path) => isSource.test(path));
}

/** Prints every breach of the import rules, and fails if there is one. */
function main() {
  const paths = sourceFiles();
  const found = paths.flatMap((path) =>
    violations(path, readFileSync(join(root, path), "utf8")).map(
      ({ line, message }) => `${path}:${line} ${message}`,
    ),
  );
  for (const line of found) console.error(line);
  console.log(`${paths.length} files, ${found.length} breaches of the import rules`);
  process.exitCode = found.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main();
