import { describe, expect, test } from "vitest";
import { planPackage } from "./ingest.ts";
import { isEmptyPlan, planCounts } from "./plan.ts";
import { aPackage, EMPTY_STORE, TODAY } from "./testing.ts";

describe("a sound package", () => {
  test("is planned whole into an empty store", async () => {
    const planned = await planPackage(EMPTY_STORE, aPackage(), TODAY);
    if (!planned.ok) expect.fail(JSON.stringify(planned.error.problems));
    expect(isEmptyPlan(planned.value)).toBe(false);
    expect(planned.value.observations).toHaveLength(7);
    expect(planCounts(planned.value)).toMatchObject({
      sources: { added: 3, revised: 0, unchanged: 0, missing: 0 },
      series: { added: 3 },
      eras: { added: 2 },
      events: { added: 1 },
      rounds: { added: 1 },
      seedFacts: { added: 2 },
      figures: { added: 1 },
    });
  });
});
