import "server-only";
import { err, ok, type Result } from "../../lib/result.ts";

/** As much as 5,000 mended cells take. */
export const MOST_JSON_BYTES = 500_000;

/** Why a body is no JSON that can be used. */
export type BodyRefusal = "too-large" | "not-json";

/** Reads a body as JSON, whatever its type is said to be; never more of it than may be. */
export async function readJsonBody(request: Request): Promise<Result<unknown, BodyRefusal>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.length;
    if (length > MOST_JSON_BYTES) return err("too-large");
    parts.push(part);
  }
  try {
    return ok(JSON.parse(Buffer.concat(parts).toString("utf8")));
  } catch {
    return err("not-json");
  }
}
