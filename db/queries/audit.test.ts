import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Person } from "../../lib/auth/person.ts";
import { writeAudit } from "../accounts/write-audit.ts";
import { auditEntry } from "../schema/index.ts";
import { refusalOf, withEveryStore } from "../testing.ts";
import { aPerson } from "../testing-accounts.ts";
import { type AuditFilter, auditEntries } from "./audit.ts";

withEveryStore("the audit log", (store) => {
  const db = () => store().db;
  const nobody = { personId: null, keyId: null, address: null };
  let ada: Person;
  beforeAll(async () => {
    ada = await aPerson(db(), { name: "Ada" });
    const days = [
      "2026-11-21 23:59:59.999",
      "2026-11-22 00:00",
      "2026-11-22 23:59:59.999",
      "2026-11-23 00:00",
    ];
    await db()
      .insert(auditEntry)
      .values(
        days.map((day, index) => ({
          action: index % 2 === 0 ? ("sign-in" as const) : ("sign-out" as const),
          personId: index < 3 ? ada.id : null,
          subject: `${index}`,
          at: new Date(`${day.replace(" ", "T")}Z`),
        })),
      );
  });
  const subjects = async (filter: AuditFilter, page: { limit?: number; before?: number } = {}) =>
    (await auditEntries(db(), filter, { limit: 10, ...page })).map(({ subject }) => subject);

  test("is read newest first, with who did it where that is known", async () => {
    expect(await auditEntries(db(), {}, { limit: 2 })).toMatchObject([
      { subject: "3", action: "sign-out", person: null, key: null },
      { subject: "2", action: "sign-in", person: { name: "Ada", email: ada.email } },
    ]);
  });

  test.each([
    { name: "a person", filter: () => ({ personId: ada.id }), found: ["2", "1", "0"] },
    { name: "an action", filter: () => ({ action: "sign-out" as const }), found: ["3", "1"] },
    { name: "days on", filter: () => ({ from: "2026-11-22" }), found: ["3", "2", "1"] },
    { name: "days up to", filter: () => ({ to: "2026-11-22" }), found: ["2", "1", "0"] },
    { name: "one day", filter: () => ({ from: "2026-11-22", to: "2026-11-22" }), found: ["2", "1"] },
    {
      name: "all of them",
      filter: () => ({ personId: ada.id, action: "sign-in" as const, from: "2026-11-22" }),
      found: ["2"],
    },
  ])("is narrowed by $name", async ({ filter, found }) => {
    expect(await subjects(filter())).toEqual(found);
  });

  test("is read page by page without a gap, also while entries are added", async () => {
    const first = await auditEntries(db(), {}, { limit: 2 });
    await writeAudit(db(), { ...nobody, action: "sign-in", subject: "meanwhile" });
    const before = first.at(-1)?.id ?? 0;
    expect(await subjects({}, { before })).toEqual(["1", "0"]);
  });

  test("has neither an entry without its act nor an act without its entry", async () => {
    const half = db().transaction(async (tx) => {
      await writeAudit(tx, { ...nobody, action: "sign-out", subject: "undone" });
      throw new Error("the act failed");
    });
    await expect(half).rejects.toThrow("the act failed");
    expect(await subjects({})).not.toContain("undone");
  });

  describe("is never changed", () => {
    test.each([
      "update audit_entry set subject = 'other'",
      "delete from audit_entry",
      "truncate audit_entry",
      "truncate person cascade",
    ])("%s", async (statement) => {
      const before = await subjects({});
      expect(await refusalOf(db().execute(sql.raw(statement)))).toBe("23001");
      expect(await subjects({})).toEqual(before);
    });
  });
});
