import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "../../lib/auth/person.ts";
import { apiKeys, keyHolder } from "../queries/api-keys.ts";
import { auditEntries } from "../queries/audit.ts";
import { refusalOf, withEveryStore } from "../testing.ts";
import { acting, aHash, aPerson } from "../testing-accounts.ts";
import { addKey, noteKeyUse, revokeKey } from "./api-keys.ts";
import { disablePerson, enablePerson } from "./people.ts";

withEveryStore("API keys", (store) => {
  const db = () => store().db;
  let admin: Actor;
  let other: Actor;
  beforeAll(async () => {
    admin = acting(await aPerson(db(), { role: "admin" }));
    other = acting(await aPerson(db(), { role: "admin" }));
  });

  async function aKey(name: string, owner = admin): Promise<string> {
    const key = { name, scopes: ["upload", "commit"] as const, start: "bsk_abcd", keyHash: aHash(name) };
    await addKey(db(), key, owner);
    return (await keyHolder(db(), aHash(name)))?.keyId ?? "";
  }
  const holderOf = (name: string) => keyHolder(db(), aHash(name));
  const lastUse = async (id: string) => (await apiKeys(db())).find((key) => key.id === id)?.lastUsedAt;

  test("act for their owner within their scopes", async () => {
    await aKey("nightly");
    expect(await holderOf("nightly")).toMatchObject({
      scopes: ["upload", "commit"],
      owner: { id: admin.id, role: "admin" },
    });
    expect(await holderOf("unknown")).toBeNull();
    expect(await auditEntries(db(), {}, { limit: 1 })).toMatchObject([
      { action: "key-created", subject: "nightly", detail: "upload, commit", person: { email: admin.email } },
    ]);
  });

  test("are worthless once revoked, which is told once, and stay in the list", async () => {
    const id = await aKey("leaked");
    expect(await revokeKey(db(), id, other)).toBe(true);
    expect(await revokeKey(db(), id, other)).toBe(false);
    expect(await holderOf("leaked")).toBeNull();
    expect((await apiKeys(db())).find((key) => key.id === id)).toMatchObject({
      name: "leaked",
      revokedAt: expect.any(Date),
    });
  });

  test("do not work while their owner is disabled", async () => {
    await aKey("of another", other);
    await disablePerson(db(), other.id, admin);
    expect(await holderOf("of another")).toBeNull();
    expect((await apiKeys(db())).find(({ name }) => name === "of another")?.isOwnerDisabled).toBe(true);
    await enablePerson(db(), other.id, admin);
    expect(await holderOf("of another")).not.toBeNull();
  });

  test("note their last use, to the minute", async () => {
    const id = await aKey("busy");
    expect(await lastUse(id)).toBeNull();
    await noteKeyUse(db(), id);
    const first = await lastUse(id);
    await noteKeyUse(db(), id);
    expect(await lastUse(id)).toEqual(first);
    await db().execute(sql`update api_key set last_used_at = now() - interval '61 seconds' where id = ${id}`);
    await noteKeyUse(db(), id);
    expect((await lastUse(id))?.getTime()).toBeGreaterThanOrEqual(
      first?.getTime() ?? Number.POSITIVE_INFINITY,
    );
  });

  test.each([
    ["no scopes", { scopes: [] }, "api_key_scopes_known"],
    ["an unknown scope", { scopes: ["everything"] as never }, "api_key_scopes_known"],
    ["the scope that is no more", { scopes: ["upload", "read"] as never }, "api_key_scopes_known"],
    ["a key that is not hashed", { keyHash: "bsk_abcd" }, "api_key_hash_form"],
    ["a blank name", { name: " " }, "api_key_name_filled"],
  ])("are refused with %s", async (_, flaw, constraint) => {
    const key = { name: "n", scopes: ["upload"] as const, start: "bsk_", keyHash: aHash("refused"), ...flaw };
    expect(await refusalOf(addKey(db(), key, admin))).toBe(constraint);
  });
});
