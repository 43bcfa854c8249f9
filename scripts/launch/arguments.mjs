import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Refusal } from "./refusal.mjs";

export const help = `Usage: npm start -- [options]

Installs what is missing, builds what has changed, and serves Bubblescope.

  --port NUMBER    port to serve on (default: PORT, else 3000)
  --host NAME      address to listen on (default: every interface)
  --data DIR       data folder of the embedded database (default: BUBBLESCOPE_DATA, else ./data)
  --dev            serve from the sources and reload on every change
  --recover EMAIL  also print a link, good once and for a day, by which that person chooses a new password
  --help           show this text

With DATABASE_URL set, data is kept in that PostgreSQL database instead of a folder.
`;

const options = /** @type {const} */ ({
  port: { type: "string" },
  host: { type: "string" },
  data: { type: "string" },
  dev: { type: "boolean" },
  recover: { type: "string" },
  help: { type: "boolean" },
});

/**
 * @typedef {object} StartOptions
 * @property {number} port
 * @property {string | undefined} host
 * @property {string} data absolute path of the data folder
 * @property {boolean} isDev
 * @property {string | undefined} recover e-mail address of whoever needs a recovery link
 * @property {boolean} wantsHelp
 */

/**
 * Reads the command line and its environment. `folder` is where a relative data folder starts from.
 *
 * Throws `Refusal` for an unknown option, a missing or stray value, or a port that is none.
 *
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder
 * @returns {StartOptions}
 */
export function readArguments(args, env, folder) {
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  /** @type {Map<string, string>} */
  const given = new Map();
  for (const token of tokens) {
    if (token.kind === "positional") {
      throw new Refusal(
        `Unexpected argument ${token.value}: options go after two dashes, as in npm start -- --port 3001.`,
      );
    }
    if (token.kind === "option-terminator") continue;
    if (!Object.hasOwn(options, token.name)) {
      throw new Refusal(`Unknown option ${token.rawName}: npm start -- --help lists the options.`);
    }
    const { type } = options[/** @type {keyof typeof options} */ (token.name)];
    if (type === "string" && (!token.value || (!token.inlineValue && token.value.startsWith("--")))) {
      throw new Refusal(`Option ${token.rawName} needs a value: npm start -- --help shows how.`);
    }
    if (type === "boolean" && token.value !== undefined) {
      throw new Refusal(
        `Option ${token.rawName} takes no value, but was given ${token.value}: leave it out.`,
      );
    }
    given.set(token.name, token.value ?? "");
  }
  // `npm start --port=3001` gives the option to npm, which hands it on as a variable only.
  const kept = ["port", "host", "data", "recover"].find((name) => env[`npm_config_${name}`] !== undefined);
  if (kept) {
    throw new Refusal(
      `npm kept --${kept} for itself: options go after two dashes, as in npm start -- --port 3001.`,
    );
  }
  return {
    port: readPort(given.get("port"), env.PORT),
    host: given.get("host"),
    data: resolve(folder, given.get("data") ?? (env.BUBBLESCOPE_DATA || "data")),
    isDev: given.has("dev"),
    recover: given.get("recover"),
    wantsHelp: given.has("help"),
  };
}

/**
 * @param {string | undefined} option
 * @param {string | undefined} variable
 */
function readPort(option, variable) {
  const text = option ?? (variable || "3000");
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  const place = option === undefined ? "PORT" : "--port";
  throw new Refusal(`${place} is ${text}, which is no port: give a whole number from 1 to 65535.`);
}
