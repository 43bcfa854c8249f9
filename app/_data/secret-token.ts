import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** Makes a secret of 256 random bits in 43 characters that may stand in an address. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of such a secret: its SHA-256 in hexadecimal. Nothing slower is needed, as it cannot be guessed. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
