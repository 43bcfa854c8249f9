import "server-only";
import { readAsOf } from "../../lib/api/as-of.ts";
import { namesTag } from "../../lib/api/entity-tag.ts";
import { aProblem, type Problem, problemResponse } from "../../lib/api/problem.ts";
import { ok, type Result } from "../../lib/result.ts";
import { logFailure } from "./failure.ts";
import { LruCache } from "./lru-cache.ts";
import { processWide } from "./process-wide.ts";
import { type Standing, standing } from "./revision.ts";

type Body = Result<Uint8Array<ArrayBuffer>, Problem>;

/** In development nothing is kept: the code that makes an answer may have changed. */
const MAX_BYTES = process.env.NODE_ENV === "development" ? 0 : 64 * 1024 * 1024;
const REFUSAL_BYTES = 500;

/** What an answer is asked for: where the store stands, the as-of date, and the rest of the query. */
export interface Asked extends Standing {
  readonly asOf: string;
  readonly search: URLSearchParams;
}

/**
 * Answers a read. If the caller has the answer already (`If-None-Match`), that is all that is found out. Else the
 * bytes come from the cache, or from `make`, whose value is turned into JSON once per revision and day.
 *
 * `key` tells this answer from every other of the same as-of date; it must hold all that `make` reads.
 * What `make` throws is logged under an id, and only the id is told.
 */
export async function answer(
  request: Request,
  key: string | ((search: URLSearchParams) => string),
  make: (asked: Asked) => Promise<Result<unknown, Problem>>,
): Promise<Response> {
  try {
    const now = await standing();
    if (namesTag(request.headers.get("If-None-Match"), now.tag)) return notModified(now.tag);

    const { searchParams: search } = new URL(request.url);
    const asOf = readAsOf(search, now.today);
    if (!asOf.ok) return problemResponse(asOf.error);

    const name = `${now.tag} ${asOf.value} ${typeof key === "string" ? key : key(search)}`;
    const body = await bodies().get(name, async () =>
      encode(await make({ ...now, asOf: asOf.value, search })),
    );
    return body.ok ? found(body.value, now.tag) : problemResponse(body.error);
  } catch (error) {
    const id = logFailure(`answering ${new URL(request.url).pathname}`, error);
    return problemResponse(
      aProblem(
        500,
        "unexpected",
        "Something went wrong on the server",
        `The server's log has it under ${id}.`,
      ),
    );
  }
}

function encode(made: Result<unknown, Problem>): Body {
  return made.ok ? ok(new TextEncoder().encode(JSON.stringify(made.value))) : made;
}

function bodies(): LruCache<Body> {
  return processWide(
    "bodies",
    () => new LruCache<Body>(MAX_BYTES, (body) => (body.ok ? body.value.byteLength : REFUSAL_BYTES)),
  );
}

/** `no-cache`: keep it, and ask before using it again, which costs a 304. */
function found(bytes: Uint8Array<ArrayBuffer>, tag: string): Response {
  return new Response(bytes, {
    headers: {
      "Content-Type": "application/json",
      "Content-Length": String(bytes.byteLength),
      "Cache-Control": "public, no-cache",
      ETag: tag,
    },
  });
}

function notModified(tag: string): Response {
  return new Response(null, { status: 304, headers: { "Cache-Control": "public, no-cache", ETag: tag } });
}
