import fc from "fast-check";
import { expect, test } from "vitest";
import type { Unit } from "../series/unit.ts";
import { formatTicks } from "./format-ticks.ts";

const USD: Unit = { kind: "currency", currency: "USD", scale: 1 };

test.each<[number[], Unit, "linear" | "log", string[]]>([
  [[0, 10e9, 20e9, 30e9], USD, "linear", ["0", "10", "20", "$30B"]],
  [[0, 0.5e9, 1e9, 1.5e9], USD, "linear", ["0", "0.5", "1.0", "$1.5B"]],
  [[-10e9, 0, 10e9], USD, "linear", ["−10", "0", "$10B"]],
  [[0, 0.2, 0.4], { kind: "share" }, "linear", ["0", "20", "40%"]],
  [[0, 0.005, 0.01], { kind: "share" }, "linear", ["0", "0.5", "1.0%"]],
  [[0, 200, 400], { kind: "index", base: "" }, "linear", ["0", "200", "400"]],
  [[0, 1000, 2000], { kind: "count", of: "rounds" }, "linear", ["0", "1,000", "2,000"]],
  [[10, 20], { kind: "multiple" }, "linear", ["10", "20×"]],
  [[1e9, 10e9, 1e12], USD, "log", ["$1B", "$10B", "$1T"]],
])("ticks %j in %j on a %s axis", (ticks, unit, scale, texts) => {
  expect(formatTicks(ticks, unit, scale)).toEqual(texts);
});

test("no two round ticks of an axis read alike", () => {
  const step = fc.tuple(fc.constantFrom(1, 2, 5), fc.integer({ min: -3, max: 12 }));
  fc.assert(
    fc.property(step, fc.integer({ min: -5, max: 5 }), ([multiple, power], start) => {
      const ticks = [0, 1, 2, 3, 4].map((index) => (start + index) * Number(`${multiple}e${power}`));
      expect(new Set(formatTicks(ticks, USD, "linear")).size).toBe(5);
    }),
  );
});
