import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./refusal.mjs";
import { runQuietly } from "./run.mjs";

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} LockedPackage */

/**
 * Whether what npm says it installed is what `package-lock.json` asks for.
 *
 * npm writes `node_modules/.package-lock.json` as the last act of an installation, so an interrupted one
 * counts as missing. Optional packages may be absent: they are for other systems.
 *
 * @param {string} root
 */
export function dependenciesAreCurrent(root) {
  const record = join(root, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const installed = packagesIn(record);
  return Object.entries(packagesIn(join(root, "package-lock.json"))).every(([path, locked]) => {
    if (path === "" || locked.link) return true;
    const found = installed[path];
    if (!found) return Boolean(locked.optional || locked.devOptional);
    return found.version === locked.version && found.integrity === locked.integrity;
  });
}

/**
 * Installs exactly what `package-lock.json` names, development tools included: the build needs them.
 *
 * @param {string} root
 */
export async function installDependencies(root) {
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const { code, output } = npm?.endsWith(".js")
    ? await runQuietly(process.execPath, [npm, ...args], { cwd: root })
    : await runQuietly("npm", args, { cwd: root, shell: process.platform === "win32" });
  if (code === 0) return;
  throw new Refusal(
    `${output}\nThe dependencies could not be installed (npm ci ended with ${code}): see to what npm says above, then start again.`,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}
