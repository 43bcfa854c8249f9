import { parentPort } from "node:worker_threads";
import { choiceSensitivity } from "../lib/gauge/choice-sensitivity.ts";
import type { VariedInput } from "../lib/gauge/choices.ts";
import type { Simulation } from "../lib/gauge/simulation.ts";

/** What a thread is asked: the inputs of an index, and how its choices are varied. */
export interface SensitivityOrder {
  readonly inputs: readonly VariedInput[];
  readonly simulation: Simulation;
}

/** One question a thread: which of the choices behind an index its spread comes from. */
parentPort?.on("message", ({ inputs, simulation }: SensitivityOrder) => {
  parentPort?.postMessage(choiceSensitivity(inputs, simulation));
});
