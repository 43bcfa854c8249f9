import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Store } from "../../../db/store.ts";
import { aSeries } from "../../../db/testing-rows.ts";
import { anUploadOf } from "../../../db/testing-uploads.ts";
import { aPackage } from "../../../lib/ingestion/testing.ts";
import { loadReceipt } from "../../_data/receipt.ts";
import { commitPackage, serveTestStore } from "../../_data/testing.ts";
import { anAccount, cookieOf, serveAccounts } from "../../_data/testing-people.ts";
import { GET } from "./[number]/file/route.ts";

vi.mock("next/headers", () => import("../../_data/testing-request.ts"));

/** More than one part of what is kept, and nothing that a text file would hold. */
const CONTENT = Uint8Array.from({ length: 600_000 }, (_, index) => (index * 7) % 256);

let store: Store;
let number: number;
const cookies = { reader: "", editor: "" };
beforeAll(async () => {
  store = await serveTestStore();
  await serveAccounts();
  cookies.reader = await cookieOf(await anAccount("reader"));
  cookies.editor = await cookieOf(await anAccount("editor"));
  await commitPackage(store, aPackage());
  await aSeries(store.db, { code: "UPLOADED_A" });
  const fileName = "../Umsätze\r\n.html";
  number = await anUploadOf(store.db, { fileName, content: CONTENT, series: "UPLOADED_A" });
});
afterAll(() => store.close());

const ask = (of: string | number, cookie?: string) =>
  GET(new Request(`http://localhost/admin/revisions/${of}/file`, { headers: cookie ? { cookie } : {} }), {
    params: Promise.resolve({ number: String(of) }),
  });

describe("the file that a revision was read from", () => {
  test("comes back byte for byte, to be saved and never shown", async () => {
    const response = await ask(number, cookies.editor);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-length")).toBe("600000");
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="Ums_tze__.html"; filename*=UTF-8''Ums%C3%A4tze.html`,
    );
    expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(CONTENT))).toBe(true);
  });

  test("is named with its size on the receipt", async () => {
    const receipt = await loadReceipt(number, { series: "", values: 0, rows: 0 });
    expect(receipt?.revision.file).toMatchObject({ size: "600 kB" });
  });

  test("is for editors only", async () => {
    expect((await ask(number)).status).toBe(401);
    expect((await ask(number, cookies.reader)).status).toBe(403);
  });

  test.each([1, 999, 0, "x", "1e1"])("is not there for revision %s", async (of) => {
    const response = await ask(of, cookies.editor);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });
});
