import { describe, expect, test } from "vitest";
import { chooseTitle, fillTemplate, type Reading, type Readings, type Value } from "./template.ts";

const share = (value: number, period = "2026-Q1"): Value => ({ value, unit: { kind: "share" }, period });
const usd = (value: number): Value => ({
  value,
  unit: { kind: "currency", currency: "USD", scale: 1 },
  period: null,
});
const reading = (values: Reading["values"], n = 1): Reading => ({ values, n });

const READINGS: Readings = new Map([
  ["ai", reading({ last: share(0.812), max: share(0.812) }, 13)],
  ["dotcom", reading({ max: share(0.628, "2000-Q1"), last: share(0) })],
  ["cape", reading({ last: { value: 40.71, unit: { kind: "multiple" }, period: "2026-10" } })],
  ["openai", reading({ value: usd(157e9) })],
]);

describe("placeholders", () => {
  test.each([
    ["{ai.last} of it", "81.2% of it"],
    ["{ai.last|percent} in {ai.last.period}", "81% in Q1 2026"],
    ["{ai.last/dotcom.max} of then", "1.29× of then"],
    ["{ai.last/dotcom.max|percent} of then", "129% of then"],
    ["{ai.n} quarters", "13 quarters"],
    ["{openai.value}", "$157B"],
    ["{cape.last} times earnings", "40.7 times earnings"],
    ["{cape.last|number} and {cape.last}", "40.7 and 40.7×"],
    ["no numbers", "no numbers"],
  ])("%s", (text, filled) => {
    expect(fillTemplate(text, READINGS)).toBe(filled);
  });

  test.each([
    "{nobody.last}",
    "{ai.same}",
    "{ai.toString}",
    "{ai.last|roman}",
    "{openai.value|percent}",
    "{openai.value.period}",
    "{ai.last/dotcom.last}",
    "{}",
  ])("%s has no number, so the sentence is not used", (text) => {
    expect(fillTemplate(text, READINGS)).toBeNull();
  });
});

describe("titles", () => {
  const subtitle = "AI’s share of venture funding, world; share of dollars";

  test("the first whose condition holds is used", () => {
    const titles = [
      { when: { left: "ai.last", op: "<" as const, right: "dotcom.max" }, text: "below" },
      {
        when: { left: "ai.last/dotcom.max", op: ">" as const, right: 1.2 },
        text: "above by {ai.last/dotcom.max}",
      },
      { text: "otherwise" },
    ];
    expect(chooseTitle(titles, subtitle, READINGS)).toBe("above by 1.29×");
  });

  test("a condition on an unknown number does not hold, either way round", () => {
    const titles = [
      { when: { left: "nobody.last", op: "<" as const, right: 1 }, text: "less" },
      { when: { left: "nobody.last", op: ">=" as const, right: 1 }, text: "more" },
      { text: "unknown" },
    ];
    expect(chooseTitle(titles, subtitle, READINGS)).toBe("unknown");
  });

  test("a title whose number is missing gives way to the next, and at last to the subtitle", () => {
    expect(chooseTitle([{ text: "{nobody.last}" }, { text: "plain" }], subtitle, READINGS)).toBe("plain");
    expect(chooseTitle([{ text: "{nobody.last}" }], subtitle, READINGS)).toBe(
      "AI’s share of venture funding, world",
    );
  });
});
