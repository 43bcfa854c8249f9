export const dynamic = "force-dynamic";

/** Whether the process answers at all; asks nothing of the store. */
export function GET(): Response {
  return new Response("ok\n", { headers: { "Content-Type": "text/plain", "Cache-Control": "no-store" } });
}
