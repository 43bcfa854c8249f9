import { address } from "../../lib/api/address.ts";

/** A refusal from this server's own API, with the words of its problem document. */
class ApiError extends Error {
  override name = "ApiError";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Reads JSON from this server. The shape is promised by the contract that the server builds the answer from, so
 * it is not checked a second time in the browser.
 */
export async function getJson<Answer>(
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
  signal?: AbortSignal,
): Promise<Answer> {
  const response = await fetch(address(path, query), {
    headers: { Accept: "application/json" },
    ...(signal && { signal }),
  });
  if (!response.ok) throw new ApiError(response.status, await reasonOf(response));
  return (await response.json()) as Answer;
}

async function reasonOf(response: Response): Promise<string> {
  const fallback = `The server answered ${response.status}`;
  if (!response.headers.get("Content-Type")?.includes("json")) return fallback;
  const problem: unknown = await response.json();
  if (typeof problem !== "object" || problem === null || !("title" in problem)) return fallback;
  return "detail" in problem ? `${problem.title}: ${problem.detail}` : String(problem.title);
}
