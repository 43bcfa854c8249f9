import { spawn } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { requireFreePort } from "./port.mjs";
import { Refusal } from "./refusal.mjs";

const readyWithinMs = 180_000;
const fromNext = /^\s*([▲✓○] |- (Local|Network|Environments|Experiments))/;
const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Serves until a signal comes, and answers with the exit status: 0 after a signal, 1 when the server ended
 * by itself. The server's own lines are passed on; what it writes as errors before it is ready waits until
 * it is known whether the port was lost to another process meanwhile.
 *
 * @param {string} root
 * @param {import("./arguments.mjs").StartOptions} options
 * @param {import("./prepare.mjs").Say} say
 * @returns {Promise<0 | 1>}
 */
export async function serve(root, options, say) {
  const { port, host, isDev } = options;
  const address = `http://${nameOf(host)}:${port}`;
  const child = launch(root, options, address);
  const ended = once(child, "close").then(() => "ended");

  const stop = new AbortController();
  for (const signal of signals) {
    process.on(signal, () => {
      stop.abort();
      child.kill(signal === "SIGINT" ? "SIGINT" : "SIGTERM");
    });
  }

  const errors = holdBack(child.stderr);
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (line.trim() !== "" && (isDev || !fromNext.test(line))) say(line);
  });

  const outcome = await Promise.race([ended, ready(address, stop.signal)]);
  if (outcome === "ready") {
    errors.pass();
    say(`Bubblescope is ready at ${address}`);
  } else if (outcome === "late") {
    child.kill("SIGTERM");
  }
  await ended;
  if (stop.signal.aborted) return 0;

  if (outcome === "ended") await requireFreePort(port, host);
  errors.pass();
  if (outcome === "late") {
    throw new Refusal(
      `The server was not ready within ${readyWithinMs / 1000} s: see what it says above, then start again.`,
    );
  }
  if (outcome === "ready") {
    throw new Refusal(`The server ended by itself (${child.exitCode ?? child.signalCode}): start it again.`);
  }
  return 1;
}

/**
 * @param {string} root
 * @param {import("./arguments.mjs").StartOptions} options
 * @param {string} address where it will be reached, for the links it prints
 */
function launch(root, { port, host, data, isDev, recover }, address) {
  const tether = new URL("tether.mjs", import.meta.url).href;
  const next = join(root, "node_modules/next/dist/bin/next");
  const args = [isDev ? "dev" : "start", "--port", String(port), ...(host ? ["--hostname", host] : [])];
  const child = spawn(process.execPath, ["--import", tether, next, ...args], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: isDev ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      BUBBLESCOPE_DATA: data,
      BUBBLESCOPE_ADDRESS: address,
      BUBBLESCOPE_RECOVER: recover ?? "",
      PORT: String(port),
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error("a child with piped output has its streams");
  return Object.assign(child, { stdout, stderr });
}

/**
 * Polls until the server answers that it is ready.
 *
 * @param {string} address
 * @param {AbortSignal} stop
 * @returns {Promise<"ready" | "late" | "stopped">}
 */
async function ready(address, stop) {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(readyWithinMs)]);
  while (!signal.aborted) {
    if (await answersOk(`${address}/readyz`, signal)) return "ready";
    await wait(50);
  }
  return stop.aborted ? "stopped" : "late";
}

/**
 * Asks over a connection of its own, because one kept alive would hold up the server's end.
 *
 * @param {string} url
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>}
 */
function answersOk(url, signal) {
  return new Promise((resolve) => {
    get(url, { agent: false, signal }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on("error", () => resolve(false));
  });
}

/**
 * The name under which a browser on this machine reaches a server that listens on `host`.
 *
 * @param {string | undefined} host
 */
function nameOf(host) {
  if (host === undefined || host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

/**
 * Keeps a stream's text until `pass` is called, then passes on that and all that follows.
 *
 * @param {import("node:stream").Readable} stream
 */
function holdBack(stream) {
  /** @type {Buffer[] | null} */
  let held = [];
  stream.on("data", (chunk) => {
    if (held) held.push(chunk);
    else process.stderr.write(chunk);
  });
  return {
    pass() {
      if (held) process.stderr.write(Buffer.concat(held));
      held = null;
    },
  };
}
