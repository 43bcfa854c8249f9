import "server-only";
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "../../db/store-error.ts";
import type { Environment } from "../../lib/env.ts";
import { err, ok, type Result } from "../../lib/result.ts";

const FORM = /^[A-Za-z0-9_-]{43}\n$/;

/**
 * What signs the cookies of sessions: `AUTH_SECRET`, or else what the data folder keeps, made on first use for this
 * user's eyes only. Who has it could forge a cookie only with the token of a session as well. The refusal is one
 * sentence for the operator.
 */
export function authSecret(
  env: Pick<Environment, "AUTH_SECRET" | "BUBBLESCOPE_DATA">,
): Result<string, string> {
  if (env.AUTH_SECRET !== undefined) return ok(env.AUTH_SECRET);
  const file = join(env.BUBBLESCOPE_DATA, "auth-secret");
  const kept = readKept(file) ?? make(file);
  if (FORM.test(kept)) return ok(kept.trim());
  return err(
    `The file ${file} does not hold the secret that was made for it: put it back from a copy, or delete it, which signs everyone out.`,
  );
}

function readKept(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

function make(file: string): string {
  const secret = `${randomBytes(32).toString("base64url")}\n`;
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, secret, { mode: 0o600, flag: "wx" });
  return secret;
}
