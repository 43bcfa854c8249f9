import "server-only";
import type { z } from "zod";
import { address } from "../../../lib/api/address.ts";
import { err, ok, type Result } from "../../../lib/result.ts";
import { issueWords } from "../../../lib/uploads/read-settings.ts";
import { MOST_JSON_BYTES, readJsonBody } from "../json-body.ts";
import { refused } from "./answers.ts";

/** The query of a request, or the problem of it. Parameters that are not known are ignored. */
export function readQuery<Schema extends z.ZodType>(
  schema: Schema,
  request: Request,
): Result<z.infer<Schema>, Response> {
  const query = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return query.success ? ok(query.data) : err(refused("invalid-query", `${issueWords(query.error)}.`));
}

/** The JSON that a request brings, or the problem of it. */
export async function readBody(request: Request): Promise<Result<unknown, Response>> {
  const body = await readJsonBody(request);
  if (body.ok) return body;
  return err(
    body.error === "too-large"
      ? refused("body-too-large", `It has more than ${MOST_JSON_BYTES.toLocaleString("en-GB")} bytes.`)
      : refused("invalid-body", "It is not JSON."),
  );
}

/** Where the rest of a list is; `null` after its last page, which may be an empty one. */
export function nextPage(
  path: string,
  filter: Readonly<Record<string, string | null>>,
  { offset, limit, found }: { readonly offset: number; readonly limit: number; readonly found: number },
): string | null {
  if (found < limit) return null;
  const kept = Object.entries(filter).map(([name, value]) => [name, value ?? undefined]);
  return address(path, {
    ...Object.fromEntries(kept),
    offset: String(offset + limit),
    limit: String(limit),
  });
}
