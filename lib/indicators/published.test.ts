import { describe, expect, test } from "vitest";
import type { PublishedComposite, PublishedReading } from "./published.ts";
import { effectSentence } from "./published.ts";

/** One pillar each, so that an input's part is a half and the level the mean of the two. */
function composed(a: number, b: number): PublishedComposite {
  const input = (name: string, title: string, pillar: "venture" | "markets", place: number) => ({
    ...{ name, title, pillar, place, share: 0.5, period: "2025", reason: null, changeWithout: null },
  });
  const arithmetic = (a + b) / 2;
  return {
    ...{ day: "2026-11-25", isAsked: true, bands: null, pillars: [], hangsOn: null, move: null },
    level: { arithmetic, geometric: Math.sqrt(a * b), gap: arithmetic - Math.sqrt(a * b) },
    coverage: { present: 2, inputs: 2 },
    inputs: [input("money", "Venture money", "venture", a), input("prices", "Share valuation", "markets", b)],
    isOneIndicatorIndex: false,
    alike: [],
  };
}

function published(composite: PublishedComposite | null, method = 1): PublishedReading {
  const reason = composite === null ? "Too little is known." : null;
  return { revision: 1, day: "2026-11-25", method, composite, reason };
}

describe("what a revision did to the composite", () => {
  test.each([
    // (80 + 42) / 2 = 61 and (76 + 40) / 2 = 58: minus 2 by the one, minus 1 by the other.
    {
      name: "moved, by what",
      before: published(composed(80, 42)),
      after: published(composed(76, 40)),
      says: "The composite moved from 61 to 58: Venture money −2, Share valuation −1.",
    },
    {
      name: "stayed",
      before: published(composed(80, 42)),
      after: published(composed(80, 42)),
      says: "The composite stays at 61.",
    },
    {
      name: "moved, and is of an earlier day",
      before: published(composed(80, 42)),
      after: published({ ...composed(76, 40), day: "2026-07-31" }),
      says: "The composite moved from 61 on 25 Nov 2026 to 58 on 31 Jul 2026: Venture money −2, Share valuation −1.",
    },
    {
      name: "stayed, and is of another day",
      before: published(composed(80, 42)),
      after: published({ ...composed(80, 42), day: "2026-11-26" }),
      says: "The composite stays at 61 on 26 Nov 2026.",
    },
    {
      name: "is lost",
      before: published(composed(80, 42)),
      after: published(null),
      says: "The composite can no longer be read: too little is known.",
    },
    {
      name: "is back",
      before: published(null),
      after: published(composed(80, 42)),
      says: "The composite can be read again, and stands at 61.",
    },
    {
      name: "is made another way",
      before: published(composed(80, 42)),
      after: published(composed(76, 40), 2),
      says: "The composite went from 61 to 58, by another version of the method: the two do not compare.",
    },
  ])("$name", ({ before, after, says }) => {
    expect(effectSentence(before, after)).toBe(says);
  });

  test("nothing is said where nothing was published before", () => {
    expect(effectSentence(null, published(composed(80, 42)))).toBeNull();
  });
});
