import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { withEveryStore } from "../testing.ts";
import { countAttempt, forgetAttempts, uncountAttempt } from "./attempts.ts";

withEveryStore("attempts", (store) => {
  const db = () => store().db;
  const age = (key: string, span: string) =>
    db().execute(sql`update attempt set started_at = started_at - ${span}::interval where key = ${key}`);

  test("are numbered, each key for itself", async () => {
    expect([await countAttempt(db(), "a"), await countAttempt(db(), "a")]).toEqual([1, 2]);
    expect(await countAttempt(db(), "b")).toBe(1);
  });

  test("at the same time each get a number of their own", async () => {
    const numbers = await Promise.all(Array.from({ length: 8 }, () => countAttempt(db(), "at once")));
    expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("count together for fifteen minutes from the first one on, then anew", async () => {
    await countAttempt(db(), "aging");
    await age("aging", "14 minutes 50 seconds");
    expect(await countAttempt(db(), "aging")).toBe(2);
    await age("aging", "10 seconds");
    expect(await countAttempt(db(), "aging")).toBe(1);
  });

  test("can be taken back one by one, or all", async () => {
    await countAttempt(db(), "taken back");
    await countAttempt(db(), "taken back");
    await uncountAttempt(db(), "taken back");
    expect(await countAttempt(db(), "taken back")).toBe(2);
    await forgetAttempts(db(), "taken back");
    expect(await countAttempt(db(), "taken back")).toBe(1);
  });

  test("whose time is over are cleared away when others are forgotten", async () => {
    await countAttempt(db(), "over");
    await countAttempt(db(), "counting");
    await age("over", "15 minutes 1 second");
    await forgetAttempts(db(), "something else");
    expect(await db().$count(sql`attempt`, sql`key in ('over', 'counting')`)).toBe(1);
  });
});
