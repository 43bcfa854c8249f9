import { aggregate, type Composite } from "../gauge/aggregate.ts";
import type { VariedInput } from "../gauge/choices.ts";
import { checkDefinition, type DefinitionRefusal, type IndexDefinition } from "../gauge/index-definition.ts";
import type { Result } from "../result.ts";
import type { Indicator } from "./indicator.ts";
import { type Input, type Placed, placedOn } from "./input.ts";
import { PILLARS } from "./pillar.ts";
import { placesOn } from "./scale.ts";
import { OWN_WEIGHTS, type Weights } from "./weights.ts";

/** What the composite is made of: the pillars that hold an indicator with weight, each pillar alike. */
export function definitionOf(
  indicators: readonly Indicator[],
  weights: Weights = OWN_WEIGHTS,
): Result<IndexDefinition, DefinitionRefusal> {
  const pillars = PILLARS.map((id) => ({
    id,
    weight: weights.pillars.get(id) ?? 1,
    inputs: indicators
      .filter(({ pillar }) => pillar === id)
      .map(({ name, weight }) => ({ id: name, weight: weights.indicators.get(name) ?? weight })),
  }));
  return checkDefinition({
    pillars: pillars.filter(({ inputs }) => inputs.some(({ weight }) => weight > 0)),
  });
}

/** The composite of one day, with where each input stood, or why it did not count. */
export interface CompositeOn {
  readonly day: string;
  readonly composite: Composite;
  readonly placed: ReadonlyMap<string, Result<Placed, string>>;
}

/** The composite on `day`, in this boom or in the dot-com years, by the peak ratio. */
export function compositeOn(
  day: string,
  inputs: readonly Input[],
  definition: IndexDefinition,
  boom: "now" | "then",
): CompositeOn {
  const placed = new Map(inputs.map((input) => [input.indicator.name, placedOn(day, input, boom)]));
  return { day, placed, composite: aggregate(definition, placesIn(placed)) };
}

/** The place of each input; `null` where it did not count. */
export function placesIn(placed: CompositeOn["placed"]): Map<string, number | null> {
  return new Map([...placed].map(([name, each]) => [name, each.ok ? each.value.place : null]));
}

/** The inputs that count, with their part of the index and their places by each way, for drawing the choices anew. */
export function variedInputs({ composite, placed }: CompositeOn, inputs: readonly Input[]): VariedInput[] {
  return composite.counted.flatMap(({ id, weight }) => {
    const input = inputs.find(({ indicator }) => indicator.name === id);
    const each = placed.get(id);
    return input && each?.ok ? [{ id, weight, values: placesOn(input.scale, each.value.value.value) }] : [];
  });
}
