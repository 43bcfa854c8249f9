import { expect, test } from "vitest";
import { periodAtStep } from "../lib/eras/clock.ts";
import { planExuberance, simulate, simulationsOf, testExuberance } from "../lib/exuberance/index.ts";
import { askOnce } from "./ask-once.ts";
import { spawnFromSource } from "./testing.ts";

const series = Array.from({ length: 60 }, (_, i) => ({
  period: periodAtStep(i, "2000-01", "M"),
  value: Math.sin(i * 12.9898) * 0.3 + i * 0.05,
}));
const options = { scale: "levels", bootstrapDraws: 99, monteCarloDraws: 99 } as const;

test("a report that a thread makes is the one made here, to the last bit", async () => {
  const plan = planExuberance(series, options);
  if (!plan.ok) expect.fail(plan.error.kind);
  const numbers = simulationsOf(plan.value).map(simulate);
  const report = await askOnce(() => spawnFromSource("report-thread.ts"), { plan: plan.value, numbers });
  expect({ ok: true, value: report }).toEqual(testExuberance(series, options));
});
