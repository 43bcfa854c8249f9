import { err, ok, type Result } from "../result.ts";
import type { Indicator } from "./indicator.ts";
import { PILLARS, type Pillar } from "./pillar.ts";

/** Weights of a reader; what is not named keeps its own. */
export interface Weights {
  readonly pillars: ReadonlyMap<Pillar, number>;
  readonly indicators: ReadonlyMap<string, number>;
}

export const OWN_WEIGHTS: Weights = { pillars: new Map(), indicators: new Map() };

/** What stands before the name of a pillar and of an indicator in an address. */
const PREFIX = { pillar: "p.", indicator: "i." } as const;

/** Any number will do, as only proportions matter; more than this is a slip of the hand. */
const MOST = 1_000;

/** The parameter of a pillar's weight, as `p.venture`. */
export function pillarParameter(pillar: Pillar): string {
  return `${PREFIX.pillar}${pillar}`;
}

/** The parameter of an indicator's weight, as `i.run-up`. */
export function indicatorParameter(name: string): string {
  return `${PREFIX.indicator}${name}`;
}

/**
 * The weights in an address: of pillars and of indicators by name, each zero or more. An empty one keeps what it was;
 * a name that is not known is passed over, as an address may be older than the indicators. Error: a sentence.
 */
export function readWeights(
  search: URLSearchParams,
  indicators: readonly Indicator[],
): Result<Weights, string> {
  const pillars = new Map<Pillar, number>();
  const own = new Map<string, number>();
  for (const pillar of PILLARS) {
    const read = readWeight(search, pillarParameter(pillar));
    if (!read.ok) return read;
    if (read.value !== null) pillars.set(pillar, read.value);
  }
  for (const { name, weight } of indicators) {
    const read = readWeight(search, indicatorParameter(name));
    if (!read.ok) return read;
    if (read.value !== null && read.value !== weight) own.set(name, read.value);
  }
  return ok({ pillars: new Map([...pillars].filter(([, weight]) => weight !== 1)), indicators: own });
}

/** Whether a reader changed no weight. */
export function areOwn({ pillars, indicators }: Weights): boolean {
  return pillars.size + indicators.size === 0;
}

function readWeight(search: URLSearchParams, parameter: string): Result<number | null, string> {
  const text = search.get(parameter)?.trim() ?? "";
  if (text === "") return ok(null);
  const weight = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && weight <= MOST) return ok(weight);
  return err(
    `“${text}” is no weight for ${parameter}: write a number from 0 to ${MOST.toLocaleString("en")}.`,
  );
}
