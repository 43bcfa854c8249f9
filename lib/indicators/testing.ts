import type { Indicator } from "./indicator.ts";

/** An indicator that reads share prices and is high in a bubble; state only what matters. */
export function anIndicator(change: Partial<Indicator> = {}): Indicator {
  return {
    ...{ name: "dear-shares", position: 1, title: "Dear shares", pillar: "markets", kind: "level" },
    ...{ definition: "Prices over earnings", now: "NOW_M", then: "THEN_M", over: null, calm: null },
    ...{ calmFrom: null, calmTo: null, display: "auto", direction: "higher", weight: 1, figure: null },
    ...{ against: "Earnings may grow", wouldChange: "A fall of prices", methodVersion: 1 },
    ...change,
  };
}
