import type { Result } from "../result.ts";
import type { VariedInput } from "./choices.ts";
import composite from "./fixtures/composite.json" with { type: "json" };
import type { IndexDefinition } from "./index-definition.ts";

/** Inputs and expected values that were made independently; see the README beside the file. */
export const REFERENCE = composite;

/** The index of the reference: six indicators with their weights in one pillar. */
export const FLAT_INDEX: IndexDefinition = {
  pillars: [
    {
      id: "all",
      weight: 1,
      inputs: composite.indicators.map((id, i) => ({ id, weight: composite.weights[i] ?? Number.NaN })),
    },
  ],
};

/** One row of normalised values of the reference, by indicator. */
export function referenceRow(
  rows: readonly (readonly (number | null)[])[],
  row: number,
): Map<string, number | null> {
  return new Map(composite.indicators.map((id, i) => [id, rows[row]?.[i] ?? null]));
}

/** The value of a result that the test knows to be granted. */
export function granted<Value, Refusal>(result: Result<Value, Refusal>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** An index of pillars (id, weight, weights of its inputs); the inputs of `a` are `a0`, `a1`, and so on. */
export function anIndex(
  pillars: readonly (readonly [id: string, weight: number, inputs: readonly number[]])[],
): IndexDefinition {
  return {
    pillars: pillars.map(([id, weight, inputs]) => ({
      id,
      weight,
      inputs: inputs.map((inner, i) => ({ id: `${id}${i}`, weight: inner })),
    })),
  };
}

/** Normalised readings from a plain object. */
export function readingsOf(values: Readonly<Record<string, number | null>>): Map<string, number | null> {
  return new Map(Object.entries(values));
}

/** An input whose choices vary; a place that is not stated is undefined. */
export function variedInput(
  id: string,
  weight: number | undefined,
  values: Partial<VariedInput["values"]>,
): VariedInput {
  return {
    id,
    weight: weight ?? Number.NaN,
    values: { percentile: null, minmax: null, zphi: null, ...values },
  };
}
