import { expect, test } from "vitest";
import { axisWords } from "./axis-words.ts";
import { layoutFigure } from "./layout.ts";
import { aModel, anAxis } from "./testing.ts";

test.each([
  { title: "per cent", text: "100%", words: "" },
  { title: "per cent; log scale", text: "100%", words: "Log scale" },
  { title: "per cent", text: "100", words: "Per cent" },
  { title: "multiple", text: "50×", words: "" },
  { title: "US dollars, nominal", text: "$400B", words: "US dollars, nominal" },
])("$title over ticks like $text is set as “$words”", ({ title, text, words }) => {
  expect(axisWords({ title, ticks: [{ at: 1, text }] })).toBe(words);
});

test("a year starts with its number and its other parts do without it", () => {
  const ticks = ["Jul 2023", "Jan 2024", "Jul 2024", "Jan 2025"].map((text, index) => ({
    at: index * 30,
    text,
  }));
  const x = { ...anAxis({ kind: "day" }), ticks };
  const texts = [312, 1040].map((width) =>
    layoutFigure(aModel({ x }), width).under.flatMap((shape) =>
      shape.kind === "text" && shape.anchor === "middle" ? [shape.text] : [],
    ),
  );
  expect(texts).toEqual([
    ["Jul", "2024", "Jul", "2025"],
    ["Jul", "2024", "Jul", "2025"],
  ]);
});
