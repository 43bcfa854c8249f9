import { aProblem, problemResponse } from "../../lib/api/problem.ts";
import { logFailure } from "../_data/failure.ts";
import { pingStore } from "../_data/readiness.ts";

export const dynamic = "force-dynamic";

/** Whether the server can answer from the store: 200, or 503 with an id to look up in the log. */
export async function GET(): Promise<Response> {
  try {
    await pingStore();
    return new Response("ready\n", {
      headers: { "Content-Type": "text/plain", "Cache-Control": "no-store" },
    });
  } catch (error) {
    const id = logFailure("checking readiness", error);
    return problemResponse(
      aProblem(
        503,
        "store-unavailable",
        "The store does not answer",
        `The server's log has the reason under ${id}.`,
      ),
    );
  }
}
