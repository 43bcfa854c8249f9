import "server-only";
import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { choiceSensitivity, SobolIndices } from "../../lib/gauge/choice-sensitivity.ts";
import { NORMALISATIONS } from "../../lib/gauge/normalise.ts";
import { compositeOn, definitionOf, variedInputs } from "../../lib/indicators/composite.ts";
import type { CompositeReading } from "../../lib/indicators/composite-reading.ts";
import type { Weights } from "../../lib/indicators/weights.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { askOnce } from "../../workers/ask-once.ts";
import type { SensitivityOrder } from "../../workers/sensitivity-thread.ts";
import { type AsOf, momentOf } from "./as-of.ts";
import { followedInputs, SEED } from "./composite.ts";
import { indicatorGround } from "./indicators.ts";
import { LruCache } from "./lru-cache.ts";
import { processWide } from "./process-wide.ts";

type Answer = ReturnType<typeof choiceSensitivity>;

/** Which of its choices the range of a composite comes from, worked out on a thread of its own and kept. */
export async function loadSensitivity(
  { day }: CompositeReading,
  weights: Weights,
  asOf: AsOf = {},
): Promise<Result<readonly SobolIndices[], string>> {
  const ground = await indicatorGround(await momentOf(asOf));
  const definition = definitionOf(ground.indicators, weights);
  if (ground.eras === null || !definition.ok) return err("There is no composite to vary.");
  const { inputs } = followedInputs(ground, weights);
  const order: SensitivityOrder = {
    inputs: variedInputs(compositeOn(day, inputs, definition.value, "now"), inputs),
    simulation: { seed: SEED, normalisations: ["peakRatio", ...NORMALISATIONS] },
  };
  const key = createHash("sha256").update(JSON.stringify(order)).digest("base64");
  const answer = await kept().get(key, () => askOnce<Answer>(spawn, order));
  return answer.ok ? ok(answer.value) : err(`${answer.error.message}.`);
}

function spawn(): Worker {
  return new Worker(new URL("../../workers/sensitivity-thread.ts", import.meta.url));
}

function kept(): LruCache<Answer> {
  return processWide("sensitivities", () => new LruCache(50));
}
