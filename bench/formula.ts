/**
 * Evaluating a formula through the typed language against the same arithmetic as a plain loop over arrays.
 * Run with `npx tsx bench/formula.ts`.
 */
import { evaluateFormula } from "../lib/formula/index.ts";
import { periodAt } from "../lib/periods/period.ts";
import type { Series } from "../lib/series/series.ts";
import { median, printMachine } from "./measure.ts";

const FIRST_MONTH = 1900 * 12;

function monthly(code: string, length: number, value: (index: number) => number): Series {
  return {
    code,
    title: code,
    type: {
      measure: "flow",
      unit: { kind: "currency", currency: "USD", scale: 1 },
      prices: { kind: "nominal" },
      frequency: "M",
      rate: "period",
      yearEnds: 12,
      geography: "US",
      sector: "ALL",
      universe: "bench",
    },
    observations: Array.from({ length }, (_, index) => ({
      period: periodAt("M", FIRST_MONTH + index),
      value: value(index),
      status: "reported" as const,
    })),
  };
}

function milliseconds(run: () => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    const start = performance.now();
    for (let repeat = 0; repeat < 20; repeat += 1) run();
    times.push((performance.now() - start) / 20);
  }
  return median(times.slice(5));
}

printMachine("Formula evaluation: yoy(rollsum(A, 12)) and A / B");
for (const length of [120, 500, 1_500]) {
  const a = monthly("A", length, (index) => 100 + index + Math.sin(index));
  const b = monthly("B", length, (index) => 300 + index);
  const data = new Map([a, b].map((series) => [series.code, series]));
  const ratio = milliseconds(() => evaluateFormula("A / B", data));
  const growth = milliseconds(() => evaluateFormula("yoy(rollsum(A, 12))", data));
  const plainRatio = milliseconds(() =>
    a.observations.map((o, i) => ({ ...o, value: (o.value ?? 0) / (b.observations[i]?.value ?? 1) })),
  );
  const plainGrowth = milliseconds(() => plainGrowthOf(a));
  console.log(
    `${length} months: A / B ${(ratio * 1000).toFixed(0)} µs, ${(ratio / plainRatio).toFixed(1)} times a plain loop; ` +
      `yoy(rollsum) ${(growth * 1000).toFixed(0)} µs, ${(growth / plainGrowth).toFixed(1)} times a plain loop`,
  );
}

function plainGrowthOf(series: Series) {
  const sums: number[] = [];
  let sum = 0;
  for (const [index, { value }] of series.observations.entries()) {
    sum += (value ?? 0) - (series.observations[index - 12]?.value ?? 0);
    sums.push(sum);
  }
  return series.observations.map((o, index) => ({
    ...o,
    value: index < 23 ? null : ((sums[index] ?? 0) / (sums[index - 12] ?? 1) - 1) * 100,
  }));
}
