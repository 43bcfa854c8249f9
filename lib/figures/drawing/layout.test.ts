import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layoutFigure } from "./layout.ts";
import { aLine, aModel, anAxis, anItem, aPanel, aPoint, textsOf } from "./testing.ts";

test("an empty figure has no shapes", () => {
  expect(layoutFigure(aModel({ empty: "no values" }), 420)).toMatchObject({
    under: [],
    marks: [],
    over: [],
    frames: [],
  });
});

describe("a comparison", () => {
  const kinds = { kind: "comparison", x: anAxis({ domain: [0, 100] }) } as const;

  test("bars start at zero and are in proportion to their values", () => {
    const drawing = layoutFigure(
      aModel({ ...kinds, items: [anItem({ value: 80 }), anItem({ value: 20 })] }),
      420,
    );
    const boxes = drawing.marks.flatMap((shape) => (shape.kind === "rect" ? [shape.box] : []));
    expect(boxes.map((box) => box.x)).toEqual([0, 0]);
    expect((boxes[0]?.width ?? 0) / (boxes[1]?.width ?? 1)).toBeCloseTo(4, 6);
  });

  test("a group with a scale of its own is drawn on it and says what it measures", () => {
    const own = anAxis({ domain: [0, 200], title: "US dollars, 2025 prices" });
    const groups = [
      { id: "a", title: "A", axis: anAxis({ domain: [0, 100], title: "US dollars, nominal" }) },
      { id: "b", title: "B", axis: own },
    ];
    const items = groups.map(({ id }) => anItem({ id, group: id, value: 50 }));
    const drawing = layoutFigure(aModel({ ...kinds, groups, items }), 420);
    const widths = drawing.marks.flatMap((shape) => (shape.kind === "rect" ? [shape.box.width] : []));
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(2, 6);
    const words = textsOf(drawing).map(({ text }) => text);
    expect(words).toContain("On its own scale: US dollars, nominal");
    expect(words).toContain("On its own scale: US dollars, 2025 prices");
  });

  test("a bar of unlike things is hatched in the method's colour and says why", () => {
    const items = [anItem({ unlike: "six months over three" })];
    const drawing = layoutFigure(aModel({ ...kinds, items }), 420);
    expect(drawing.marks.map(({ paint }) => paint)).toEqual(["bar-hollow-method", "hatch-method"]);
    expect(textsOf(drawing).map(({ text }) => text)).toContain("≠ six months over three");
  });

  test("a missing value is hatched and called missing, never zero", () => {
    const drawing = layoutFigure(aModel({ ...kinds, items: [anItem({ value: null, text: "–" })] }), 420);
    expect(drawing.marks.map(({ paint }) => paint)).toEqual(["absent"]);
    expect(textsOf(drawing).map(({ text }) => text)).toContain("no value");
  });

  test("a claimed value is hollow", () => {
    const items = [anItem({ status: "claimed" })];
    expect(layoutFigure(aModel({ ...kinds, items }), 420).marks).toMatchObject([{ paint: "bar-hollow-ai" }]);
    expect(layoutFigure(aModel({ ...kinds, itemMark: "dot", items }), 420).marks.at(-1)).toMatchObject({
      paint: "ring-ai",
    });
  });

  test("rows keep apart at any width", () => {
    const items = Array.from({ length: 5 }, (_, index) =>
      anItem({
        id: `i${index}`,
        label: "A label of more than a few words that has to wrap when narrow",
        detail: "$35.5B of $79B",
        unlike: index === 1 ? "a half-year's dollars over a quarter's" : null,
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 288, max: 1320 }), (width) => {
        const texts = textsOf(layoutFigure(aModel({ ...kinds, items }), width)).filter(
          ({ anchor }) => anchor === "start",
        );
        const baselines = texts.map(({ at }) => at.y).sort((a, b) => a - b);
        for (const [index, y] of baselines.entries())
          if (index > 0) expect(y - (baselines[index - 1] ?? 0)).toBeGreaterThanOrEqual(16);
      }),
      { numRuns: 60 },
    );
  });
});

describe("two calendars under a clock", () => {
  test("each names its era and says what now is, on one line through both", () => {
    const calendar = (hue: "ai" | "dotcom", name: string, text: string) => ({
      era: name,
      hue,
      name,
      ticks: [{ at: 20, text: "2024" }],
      now: { at: 47, text },
    });
    const model = aModel({
      kind: "clock",
      x: anAxis({ kind: "step", ticks: [0, 48, 96] }),
      calendars: [calendar("ai", "AI", "Oct 2026"), calendar("dotcom", "Internet", "Jul 1999")],
    });
    const drawing = layoutFigure(model, 640);
    const texts = textsOf(drawing);
    const [now, then] = ["Oct 2026", "Jul 1999"].map((words) => texts.find(({ text }) => text === words)?.at);
    expect(now?.x).toBeCloseTo(then?.x ?? 0, 6);
    expect((then?.y ?? 0) - (now?.y ?? 0)).toBe(18);
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(["AI", "Internet"]));
    expect(texts.map(({ text }) => text)).not.toContain("48");
  });
});

test("a scatter joins a trail and names its periods", () => {
  const trail = aLine([], {
    label: "AI",
    points: [aPoint({ x: 20, y: 20, period: "2024" }), aPoint({ x: 80, y: 60, period: "2025" })],
  });
  const model = aModel({ kind: "scatter", x: anAxis(), panels: [aPanel({ lines: [trail] })] });
  const drawing = layoutFigure(model, 420);
  expect(textsOf(drawing).map(({ text }) => text)).toEqual(expect.arrayContaining(["2024", "2025", "AI"]));
  expect(drawing.marks.filter(({ kind }) => kind === "circle").length).toBeGreaterThanOrEqual(2);
});
