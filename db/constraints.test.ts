import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { era, event, figure, round, seedFact, series } from "./schema/index.ts";
import { refusalOf, withEveryStore } from "./testing.ts";
import { aRevision, aSource, seriesRow } from "./testing-rows.ts";

withEveryStore("constraints", (store) => {
  const db = () => store().db;
  let sourceId: number;
  let _revisionNumber: number;
  beforeAll(async () => {
    sourceId = await aSource(db());
    _revisionNumber = await aRevision(db());
  });

  describe("series", () => {
    test.each([
      ["a code in small letters", { code: "vc_us_a" }, "series_code_form"],
      ["a code of 26 characters", { code: "A".repeat(26) }, "series_code_form"],
      ["an empty code", { code: "" }, "series_code_form"],
      ["a blank title", { title: " " }, "series_title_filled"],
      ["an unknown measure", { measure: sql`'mass'` }, "series_measure_known"],
      ["an unknown frequency", { frequency: sql`'X'` }, "series_frequency_known"],
      ["an amount without a currency", { currency: null }, "series_currency_complete"],
      ["an amount without a price basis", { prices: "none" }, "series_currency_complete"],
      ["a currency on something that is no amount", { unitKind: "percent" }, "series_currency_complete"],
      ["a scale that is no power of a thousand", { scale: 100 }, "series_scale_known"],
      [
        "a count of nothing",
        { unitKind: "count", currency: null, scale: 1, prices: "none" },
        "series_unit_complete",
      ],
      ["a year that ends in no month", { yearEnds: 13 }, "series_year_ends_known"],
      ["a month of a fiscal year", { frequency: "M", yearEnds: 6 }, "series_year_named"],
      ["constant prices of no year", { prices: "constant" }, "series_price_base_complete"],
      ["nominal prices of a year", { priceBase: "2024" }, "series_price_base_complete"],
      [
        "a plausible range upside down",
        { plausibleMin: "2", plausibleMax: "1" },
        "series_plausible_range_ordered",
      ],
      ["staleness after no days", { staleAfterDays: 0 }, "series_stale_after_positive"],
    ] as const)("refuses %s", async (_, flaw, constraint) => {
      const row = { ...(await seriesRow(db(), { sourceId })), ...flaw } as typeof series.$inferInsert;
      expect(await refusalOf(db().insert(series).values(row))).toBe(constraint);
    });

    test("takes a code of 25 characters and refuses it a second time", async () => {
      const row = await seriesRow(db(), { sourceId, code: "A".repeat(25) });
      expect(await refusalOf(db().insert(series).values(row))).toBeNull();
      expect(await refusalOf(db().insert(series).values(row))).toBe("series_code_unique");
    });

    test("refuses a source that is not there", async () => {
      const row = await seriesRow(db(), { sourceId: 999_999 });
      expect(await refusalOf(db().insert(series).values(row))).toBe("series_source_id_source_id_fk");
    });
  });

  describe("the rest", () => {
    test("an era has all three parts of a turning point, or none", async () => {
      const valid = {
        name: "AI",
        hue: "ai" as const,
        onset: "2022-11",
        onsetEvent: "ChatGPT",
        onsetSourceId: sourceId,
      };
      expect(
        await refusalOf(
          db()
            .insert(era)
            .values({ ...valid, code: "AI" }),
        ),
      ).toBeNull();
      expect(
        await refusalOf(
          db()
            .insert(era)
            .values({ ...valid, code: "AI_2", peak: "2026-01" }),
        ),
      ).toBe("era_peak_complete");
      expect(
        await refusalOf(
          db()
            .insert(era)
            .values({ ...valid, code: "AI_3", onset: "11/2022" }),
        ),
      ).toBe("era_onset_form");
    });

    test("an event is named, dated and sourced", async () => {
      const valid = {
        code: "netscape-ipo",
        date: "1995-08-09",
        label: "Netscape IPO",
        kind: "market" as const,
        sourceId,
      };
      expect(await refusalOf(db().insert(event).values(valid))).toBeNull();
      expect(
        await refusalOf(
          db()
            .insert(event)
            .values({ ...valid, code: "Netscape IPO" }),
        ),
      ).toBe("event_code_form");
      expect(
        await refusalOf(
          db()
            .insert(event)
            .values({ ...valid, code: "x", date: "9 Aug 1995" }),
        ),
      ).toBe("event_date_form");
      expect(
        await refusalOf(
          db()
            .insert(event)
            .values({ ...valid, code: "y", sourceId: 999_999 }),
        ),
      ).toBe("event_source_id_source_id_fk");
      expect(
        await refusalOf(
          db()
            .insert(event)
            .values({ ...valid, code: "z", eraCode: "NONE" }),
        ),
      ).toBe("event_era_code_era_code_fk");
    });

    test("a round's amounts are positive where they are known", async () => {
      const valid = {
        company: "OpenAI",
        sector: "AI",
        country: "US",
        date: "2024-10-02",
        instrument: "equity" as const,
        sourceId,
      };
      const unknown = { ...valid, code: "openai-2024-10" };
      expect(await refusalOf(db().insert(round).values(unknown))).toBeNull();
      expect(
        await refusalOf(
          db()
            .insert(round)
            .values({ ...valid, code: "free", amount: "0" }),
        ),
      ).toBe("round_amounts_positive");
      expect(
        await refusalOf(
          db()
            .insert(round)
            .values({ ...valid, code: "nan", postMoney: "NaN" }),
        ),
      ).toBe("round_amounts_positive");
    });

    test("a claim names its target once", async () => {
      const valid = {
        claim: 26,
        text: "AI took 45 % of venture money",
        verdict: "DIFF" as const,
        targetKind: "series" as const,
        target: "CLAIM_VC_AI_WORLD",
        shownAs: "claimed" as const,
      };
      expect(await refusalOf(db().insert(seedFact).values(valid))).toBeNull();
      expect(await refusalOf(db().insert(seedFact).values(valid))).toBe("seed_fact_key");
      expect(
        await refusalOf(
          db()
            .insert(seedFact)
            .values({ ...valid, claim: 27, target: "" }),
        ),
      ).toBe("seed_fact_target_filled");
    });

    test("a figure and a source have one name each", async () => {
      const spec = {} as (typeof figure.$inferInsert)["spec"];
      expect(await refusalOf(db().insert(figure).values({ name: "Lead Story", position: 1, spec }))).toBe(
        "figure_name_form",
      );
      await aSource(db(), { key: "twice" });
      expect(await refusalOf(aSource(db(), { key: "twice" }))).toBe("source_key_unique");
    });
  });
});
