import "server-only";
import { entityTag, namesTag } from "../../lib/api/entity-tag.ts";
import { forOwnPages, isFromOwnPage } from "../../lib/api/own-page.ts";
import { aProblem, type Problem, problemResponse } from "../../lib/api/problem.ts";
import { ok, type Result } from "../../lib/result.ts";
import { readStoredAsOf } from "./as-of.ts";
import { logFailure } from "./failure.ts";
import { LruCache } from "./lru-cache.ts";
import { processWide } from "./process-wide.ts";
import { type Standing, standing } from "./revision.ts";

type Body = Result<Uint8Array<ArrayBuffer>, Problem>;

/** In development nothing is kept: the code that makes an answer may have changed. */
const MAX_BYTES = process.env.NODE_ENV === "development" ? 0 : 64 * 1024 * 1024;
const REFUSAL_BYTES = 500;

/** What an answer is asked for: where the store stands, the as-of date or revision, and the rest of the query. */
export interface Asked extends Standing {
  /** A day, or a revision as `r12`. */
  readonly asOf: string;
  readonly search: URLSearchParams;
}

/** How an answer is told from others, and who gets it. */
interface Manner {
  /** The parameters besides the as-of date that `make` reads, all of them, in one spelling. */
  readonly query?: (search: URLSearchParams) => string;
  readonly audience?: keyof typeof HEADERS;
}

/** `no-cache`: keep it, and ask before using it again, which costs a 304. */
const HEADERS = {
  anyone: { "Cache-Control": "public, no-cache" },
  "own-pages": {
    "Cache-Control": "private, no-cache",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
  },
} as const;

/**
 * Answers a read. A caller who was served this very answer (`If-None-Match`) is told so, and that is all that is
 * found out. Else the bytes come from the cache, or from `make`, whose value is turned into JSON once per revision
 * and day.
 *
 * An answer is told from every other by its path, its as-of date and what `query` says. One for `own-pages` is
 * refused to whoever else asks. What `make` throws is logged under an id, and only the id is told.
 */
export async function answer(
  request: Request,
  make: (asked: Asked) => Promise<Result<unknown, Problem>>,
  { query = () => "", audience = "anyone" }: Manner = {},
): Promise<Response> {
  try {
    if (audience === "own-pages" && !isFromOwnPage(request.headers)) return problemResponse(forOwnPages());
    const { pathname, searchParams: search } = new URL(request.url);
    const now = await standing();
    const asOf = await readStoredAsOf(search, now);
    if (!asOf.ok) return problemResponse(asOf.error);

    const resource = `${pathname} ${asOf.value} ${query(search)}`;
    const tag = entityTag(now.tag, resource);
    const held = request.headers.get("If-None-Match");
    const headers = { ETag: tag, ...HEADERS[audience] };
    if (namesTag(held, tag)) return notModified(headers);

    const body = await bodies().get(`${now.tag} ${resource}`, async () =>
      encode(await make({ ...now, asOf: asOf.value, search })),
    );
    if (!body.ok) return problemResponse(body.error);
    return held === "*" ? notModified(headers) : found(body.value, headers);
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

function found(bytes: Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>>): Response {
  return new Response(bytes, {
    headers: {
      "Content-Type": "application/json",
      "X-Content-Type-Options": "nosniff",
      "Content-Length": String(bytes.byteLength),
      ...headers,
    },
  });
}

function notModified(headers: Readonly<Record<string, string>>): Response {
  return new Response(null, { status: 304, headers });
}
