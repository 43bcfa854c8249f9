import { spawn } from "node:child_process";

const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Runs a program to its end and keeps what it prints, to be shown only if it fails. A signal that ends this
 * process ends the program too.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program could not be started
 */
export function runQuietly(program, args, options) {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const forward = (/** @type {NodeJS.Signals} */ signal) => {
      child.kill(signal);
      process.exit(130);
    };
    for (const signal of signals) process.once(signal, forward);

    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on("data", (chunk) => chunks.push(chunk));
    child.stderr?.on("data", (chunk) => chunks.push(chunk));
    const finish = (/** @type {number} */ code, /** @type {string} */ output) => {
      for (const signal of signals) process.off(signal, forward);
      resolve({ code, output });
    };
    child.on("error", (error) => finish(127, error.message));
    child.on("close", (code) => finish(code ?? 1, Buffer.concat(chunks).toString().trim()));
  });
}
