import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
};

/**
 * Makes the data folder if needed and proves that it can be written; throws `Refusal` otherwise.
 *
 * @param {string} folder
 */
export function requireWritable(folder) {
  const probe = join(folder, `.write-probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
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
