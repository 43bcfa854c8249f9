import { expect, test } from "vitest";
import type { PublishedReading } from "../../lib/indicators/published.ts";
import { withEveryStore } from "../testing.ts";
import { aRevision } from "../testing-rows.ts";
import { publishedAt, publishedBefore, publishedReadings, publishReading } from "./published-readings.ts";

withEveryStore("published readings", (store) => {
  const db = () => store().db;
  const unread = (revision: number, reason: string): PublishedReading => ({
    ...{ revision, reason, day: "2026-11-25", method: 1, composite: null },
  });

  test("what was published first at a revision stays, and is found at it and before the next", async () => {
    const [first, second] = [await aRevision(db(), {}), await aRevision(db(), {})];
    await publishReading(db(), unread(first, "Too little is known."));
    await publishReading(db(), unread(first, "Said again."));
    await publishReading(db(), unread(second, "Still too little."));
    expect(await publishedAt(db(), first)).toEqual(unread(first, "Too little is known."));
    expect(await publishedBefore(db(), second)).toEqual(unread(first, "Too little is known."));
    expect(await publishedBefore(db(), first)).toBeNull();
    expect((await publishedReadings(db(), 1)).map(({ revision }) => revision)).toEqual([second]);
  });
});
