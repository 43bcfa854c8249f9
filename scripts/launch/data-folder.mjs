import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Refusal, systemCode } from "./refusal.mjs";

/** @type {Record<string, string>} */
const causes = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "its disk is mounted read-only",
  ENOSPC: "its disk is full",
  EDQUOT: "its quota is used up",
  EEXIST: "a file is in its place",
  ENOTDIR: "a part of its path is a file",
  ENOENT: "the place where it would be takes no folders",
};

/**
 * Makes the data folder if needed and proves that it can be written; throws `Refusal` otherwise.
 *
 * @param {string} folder
 */
export function requireWritable(folder) {
  const probe = join(folder, `.write-probe-${process.pid}`);
  try {
    makeFolder(resolve(folder));
    writeFileSync(probe, "probe");
    rmSync(probe);
  } catch (error) {
    const code = systemCode(error);
    const cause = causes[code] ?? `the system answered ${code}`;
    throw new Refusal(
      `The data folder ${folder} cannot be written, because ${cause}: mend that, or choose another folder with --data DIR.`,
    );
  }
}

/**
 * One level at a time: Node's own recursive way never ends where a file system takes no folders, as under `/proc`.
 *
 * @param {string} folder an absolute path
 */
function makeFolder(folder) {
  if (isFolder(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process that starts at the same time may have made it in between.
    if (!isFolder(folder)) throw error;
  }
}

/** @param {string} path */
function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
