import { expect, test } from "vitest";
import { fitHistory } from "../lib/lppls/fit-history.ts";
import type { PriceHistory } from "../lib/lppls/windows.ts";
import { askOnce } from "./ask-once.ts";
import { spawnFromSource } from "./testing.ts";

/** 150 weeks of steady growth with a wobble. */
const history: PriceHistory = {
  frequency: "W",
  days: Array.from({ length: 150 }, (_, week) => 7 * week),
  prices: Array.from({ length: 150 }, (_, week) => Math.exp(0.002 * week + 0.01 * Math.sin(week * 12.9898))),
};

const ask = (question: PriceHistory) => askOnce(() => spawnFromSource("lppls-thread.ts"), question);

test("a thread fits a history as it is fitted here", async () => {
  expect(await ask(history)).toEqual(fitHistory(history));
});

test("a history that is too short is refused there as here", async () => {
  const short = { ...history, days: history.days.slice(1), prices: history.prices.slice(1) };
  expect(await ask(short)).toEqual({
    ok: false,
    error: {
      kind: "too-short",
      rows: 149,
      needed: 150,
      message: "149 weekly prices are known; the fit needs 150",
    },
  });
});
