import { err, ok, type Result } from "../result.ts";
import type { Composite, CountedInput, LevelRefusal } from "./aggregate.ts";

/** What an input did between two sets of readings: it counts in both, or in only one of them. */
export type Part = "stayed" | "joined" | "left";

/** What one input did to the index. */
export interface Contribution {
  readonly id: string;
  readonly part: Part;
  readonly before: number | null;
  readonly after: number | null;
  /** Index points. */
  readonly points: number;
}

/** Why the arithmetic index moved. */
export interface Move {
  readonly before: number;
  readonly after: number;
  /** `after` less `before`; the sum of the contributions' points. */
  readonly change: number;
  /** Largest first, whatever their sign; inputs of equal size in the order of the index. */
  readonly contributions: readonly Contribution[];
}

/** Why a move cannot be explained: one side has no level, or no input counts on both. */
export type MoveRefusal = LevelRefusal | { readonly kind: "nothing-in-common"; readonly message: string };

/**
 * Splits the move of a composite, of one definition, into what each input did. Exact and additive, in three steps
 * through the index of the inputs that count on both sides:
 * - an input that left: minus its weight then, times its distance from what now stands for it;
 * - an input that stayed: its weight among those in common, times the move of its value;
 * - an input that joined: its weight now, times its distance from what stood for it.
 *
 * What stands for an input is the rest of its pillar in common, or the whole index in common where its pillar has none.
 * So the loss of a calm input is a rise in its own name, not in that of the inputs that take over its weight.
 */
export function explainMove(before: Composite, after: Composite): Result<Move, MoveRefusal> {
  if (!before.index.ok) return before.index;
  if (!after.index.ok) return after.index;
  const then = byId(before.counted);
  const now = byId(after.counted);
  const commonThen = commonIndex(
    before.counted.filter(({ id }) => now.has(id)),
    before.counted,
  );
  const commonNow = commonIndex(
    after.counted.filter(({ id }) => then.has(id)),
    after.counted,
  );
  if (commonThen.weights.size === 0) {
    return err({ kind: "nothing-in-common", message: "no input counts in both readings of the index" });
  }
  const contributions = [
    ...before.counted.map((input) => {
      const later = now.get(input.id);
      return later ? stayed(input, later, commonThen) : left(input, commonThen);
    }),
    ...after.counted.filter(({ id }) => !then.has(id)).map((input) => joined(input, commonNow)),
  ];
  const [from, to] = [before.index.value.arithmetic, after.index.value.arithmetic];
  return ok({
    before: from,
    after: to,
    change: to - from,
    contributions: contributions.sort((a, b) => Math.abs(b.points) - Math.abs(a.points)),
  });
}

/** The index of the inputs that count on both sides, with the values of one side. */
interface CommonIndex {
  readonly weights: ReadonlyMap<string, number>;
  readonly pillars: ReadonlyMap<string, number>;
  readonly level: number;
}

/** Pillars keep their proportions to each other, and inputs theirs within a pillar. */
function commonIndex(common: readonly CountedInput[], all: readonly CountedInput[]): CommonIndex {
  const names = new Set(common.map(({ pillar }) => pillar));
  const ofPillars = weightOf(all.filter(({ pillar }) => names.has(pillar)));
  const weights = new Map<string, number>();
  const pillars = new Map<string, number>();
  let level = 0;
  for (const name of names) {
    const inside = common.filter(({ pillar }) => pillar === name);
    const within = weightOf(inside);
    const part = weightOf(all.filter(({ pillar }) => pillar === name)) / ofPillars;
    for (const { id, weight } of inside) weights.set(id, part * (weight / within));
    const mean = inside.reduce((sum, { weight, value }) => sum + (weight / within) * value, 0);
    pillars.set(name, mean);
    level += part * mean;
  }
  return { weights, pillars, level };
}

function stayed(earlier: CountedInput, later: CountedInput, { weights }: CommonIndex): Contribution {
  const points = (weights.get(earlier.id) ?? 0) * (later.value - earlier.value);
  return { id: earlier.id, part: "stayed", before: earlier.value, after: later.value, points };
}

function left(input: CountedInput, common: CommonIndex): Contribution {
  const points = -input.weight * (input.value - standIn(input, common));
  return { id: input.id, part: "left", before: input.value, after: null, points };
}

function joined(input: CountedInput, common: CommonIndex): Contribution {
  const points = input.weight * (input.value - standIn(input, common));
  return { id: input.id, part: "joined", before: null, after: input.value, points };
}

function standIn({ pillar }: CountedInput, { pillars, level }: CommonIndex): number {
  return pillars.get(pillar) ?? level;
}

function weightOf(counted: readonly CountedInput[]): number {
  return counted.reduce((sum, { weight }) => sum + weight, 0);
}

function byId(counted: readonly CountedInput[]): ReadonlyMap<string, CountedInput> {
  return new Map(counted.map((input) => [input.id, input]));
}
