import { expect, test } from "vitest";
import { choiceSensitivity } from "../lib/gauge/choice-sensitivity.ts";
import { askOnce } from "./ask-once.ts";
import type { SensitivityOrder } from "./sensitivity-thread.ts";
import { spawnFromSource } from "./testing.ts";

const order: SensitivityOrder = {
  inputs: [
    { id: "a", weight: 1, values: { percentile: 20, minmax: 40 } },
    { id: "b", weight: 2, values: { percentile: 80, minmax: 10 } },
    { id: "c", weight: 1, values: { percentile: 50, minmax: 90 } },
  ],
  simulation: { seed: 3, draws: 5_000, normalisations: ["percentile", "minmax"] },
};

const ask = (question: unknown) => askOnce(() => spawnFromSource("sensitivity-thread.ts"), question);

test("a thread answers what the same question is answered here", async () => {
  expect(await ask(order)).toEqual(choiceSensitivity(order.inputs, order.simulation));
});

test("what goes wrong in a thread reaches whoever asked", async () => {
  await expect(ask(null)).rejects.toThrow();
});
