import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { writeAudit } from "../../../db/accounts/write-audit.ts";
import { auditEntry } from "../../../db/schema/index.ts";
import type { Store } from "../../../db/store.ts";
import { AuditSearch, auditQuery } from "../../../lib/auth/audit-search.ts";
import { loadAuditPage } from "../../_data/audit-log.ts";
import { serveTestStore } from "../../_data/testing.ts";
import { anAccount, cookieOf, serveAccounts } from "../../_data/testing-people.ts";
import { GET } from "./export/route.ts";

vi.mock("next/headers", () => import("../../_data/testing-request.ts"));

const nobody = { personId: null, keyId: null, address: null };
let store: Store;
let cookie: string;
beforeAll(async () => {
  store = await serveTestStore();
  await serveAccounts();
  const admin = await anAccount("admin");
  cookie = await cookieOf(admin);
  await store.db.insert(auditEntry).values(
    Array.from({ length: 2_101 }, (_, index) => ({
      action: "sign-in" as const,
      subject: `entry ${index}`,
    })),
  );
  await writeAudit(store.db, {
    ...nobody,
    action: "sign-in-failed",
    subject: '=HYPERLINK("https://evil.example")',
    detail: "@SUM(1+1)\n-2",
  });
});
afterAll(() => store.close());

async function download(query: string): Promise<{ text: string; rows: Record<string, string>[] }> {
  const request = new Request(`http://localhost:3000/admin/audit/export${query}`, { headers: { cookie } });
  const response = await GET(request, { params: Promise.resolve({}) });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("content-disposition")).toContain("attachment");
  const text = await response.text();
  return { text, rows: parse(text, { columns: true }) };
}

test("the log is read page by page, to its end, each entry once", async () => {
  const seen: number[] = [];
  let before: number | undefined;
  for (;;) {
    const page = await loadAuditPage({ ...AuditSearch.parse({}), before });
    seen.push(...page.entries.map(({ id }) => id));
    if (page.olderBefore === null) break;
    before = page.olderBefore;
  }
  expect(seen).toHaveLength(2_102);
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
});

test("the download holds all that the same search finds, also what takes several reads", async () => {
  const { rows } = await download("?action=sign-in");
  expect(rows).toHaveLength(2_101);
  expect(rows.at(-1)).toMatchObject({ action: "sign-in", subject: "entry 0", person: "" });
});

test("the download is safe to open in a spreadsheet, whatever was typed into a form", async () => {
  const { text, rows } = await download("?action=sign-in-failed");
  expect(rows).toMatchObject([{ subject: `'=HYPERLINK("https://evil.example")`, detail: "'@SUM(1+1)\n-2" }]);
  expect(text).not.toMatch(/(^|,)"?[=@]/m);
});

test("an address that cannot be read counts as if it were not there, and comes out clean", () => {
  const search = AuditSearch.parse({
    person: "me",
    action: "conquer",
    from: "yesterday",
    before: "-1",
    to: "2026-11-23",
  });
  expect(auditQuery(search)).toBe("?to=2026-11-23");
  expect(auditQuery(AuditSearch.parse({}))).toBe("");
});
