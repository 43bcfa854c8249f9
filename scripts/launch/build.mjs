import { createHash, createHmac } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./refusal.mjs";
import { runQuietly } from "./run.mjs";

const sourceFolders = ["app", "db", "lib", "public"];
const isRootSource = /\.(ts|tsx|js|mjs|json)$/;
const isTest = /\.test\.tsx?$/;
const writtenByNext = "next-env.d.ts";

/**
 * Whether `.next` holds a finished build of the sources as they are.
 *
 * @param {string} root
 */
export function buildIsCurrent(root) {
  const record = recordOf(root);
  return (
    existsSync(join(root, ".next/BUILD_ID")) &&
    existsSync(record) &&
    readFileSync(record, "utf8") === fingerprint(root)
  );
}

/**
 * Builds for production. The record is taken before and written after, so that neither a failed build nor a
 * source changed meanwhile passes for current.
 *
 * @param {string} root
 */
export async function build(root) {
  const sources = fingerprint(root);
  rmSync(recordOf(root), { force: true });
  const next = join(root, "node_modules/next/dist/bin/next");
  const { code, output } = await runQuietly(process.execPath, [next, "build"], {
    cwd: root,
    env: { ...process.env, ...actionKey(), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (code !== 0) {
    throw new Refusal(
      `${output}\nThe build failed (next build ended with ${code}): mend what it names above, then start again.`,
    );
  }
  writeFileSync(recordOf(root), sources);
}

/**
 * Next names every form's action by the code and by a key, which it makes up for each build. Instances that were built
 * apart from each other would then not know the forms of one another's pages, so those that share `AUTH_SECRET` share
 * a key made from it.
 *
 * @returns {{ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY?: string }}
 */
function actionKey() {
  const { AUTH_SECRET: secret, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: given } = process.env;
  const key = given || (secret && createHmac("sha256", secret).update("server actions").digest("base64"));
  return key ? { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key } : {};
}

/**
 * One hash over the path and content of every file that a build reads, and over the key that it is given.
 *
 * @param {string} root
 */
function fingerprint(root) {
  const hash = createHash("sha256").update(JSON.stringify(actionKey()));
  for (const path of sourceFiles(root))
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  return hash.digest("hex");
}

/**
 * @param {string} root
 * @returns {string[]}
 */
function sourceFiles(root) {
  const atRoot = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isRootSource.test(entry.name) && entry.name !== writtenByNext)
    .map((entry) => entry.name);
  const inFolders = sourceFolders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !isTest.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
    );
  return [...atRoot, ...inFolders].sort();
}

/** @param {string} root */
function recordOf(root) {
  return join(root, ".next/bubblescope-build");
}
