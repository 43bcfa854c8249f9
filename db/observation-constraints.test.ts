import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { observation, revision } from "./schema/index.ts";
import { errorCode } from "./store-error.ts";
import { refusalOf, withEveryStore } from "./testing.ts";
import { aRevision, aSeries, aSource, observe } from "./testing-rows.ts";

withEveryStore("constraints on observations", (store) => {
  const db = () => store().db;
  let sourceId: number;
  let revisionNumber: number;
  beforeAll(async () => {
    sourceId = await aSource(db());
    revisionNumber = await aRevision(db());
  });

  describe("observation", () => {
    async function storing(row: Partial<typeof observation.$inferInsert>): Promise<string | null> {
      const frequency = row.frequency ?? "A";
      const seriesId = row.seriesId ?? (await aSeries(db(), { sourceId, frequency }));
      const valid = { period: "1999", periodStart: "1999-01-01", vintage: "2000-02-01", value: "48.3" };
      return refusalOf(
        db()
          .insert(observation)
          .values({ ...valid, seriesId, frequency, revision: revisionNumber, ...row }),
      );
    }

    // First days from the calendar; weeks from ISO 8601: 2020-W53 began on Monday 28 December 2020,
    // and 2025-W01 on 30 December 2024.
    test.each([
      ["D", "2000-02-29", "2000-02-29"],
      ["W", "2020-W53", "2020-12-28"],
      ["W", "2025-W01", "2024-12-30"],
      ["M", "2000-03", "2000-03-01"],
      ["Q", "2000-Q4", "2000-10-01"],
      ["H", "2000-H1", "2000-01-01"],
      ["H", "2000-H2", "2000-07-01"],
      ["A", "2000", "2000-01-01"],
      ["I", "2000-03-10", "2000-03-10"],
      ["I", "2000-03", "2000-03-01"],
      ["I", "2000-Q1", "2000-01-01"],
      ["I", "2000-H2", "2000-07-01"],
      ["I", "2000", "2000-01-01"],
    ] as const)("takes, for frequency %s, %s that begins on %s", async (frequency, period, periodStart) => {
      expect(await storing({ frequency, period, periodStart, vintage: "2025-06-01" })).toBeNull();
    });

    test.each([
      ["Q", "2000", "2000-01-01", "a year in a quarterly series"],
      ["A", "2000-Q1", "2000-01-01", "a quarter in an annual series"],
      ["H", "2000-Q1", "2000-01-01", "a quarter in a half-yearly series"],
      ["M", "2000-03", "2000-03-02", "a month that begins on its second day"],
      ["M", "2000-03", "2000-04-01", "a month that begins with the next one"],
      ["M", "2000-3", "2000-03-01", "a month without its zero"],
      ["Q", "2000-Q2", "2000-05-01", "a quarter that begins in its second month"],
      ["Q", "2000-Q5", "2001-01-01", "a fifth quarter"],
      ["H", "2000-H2", "2000-08-01", "a half-year that begins in August"],
      ["A", "2000", "2000-07-01", "a year that begins in July"],
      ["W", "2020-W53", "2020-12-29", "a week that begins on a Tuesday"],
      ["W", "2020-W01", "2020-01-01", "a week that begins with the year"],
      ["D", "2000-02-28", "2000-02-29", "a day that begins on another"],
      ["I", "March 2000", "2000-03-01", "words"],
      ["A", "0999", "0999-01-01", "a year before 1000"],
    ] as const)(
      "refuses, for frequency %s, %s that begins on %s: %s",
      async (frequency, period, periodStart, _) => {
        const row = { frequency, period, periodStart, vintage: "2025-06-01" };
        expect(await storing(row)).toBe("observation_period_agrees");
      },
    );

    test("refuses a frequency that is not its series'", async () => {
      const quarterly = await aSeries(db(), { sourceId, frequency: "Q" });
      expect(await storing({ seriesId: quarterly, frequency: "A" })).toBe("observation_series_frequency");
    });

    test("takes a vintage of today and refuses one of tomorrow", async () => {
      const today = sql<string>`(now() at time zone 'UTC')::date`;
      expect(await storing({ vintage: today as unknown as string })).toBeNull();
      expect(await storing({ vintage: sql`${today} + 1` as unknown as string })).toBe(
        "observation_vintage_not_in_future",
      );
    });

    test.each(["NaN", "Infinity", "-Infinity"])("refuses the value %s", async (value) => {
      expect(await storing({ value })).toBe("observation_value_finite");
    });

    test("keeps a value to its last digit, and null as null", async () => {
      const seriesId = await aSeries(db(), { sourceId });
      const exact = "1234567890123456789.000000000000000000010";
      await observe(db(), seriesId, [
        { frequency: "A", period: "1999", periodStart: "1999-01-01", vintage: "2000-02-01", value: exact },
        { frequency: "A", period: "2000", periodStart: "2000-01-01", vintage: "2001-02-01", value: null },
      ]);
      const rows = await db()
        .select({ value: observation.value })
        .from(observation)
        .where(sql`series_id = ${seriesId}`)
        .orderBy(observation.period);
      expect(rows).toEqual([{ value: exact }, { value: null }]);
    });

    test("refuses an unknown status, a missing vintage and a revision that is not there", async () => {
      expect(await storing({ status: sql`'guessed'` as unknown as "claimed" })).toBe(
        "observation_status_known",
      );
      expect(await storing({ vintage: sql`null` as unknown as string })).toBe("23502");
      expect(await storing({ revision: 999_999 })).toBe("observation_revision_revision_number_fk");
    });

    test("refuses the same period, vintage and revision twice", async () => {
      const seriesId = await aSeries(db(), { sourceId });
      expect(await storing({ seriesId })).toBeNull();
      expect(await storing({ seriesId, value: "50" })).toBe("observation_key");
    });
  });

  describe("what is stored is never changed", () => {
    test.each([
      "update observation set value = 0",
      "delete from observation",
      "truncate observation",
      "update revision set message = 'other'",
      "delete from revision",
    ])("%s", async (statement) => {
      await observe(db(), await aSeries(db(), { sourceId }), [
        { frequency: "A", period: "1999", periodStart: "1999-01-01", vintage: "2000-02-01", value: "48.3" },
      ]);
      const before = await db().$count(observation);
      const refusal = await db()
        .execute(sql.raw(statement))
        .then(
          () => null,
          (error: unknown) => error,
        );
      expect(errorCode(refusal)).toBe("23001");
      expect(String((refusal as Error).cause)).toContain("is append-only");
      expect(await db().$count(observation)).toBe(before);
    });

    test("revision numbers grow", async () => {
      const first = await aRevision(db());
      expect(await aRevision(db())).toBeGreaterThan(first);
    });

    test.each([
      ["an author that is blank", { author: "" }, "revision_author_filled"],
      ["a file hash that is no SHA-256", { fileHash: "abc" }, "revision_file_hash_form"],
      ["a negative count", { revised: -1 }, "revision_counts_natural"],
    ])("refuses %s", async (_, flaw, constraint) => {
      const valid = { author: "editor", message: "Figures", kind: "import" as const };
      expect(
        await refusalOf(
          db()
            .insert(revision)
            .values({ ...valid, ...flaw }),
        ),
      ).toBe(constraint);
    });
  });
});
