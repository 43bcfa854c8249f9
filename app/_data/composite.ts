import "server-only";
import { createHash } from "node:crypto";
import { pause } from "../../db/pause.ts";
import { buildFigure, type FigureModel } from "../../lib/figures/index.ts";
import { US_CONTEXT } from "../../lib/formula/index.ts";
import { type Bands, bandsAlong } from "../../lib/gauge/bands-along.ts";
import { NORMALISATIONS } from "../../lib/gauge/normalise.ts";
import { LEAST_DRAWS } from "../../lib/gauge/simulation.ts";
import { definitionOf } from "../../lib/indicators/composite.ts";
import { compositeFigure } from "../../lib/indicators/composite-figure.ts";
import {
  type BandPoint,
  type CompositeGround,
  type CompositeReading,
  readComposite,
} from "../../lib/indicators/composite-reading.ts";
import { inputOf } from "../../lib/indicators/input.ts";
import { areOwn, OWN_WEIGHTS, type Weights } from "../../lib/indicators/weights.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { type AsOf, momentOf } from "./as-of.ts";
import type { Overlay } from "./figures.ts";
import { type IndicatorGround, indicatorGround } from "./indicators.ts";
import { LruCache } from "./lru-cache.ts";
import { perRevision } from "./per-revision.ts";
import { processWide } from "./process-wide.ts";
import { publish } from "./published.ts";

/** The day on which the Nasdaq closed at its dot-com peak; any number would do. */
export const SEED = 20_000_310;

/** The composite, or why there is none, as a sentence. */
export type CompositeView = Result<CompositeReading, string>;

/** The composite on what was known on `asOf`, by the weights of the indicators or by a reader's. */
export async function loadComposite(asOf: AsOf = {}, weights: Weights = OWN_WEIGHTS): Promise<CompositeView> {
  const moment = await momentOf(asOf);
  // A reader may ask for any weights there are: what they get is not kept.
  if (!areOwn(weights)) return compositeOf(await indicatorGround(moment), weights);
  return perRevision(`composite ${moment.name}`, async (now) => {
    const composite = await compositeOf(await indicatorGround(moment));
    // Also when asked as of today by name: it is the same moment, and whoever asks second gets what was kept.
    if (moment.asAt === undefined && moment.day === now.today) await publish(composite, now);
    return composite;
  });
}

/** The composite then and now as a figure, like any that is saved; `null` when there is no composite. */
export async function loadCompositeFigure(asOf: AsOf = {}): Promise<FigureModel | null> {
  const moment = await momentOf(asOf);
  return perRevision(`composite figure ${moment.name}`, async () => {
    const [composite, { eras }] = await Promise.all([loadComposite(asOf), indicatorGround(moment)]);
    if (!composite.ok || eras === null) return null;
    const { spec, data } = compositeFigure(composite.value, eras, moment.day);
    const figure = buildFigure(spec, data, { asOf: moment.day });
    // Its lines are computed and have no pages of their own.
    return { ...figure, sources: figure.sources.map((source) => ({ ...source, series: [] })) };
  });
}

/** The composite as it would be if the series were otherwise. */
export async function compositeWith(overlay: Overlay): Promise<CompositeView> {
  const ground = await indicatorGround(await momentOf({}));
  return compositeOf({ ...ground, records: overlay(ground.records) });
}

/** The composite of a ground. */
async function compositeOf(ground: IndicatorGround, weights: Weights = OWN_WEIGHTS): Promise<CompositeView> {
  const { indicators, eras, day } = ground;
  if (eras === null) return err("The two eras are not stored.");
  const definition = definitionOf(indicators, weights);
  if (!definition.ok) return err(`The weights make no composite: ${definition.error.message}.`);
  const composite = await readComposite({
    ...followedInputs(ground, weights),
    definition: definition.value,
    ...eras,
    asOf: day,
    hasBandedClock: areOwn(weights),
    bandsOf,
  } satisfies CompositeGround);
  return composite === null ? err("On no day of the last two years was enough known for it.") : ok(composite);
}

/** The indicators that carry weight as inputs of the composite, and those that give none, with the reason. */
export function followedInputs(
  { indicators, records, eras }: IndicatorGround,
  weights: Weights,
): Pick<CompositeGround, "inputs" | "missing"> {
  const followed = indicators
    .filter(({ name, weight }) => (weights.indicators.get(name) ?? weight) > 0)
    .map((indicator) => ({
      indicator,
      input:
        eras === null
          ? err("the two eras are not stored")
          : inputOf(indicator, { records, run: eras.run, formula: US_CONTEXT }),
    }));
  return {
    inputs: followed.flatMap(({ input }) => (input.ok ? [input.value] : [])),
    missing: followed.flatMap(({ indicator, input }) =>
      input.ok ? [] : [{ indicator, reason: input.error }],
    ),
  };
}

/**
 * Bands cost some milliseconds each, and a commit that changes no input leaves them as they are: they are kept by what
 * they are made of, and others are answered between one and the next.
 */
async function bandsOf(points: readonly BandPoint[]): Promise<readonly (Bands | null)[]> {
  const key = createHash("sha256").update(JSON.stringify(points)).digest("base64");
  return keptBands().get(key, async () => {
    const bands: (Bands | null)[] = [];
    const normalisations = ["peakRatio", ...NORMALISATIONS] as const;
    for (const each of bandsAlong(points, { seed: SEED, draws: LEAST_DRAWS, normalisations })) {
      bands.push(each);
      await pause();
    }
    return bands;
  });
}

function keptBands(): LruCache<readonly (Bands | null)[]> {
  return processWide("bands", () => new LruCache(100));
}
