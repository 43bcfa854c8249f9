import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { dependenciesAreCurrent } from "./dependencies.mjs";
import { report } from "./refusal.mjs";
import { root } from "./root.mjs";

/** `npm run doctor`: prints what a start would find here; changes nothing. */
export async function examine() {
  const isInstalled = dependenciesAreCurrent(root);
  const { buildIsCurrent } = await import("./build.mjs");
  const data = resolve(root, process.env.BUBBLESCOPE_DATA || "data");
  const lines = {
    Node: process.versions.node,
    Dependencies: isInstalled ? "as locked" : "missing or changed; npm start installs them",
    Build: buildIsCurrent(root) ? "of these sources" : "missing or of other sources; npm start makes it",
    Data: process.env.DATABASE_URL ? "PostgreSQL, by DATABASE_URL" : `${data}, ${holderOf(data)}`,
    Browser: isInstalled ? await browserFor() : "unknown until the dependencies are installed",
  };
  for (const [name, finding] of Object.entries(lines)) console.log(`${`${name}:`.padEnd(14)}${finding}`);
}

async function browserFor() {
  const { findBrowser } = await import("../browser.mjs");
  try {
    return (await findBrowser()) ?? "none; npm test installs one";
  } catch (error) {
    report(error);
    return "none";
  }
}

/** @param {string} folder */
function holderOf(folder) {
  try {
    const { pid, host } = JSON.parse(readFileSync(`${folder}/bubblescope.lock`, "utf8"));
    return `locked by process ${pid} on ${host}`;
  } catch {
    return "not in use";
  }
}
