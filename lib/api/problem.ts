import { z } from "zod";

/** An error over HTTP (RFC 9457). `type` names the kind of problem for programs; `title` and `detail` are for people. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Describes a problem; `name` is kebab-case and stable, such as `unknown-series`. */
export function aProblem(status: number, name: string, title: string, detail?: string): Problem {
  const type = `urn:bubblescope:problem:${name}`;
  return detail === undefined ? { type, title, status } : { type, title, status, detail };
}

/** A problem as an `application/problem+json` response; never cached, as its cause may be gone a moment later. */
export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      "Content-Type": "application/problem+json",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
      ...headers,
    },
  });
}
