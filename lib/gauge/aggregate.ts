import { err, ok, type Result } from "../result.ts";
import { type IndexDefinition, type Pillar, totalWeight } from "./index-definition.ts";
import { arithmeticMean, geometricMean, type Share } from "./means.ts";
import { counted } from "./peak-ratio.ts";

/** Normalised values by input; `null`, or no entry, is missing. */
export type NormalisedReadings = ReadonlyMap<string, number | null>;

/** A level by both means. `gap`, arithmetic less geometric, says how unlike the parts are. */
export interface Level {
  readonly arithmetic: number;
  readonly geometric: number;
  readonly gap: number;
}

/** How much of something is there. */
export interface Coverage {
  readonly present: number;
  readonly inputs: number;
}

/** Why there is no level: too little of a pillar's weight, or too few of the index's pillars. */
export type LevelRefusal =
  | { readonly kind: "pillar-coverage"; readonly weightPresent: number; readonly message: string }
  | {
      readonly kind: "index-coverage";
      readonly present: number;
      readonly pillars: number;
      readonly message: string;
    };

/** An input that counts: its value within 0 to 150, and its part of the index; the parts sum to 1. */
export interface CountedInput {
  readonly id: string;
  readonly pillar: string;
  readonly weight: number;
  readonly value: number;
}

/** One pillar's level, or why it has none. */
export interface PillarLevel {
  readonly id: string;
  readonly level: Result<Level, LevelRefusal>;
  readonly coverage: Coverage;
}

/** A composite of normalised readings. */
export interface Composite {
  /** The index. `arithmetic` is the headline; `geometric` is printed beside it. */
  readonly index: Result<Level, LevelRefusal>;
  readonly pillars: readonly PillarLevel[];
  /** Inputs that count, those in a pillar that reaches its coverage, of all that have a weight. */
  readonly coverage: Coverage;
  /** In the order of the definition; empty when no pillar has a level. */
  readonly counted: readonly CountedInput[];
}

/** A pillar has a level from this part of its weight up. */
export const LEAST_OF_PILLAR = 0.6;

/** The index has a level from this part of its pillars up. */
export const LEAST_OF_INDEX = 0.75;

/** Room for rounding where weights such as 0.1 are added: three fifths in tenths are three fifths. */
const ROUNDING = 1e-9;

/**
 * Aggregates inputs to pillars and pillars to the index. At both levels weights are renormalised over what is present:
 * a pillar needs 60 % of its weight, the index 75 % of its pillars. Values beyond 0 to 150 count as 0 or 150.
 * `definition` has passed `checkDefinition`, and values are finite.
 *
 * Source: OECD/JRC Handbook on Constructing Composite Indicators (2008), chapters 6 and 7.
 */
export function aggregate(definition: IndexDefinition, readings: NormalisedReadings): Composite {
  const pillars = definition.pillars
    .filter(({ weight }) => weight > 0)
    .map((pillar) => take(pillar, readings));
  const present = pillars.filter(({ level }) => level.ok);
  const index =
    present.length > 0 && present.length >= pillars.length * LEAST_OF_INDEX - ROUNDING
      ? ok(levelOf(present.flatMap(sharesOfIndex)))
      : err(tooFewPillars(present.length, pillars.length));
  const total = totalWeight(present);
  return {
    index,
    pillars: pillars.map(({ id, level, shares, inputs }) => ({
      id,
      level,
      coverage: { present: shares.length, inputs },
    })),
    coverage: {
      present: present.reduce((sum, { shares }) => sum + shares.length, 0),
      inputs: pillars.reduce((sum, { inputs }) => sum + inputs, 0),
    },
    counted: present.flatMap((pillar) =>
      sharesOfIndex(pillar).map(({ id, weight, value }) => ({
        id,
        pillar: pillar.id,
        weight: weight / total,
        value,
      })),
    ),
  };
}

/** Coverage as a reader sees it: `7 of 8 inputs`. */
export function coverageWords({ present, inputs }: Coverage): string {
  return `${present} of ${inputs} ${inputs === 1 ? "input" : "inputs"}`;
}

interface NamedShare extends Share {
  readonly id: string;
}

interface TakenPillar {
  readonly id: string;
  readonly weight: number;
  readonly level: Result<Level, LevelRefusal>;
  /** Inputs that are present, weighted within the pillar. */
  readonly shares: readonly NamedShare[];
  /** Inputs that have a weight. */
  readonly inputs: number;
}

function take({ id, weight, inputs }: Pillar, readings: NormalisedReadings): TakenPillar {
  const weighted = inputs.filter((input) => input.weight > 0);
  const shares = weighted.flatMap((input) => {
    const value = readings.get(input.id) ?? null;
    return value === null ? [] : [{ id: input.id, weight: input.weight, value: counted(value) }];
  });
  const weightPresent = totalWeight(shares) / totalWeight(weighted);
  const level =
    weightPresent >= LEAST_OF_PILLAR - ROUNDING
      ? ok(levelOf(shares))
      : err(tooLittleWeight(id, weightPresent));
  return { id, weight, level, shares, inputs: weighted.length };
}

/** A pillar's inputs with their parts of the index, which sum to the pillar's weight. */
function sharesOfIndex({ weight, shares }: TakenPillar): NamedShare[] {
  const total = totalWeight(shares);
  return shares.map((share) => ({ ...share, weight: weight * (share.weight / total) }));
}

function levelOf(shares: readonly Share[]): Level {
  const arithmetic = arithmeticMean(shares);
  const geometric = geometricMean(shares);
  return { arithmetic, geometric, gap: arithmetic - geometric };
}

function tooLittleWeight(id: string, weightPresent: number): LevelRefusal {
  const percent = Math.round(weightPresent * 100);
  const message = `the inputs present carry ${percent} % of the weight of ${id}; it needs ${LEAST_OF_PILLAR * 100} %`;
  return { kind: "pillar-coverage", weightPresent, message };
}

function tooFewPillars(present: number, pillars: number): LevelRefusal {
  const needed = Math.max(1, Math.ceil(pillars * LEAST_OF_INDEX - ROUNDING));
  const message = `${present} of ${pillars} pillars can be read; the index needs ${needed}`;
  return { kind: "index-coverage", present, pillars, message };
}
