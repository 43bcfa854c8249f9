import { once } from "node:events";
import { createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noteClientAddresses } from "./client-addresses.ts";

let server: Server;
beforeAll(async () => {
  noteClientAddresses();
  server = createServer(({ headers }, response) => response.end(String(headers["x-client-address"])));
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => server.close());

test("every request carries the address of its connection, whatever it claims", async () => {
  const { port } = server.address() as AddressInfo;
  const headers = { "X-Client-Address": "203.0.113.1", "X-Forwarded-For": "203.0.113.2" };
  const [response] = await once(get({ port, host: "127.0.0.1", headers, agent: false }), "response");
  expect((await response.setEncoding("utf8").toArray()).join("")).toBe("127.0.0.1");
});
