import { spawn } from "node:child_process";
import { once } from "node:events";
import { root } from "../launch/root.mjs";

/**
 * Runs one of the project's tools with this Node, its output going straight to the screen and nothing to read.
 *
 * @param {readonly string[]} args a script and its arguments
 * @param {Record<string, string>} env added to this process's own
 * @returns {Promise<number>} its exit status; 1 when a signal ended it
 */
export async function runAloud(args, env = {}) {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(child, "close");
  return code ?? 1;
}
