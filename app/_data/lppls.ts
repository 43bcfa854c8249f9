import "server-only";
import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import { US_CONTEXT } from "../../lib/formula/index.ts";
import type { Indicator } from "../../lib/indicators/indicator.ts";
import { testedSeries } from "../../lib/indicators/kinds/explosiveness.ts";
import type { Confidence } from "../../lib/lppls/confidence.ts";
import type { fitHistory } from "../../lib/lppls/fit-history.ts";
import type { PriceHistory } from "../../lib/lppls/windows.ts";
import { frequencyWords } from "../../lib/periods/frequency.ts";
import { dayNumber, lastDay, mustParse } from "../../lib/periods/period.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { askOnce } from "../../workers/ask-once.ts";
import { type AsOf, momentOf } from "./as-of.ts";
import { indicatorGround } from "./indicators.ts";
import { LruCache } from "./lru-cache.ts";
import { processWide } from "./process-wide.ts";

type Answer = ReturnType<typeof fitHistory>;

/** What LPPLS fits of an indicator's prices say together, worked out on a thread; or why there are none, as a sentence. */
export async function loadLppls(indicator: Indicator, asOf: AsOf = {}): Promise<Result<Confidence, string>> {
  const { records } = await indicatorGround(await momentOf(asOf));
  const tested = testedSeries(indicator.now, null, { records, formula: US_CONTEXT });
  if (!tested.ok) return tested;
  const { values } = tested.value.course;
  const newest = values.at(-1);
  if (newest === undefined) return err("No price is known.");
  const { frequency } = mustParse(newest.period);
  if (frequency !== "D" && frequency !== "W") {
    return err(
      `It is fitted to at least 750 daily or 150 weekly prices, and these are ${frequencyWords(frequency).adjective}.`,
    );
  }
  const history: PriceHistory = {
    frequency,
    days: values.map(({ period }) => dayNumber(lastDay(period))),
    // What is tested are logarithms of prices.
    prices: values.map(({ value }) => Math.exp(value)),
  };
  const key = createHash("sha256").update(JSON.stringify(history)).digest("base64");
  const answer = await kept().get(key, () => askOnce<Answer>(spawn, history));
  return answer.ok ? ok(answer.value) : err(`Not fitted: ${answer.error.message}.`);
}

function spawn(): Worker {
  return new Worker(new URL("../../workers/lppls-thread.ts", import.meta.url));
}

function kept(): LruCache<Answer> {
  return processWide("lppls", () => new LruCache(50));
}
