import { createServer } from "node:net";
import { Refusal, systemCode } from "./refusal.mjs";

/**
 * Resolves when `port` can be listened on; throws `Refusal` otherwise.
 *
 * @param {number} port
 * @param {string | undefined} host
 */
export async function requireFreePort(port, host) {
  const code = await tryListening(port, host);
  if (code === null) return;
  switch (code) {
    case "EADDRINUSE": {
      const other = port < 65535 ? port + 1 : 3000;
      throw new Refusal(
        `Port ${port} is taken: stop the program that listens there, or choose another, as in npm start -- --port ${other}.`,
      );
    }
    case "EACCES":
      throw new Refusal(
        `Port ${port} is not open to this user: choose one from 1024, as in npm start -- --port 3000.`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      throw new Refusal(`Host ${host} is no address of this machine: leave --host out, or give localhost.`);
    default:
      throw new Refusal(
        `Port ${port} cannot be listened on (${code}): choose another with --port or --host.`,
      );
  }
}

/** A port that nothing listens on now. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(0, () => resolve(undefined));
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string")
    throw new Error("a TCP server has an address with a port");
  return address.port;
}

/**
 * @param {number} port
 * @param {string | undefined} host
 * @returns {Promise<string | null>} the system's error code, or null when listening worked
 */
function tryListening(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(systemCode(error)));
    server.listen({ port, host }, () => server.close(() => resolve(null)));
  });
}
