import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LruCache } from "./lru-cache.ts";

describe("a cache of what was loaded last", () => {
  test("loads once and then answers from what it keeps", async () => {
    const cache = new LruCache<string>(10);
    let loads = 0;
    const load = async () => `load ${++loads}`;
    expect(await cache.get("a", load)).toBe("load 1");
    expect(await cache.get("a", load)).toBe("load 1");
  });

  test("callers who ask while a key is being loaded share that load", async () => {
    const cache = new LruCache<number>(10);
    let loads = 0;
    const values = await Promise.all([1, 2, 3].map(() => cache.get("a", async () => ++loads)));
    expect(values).toEqual([1, 1, 1]);
  });

  test("a load that fails reaches every caller, is not kept, and the next caller loads again", async () => {
    const cache = new LruCache<string>(10);
    const fail = async () => Promise.reject(new Error("no disk"));
    const outcomes = await Promise.allSettled([cache.get("a", fail), cache.get("a", fail)]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await cache.get("a", async () => "well")).toBe("well");
  });

  test("what was used longest ago goes first", async () => {
    const cache = new LruCache<string>(2);
    await cache.get("a", async () => "a");
    await cache.get("b", async () => "b");
    cache.peek("a");
    await cache.get("c", async () => "c");
    expect([cache.peek("a"), cache.peek("b"), cache.peek("c")]).toEqual(["a", undefined, "c"]);
  });

  test("a value heavier than the whole cache is answered but not kept", async () => {
    const cache = new LruCache<string>(3, (value) => value.length);
    await cache.get("small", async () => "ab");
    expect(await cache.get("large", async () => "abcd")).toBe("abcd");
    expect([cache.peek("small"), cache.peek("large")]).toEqual(["ab", undefined]);
  });

  test("never weighs more than its bound, and its weight is that of what it keeps", async () => {
    const step = fc.record({
      key: fc.constantFrom("a", "b", "c", "d", "e"),
      weight: fc.integer({ min: 1, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        async (steps, bound) => {
          const cache = new LruCache<number>(bound, (weight) => weight);
          for (const { key, weight } of steps) {
            await cache.get(key, async () => weight);
            const kept = ["a", "b", "c", "d", "e"].map((each) => cache.peek(each) ?? 0);
            expect(cache.weight).toBe(kept.reduce((sum, each) => sum + each, 0));
            expect(cache.weight).toBeLessThanOrEqual(bound);
          }
        },
      ),
      { seed: 20_261_123, numRuns: 200 },
    );
  });
});
