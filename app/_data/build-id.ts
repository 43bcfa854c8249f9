import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { processWide } from "./process-wide.ts";

/** Identifies the build that renders answers; in development, where code changes at any time, this run of the server. */
export function buildId(): string {
  return processWide("build-id", () => {
    if (process.env.NODE_ENV !== "production") return `dev${process.pid}`;
    return readFileSync(join(".next", "BUILD_ID"), "utf8").trim();
  });
}
