import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { Problem } from "../../lib/api/problem.ts";
import { RESOURCES, UPLOAD_RESOURCES } from "../../lib/api/resources.ts";

type Handler = (request: Request) => Response | Promise<Response>;

const HERE = import.meta.dirname;
const FOLDERS = readdirSync(join(HERE, "v1"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("route.ts"))
  .map((path) => dirname(join("v1", path)));

/** `v1/series/[code]` → `/api/v1/series/CODE` */
const addressOf = (folder: string) =>
  `/api/${folder.replace(/\[(\w+)\]/g, (_, name: string) => name.toUpperCase())}`;

const handlersIn = (folder: string): Promise<Readonly<Record<string, Handler | undefined>>> =>
  import(join(HERE, folder, "route.ts"));

async function ask(folder: string, method: string, address: string): Promise<Response> {
  const handler = (await handlersIn(folder))[method];
  if (!handler) throw new Error(`${address} has no answer to ${method}`);
  return handler(new Request(`http://localhost${address}`, { method }));
}

test("every address of the API is named where an unknown one is refused", () => {
  expect(FOLDERS.map(addressOf).sort()).toEqual([...RESOURCES, ...UPLOAD_RESOURCES].sort());
});

/** Where files are sent to and worked on, with the methods that are possible there. */
const WRITABLE: Readonly<Record<string, string>> = {
  "v1/uploads": "GET, HEAD, POST, OPTIONS",
  "v1/uploads/[id]": "GET, HEAD, PATCH, DELETE, OPTIONS",
  "v1/uploads/[id]/commit": "POST, OPTIONS",
};

describe.each(Object.entries(WRITABLE))("%s takes %s", (folder, allow) => {
  const address = addressOf(folder);
  const others = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) => !allow.includes(method));

  test.each(others)("%s is a problem that says so", async (method) => {
    const response = await ask(folder, method, address);
    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe(allow);
    expect(Problem.parse(await response.json()).detail).toContain(`${method} is not possible at ${address}`);
  });

  test("OPTIONS says so as well", async () => {
    expect((await ask(folder, "OPTIONS", address)).headers.get("Allow")).toBe(allow);
  });
});

describe.each(FOLDERS.filter((folder) => !(folder in WRITABLE)))("%s can only be read", (folder) => {
  const address = addressOf(folder);

  test.each(["POST", "PUT", "PATCH", "DELETE"])(
    "%s is a problem that says what is possible",
    async (method) => {
      const response = await ask(folder, method, address);
      expect(response.status).toBe(405);
      expect(response.headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
      expect(response.headers.get("Content-Type")).toBe("application/problem+json");
      const { detail } = Problem.parse(await response.json());
      expect(detail).toContain(method);
      expect(detail).toContain(address);
    },
  );

  test("OPTIONS says so as well", async () => {
    const response = await ask(folder, "OPTIONS", address);
    expect(response.status).toBe(204);
    expect(response.headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
  });
});

test.each(["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])(
  "%s of a path at which there is nothing is a problem that names the path and what there is",
  async (method) => {
    const response = await ask("[[...path]]", method, "/api/v2/series?asOf=2024-01-01");
    expect(response.status).toBe(404);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    const { detail } = Problem.parse(await response.json());
    expect(detail).toContain("/api/v2/series.");
    for (const address of [...RESOURCES, ...UPLOAD_RESOURCES]) expect(detail).toContain(address);
  },
);
