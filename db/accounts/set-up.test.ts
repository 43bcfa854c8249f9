import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditEntries } from "../queries/audit.ts";
import { people } from "../queries/people.ts";
import { isSetUpLinkValid } from "../queries/set-up-link.ts";
import { refusalOf, withEveryStore } from "../testing.ts";
import { aHash } from "../testing-accounts.ts";
import { placeSetUpLink, redeemSetUpLink } from "./set-up.ts";

withEveryStore("the set-up link", (store) => {
  const db = () => store().db;
  const ada = { name: "Ada", email: "ada@example.org", passwordHash: "hash" };
  const redeem = (token: string) => redeemSetUpLink(db(), aHash(token), ada, "192.0.2.1");
  const isValid = (token: string) => isSetUpLinkValid(db(), aHash(token));

  test("of an earlier start is void", async () => {
    await placeSetUpLink(db(), aHash("a"));
    await placeSetUpLink(db(), aHash("b"));
    expect([await isValid("a"), await isValid("b")]).toEqual([false, true]);
    expect(await redeem("a")).toBeNull();
  });

  test("is void after a day", async () => {
    await placeSetUpLink(db(), aHash("a"));
    await db().execute(sql`update set_up_link set expires_at = expires_at - interval '23 hours 59 minutes'`);
    expect(await isValid("a")).toBe(true);
    await db().execute(sql`update set_up_link set expires_at = expires_at - interval '1 minute'`);
    expect(await isValid("a")).toBe(false);
    expect(await redeem("a")).toBeNull();
  });

  test("can be used again when the account could not be stored", async () => {
    await placeSetUpLink(db(), aHash("a"));
    const nameless = redeemSetUpLink(db(), aHash("a"), { ...ada, name: " " }, null);
    expect(await refusalOf(nameless)).toBe("person_name_filled");
    expect(await isValid("a")).toBe(true);
    expect(await people(db())).toEqual([]);
  });

  test("makes the first admin, and only one even when it is used several times at once", async () => {
    expect(await placeSetUpLink(db(), aHash("a"))).toBe(true);
    const made = await Promise.all([redeem("a"), redeem("a"), redeem("a")]);
    expect(made.filter((person) => person !== null)).toMatchObject([{ name: "Ada", role: "admin" }]);
    expect(await people(db())).toHaveLength(1);
    expect(await auditEntries(db(), {}, { limit: 9 })).toMatchObject([
      { action: "set-up", person: { name: "Ada" }, address: "192.0.2.1", subject: "ada@example.org" },
    ]);
  });

  test("is not made once there is an account, and none that was left works", async () => {
    expect(await placeSetUpLink(db(), aHash("b"))).toBe(false);
    await db().execute(sql`insert into set_up_link values (true, ${aHash("c")}, now() + interval '1 day')`);
    expect(await isValid("c")).toBe(false);
    expect(await redeem("c")).toBeNull();
  });
});
