import { err, ok, type Result } from "../result.ts";

/** Something with a weight: an input within its pillar, a pillar within the index. Only proportions matter. */
export interface Weighted {
  readonly id: string;
  readonly weight: number;
}

/** A group of inputs about one thing, such as valuation. A weight of 0 leaves it, or an input in it, out. */
export interface Pillar extends Weighted {
  readonly inputs: readonly Weighted[];
}

/** What a composite is made of: pillars of inputs. */
export interface IndexDefinition {
  readonly pillars: readonly Pillar[];
}

/** Why weights make no index. `id` is of the input or pillar, or `null` for the whole index. */
export interface DefinitionRefusal {
  readonly kind: "no-weight" | "bad-weight" | "named-twice";
  readonly id: string | null;
  readonly message: string;
}

/** The definition, if its weights are finite, not negative, positive in sum at both levels, and its inputs named once. */
export function checkDefinition(definition: IndexDefinition): Result<IndexDefinition, DefinitionRefusal> {
  const { pillars } = definition;
  const inputs = pillars.flatMap((pillar) => pillar.inputs);
  for (const { id, weight } of [...pillars, ...inputs]) {
    if (weight >= 0 && weight < Infinity) continue;
    return err({ kind: "bad-weight", id, message: `the weight of ${id} is ${weight}; it must be 0 or more` });
  }
  const twice = firstTwice(inputs) ?? firstTwice(pillars);
  if (twice !== null) {
    return err({ kind: "named-twice", id: twice, message: `${twice} is in the index twice; name it once` });
  }
  for (const pillar of pillars) {
    if (pillar.weight === 0 || isPositive(totalWeight(pillar.inputs))) continue;
    const message = `the weights in ${pillar.id} must sum to a positive number`;
    return err({ kind: "no-weight", id: pillar.id, message });
  }
  if (!isPositive(totalWeight(pillars))) {
    return err({
      kind: "no-weight",
      id: null,
      message: "the weights of the pillars must sum to a positive number",
    });
  }
  return ok(definition);
}

/** The sum of weights. */
export function totalWeight(weighted: readonly Weighted[]): number {
  return weighted.reduce((sum, { weight }) => sum + weight, 0);
}

/** The definition without one input, and without its pillar where that held no other. */
export function withoutInput({ pillars }: IndexDefinition, id: string): IndexDefinition {
  const rest = pillars.map((pillar) => ({
    ...pillar,
    inputs: pillar.inputs.filter((input) => input.id !== id),
  }));
  return { pillars: rest.filter(({ inputs }) => totalWeight(inputs) > 0) };
}

function isPositive(sum: number): boolean {
  return sum > 0 && sum < Infinity;
}

function firstTwice(weighted: readonly Weighted[]): string | null {
  const seen = new Set<string>();
  for (const { id } of weighted) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return null;
}
