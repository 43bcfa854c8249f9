import { describe, expect, test } from "vitest";
import { checkObservation, spanOf } from "./check-observation.ts";
import type { UploadSeries } from "./upload-series.ts";

const TODAY = "2026-11-25";
const SERIES: UploadSeries = {
  code: "VC_AI_A",
  title: "AI venture funding",
  frequency: "A",
  unitKind: "currency",
  currency: "USD",
  scale: 1e9,
  source: "pitchbook",
  plausibleMin: "1",
  plausibleMax: "1000",
};

function faults(change: {
  period?: string;
  value?: string | null;
  vintage?: string;
  status?: "reported" | "estimate";
}) {
  const { period = "2023", value = "42", vintage = "2024-01-31", status = "reported" } = change;
  return checkObservation({ value, vintage, status }, spanOf(period), SERIES, TODAY).map(
    ({ part, rule }) => `${part} ${rule}`,
  );
}

describe("what an observation owes to its series and to the calendar", () => {
  test.each([
    ["a sound one", {}, []],
    ["a missing value", { value: null }, []],
    ["known today", { vintage: TODAY }, []],
    ["known tomorrow", { vintage: "2026-11-26" }, ["vintage vintage-future"]],
    ["known on the first day of its period", { vintage: "2023-01-01" }, []],
    ["known on the day before", { vintage: "2022-12-31" }, ["vintage vintage-early"]],
    ["estimated before", { vintage: "2022-12-31", status: "estimate" as const }, []],
    ["of a period that ended yesterday", { period: "2026-11-24", vintage: TODAY }, []],
    ["of a period that is not over", { period: "2026", vintage: TODAY }, ["period period-future"]],
    [
      "estimated for a period that is not over",
      { period: "2026", vintage: TODAY, status: "estimate" as const },
      [],
    ],
    ["at the ends of the plausible range", { value: "1000" }, []],
    ["beyond it", { value: "1000.01" }, ["value plausible"]],
    ["below it", { value: "-1" }, ["value plausible"]],
  ])("%s", (_, change, expected) => {
    expect(faults(change)).toEqual(expected);
  });
});
