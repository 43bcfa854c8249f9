import { Agent, request } from "node:http";

/** What a bounded run of requests came to. */
export interface Load {
  readonly requestsPerSecond: number;
  readonly statuses: ReadonlyMap<number, number>;
}

/**
 * Sends `count` GET requests to a server on this machine over `connections` kept-alive connections and
 * reads every answer to its end.
 */
export async function load(
  url: string,
  {
    count,
    connections,
    headers = {},
  }: { count: number; connections: number; headers?: Record<string, string> },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const statuses = new Map<number, number>();
  let sent = 0;
  const worker = async () => {
    while (sent < count) {
      sent += 1;
      const status = await get(url, agent, headers);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return { requestsPerSecond: count / seconds, statuses };
}

/** Sends one GET request, reads its answer to the end, and gives its status. */
export function get(url: string, agent: Agent, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { agent, headers }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
      response.on("error", reject);
    })
      .on("error", reject)
      .end();
  });
}
