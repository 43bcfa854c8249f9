import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Refusal } from "./launch/refusal.mjs";

const systemNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const remedy = "install Chromium or Chrome, or name one with CHROMIUM_PATH=/path/to/chromium";

/**
 * A Chromium that starts on this machine: `CHROMIUM_PATH`, Playwright's own, or the system's; null if none does.
 *
 * Throws `Refusal` when `CHROMIUM_PATH` names something that does not start.
 *
 * @returns {Promise<string | null>}
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (starts(named)) return named;
    throw new Refusal(`CHROMIUM_PATH is ${named}, which does not start: mend or unset it.`);
  }
  const { chromium } = await import("playwright");
  return [chromium.executablePath(), ...onSearchPath(systemNames)].find(starts) ?? null;
}

/**
 * Finds a Chromium or obtains one: by Playwright's download, then by apt where this process may use it.
 *
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {Promise<string>}
 */
export async function provideBrowser(root, say) {
  const found = await findBrowser();
  if (found) return found;
  for (const [what, commands] of ways(root)) {
    say(`Installing Chromium with ${what} …`);
    for (const [program, ...args] of commands)
      spawnSync(program, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    const installed = await findBrowser();
    if (installed) return installed;
  }
  throw new Refusal(`No Chromium for the end-to-end tests, and none could be installed: ${remedy}.`);
}

/**
 * @param {string} root
 * @returns {[string, [string, ...string[]][]][]}
 */
function ways(root) {
  const playwright = join(root, "node_modules/playwright/cli.js");
  /** @type {[string, [string, ...string[]][]][]} */
  const all = [["Playwright", [[process.execPath, playwright, "install", "chromium"]]]];
  if (process.getuid?.() === 0 && onSearchPath(["apt-get"]).length > 0) {
    all.push([
      "apt-get",
      [
        ["apt-get", "update", "-q"],
        ["apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium"],
      ],
    ]);
  }
  return all;
}

/** @param {readonly string[]} names */
function onSearchPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .filter((file) => existsSync(file));
}

/** @param {string} file */
function starts(file) {
  if (!existsSync(file)) return false;
  try {
    execFileSync(file, ["--version", "--no-sandbox"], { stdio: "ignore", timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}
