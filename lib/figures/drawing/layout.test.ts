import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FigureModel, Line } from "../model.ts";
import { isInside, overlaps } from "./box.ts";
import type { FigureDrawing, TextShape } from "./drawing.ts";
import { layoutFigure } from "./layout.ts";
import { aLine, aModel, anAxis, anItem, aPanel, aPoint } from "./testing.ts";
import { textWidth } from "./text-width.ts";

const RUNS = { numRuns: 60 };
const WIDTHS = fc.integer({ min: 288, max: 1320 });
const LABELS = fc.constantFrom(
  "AI",
  "Internet boom, since Netscape listed",
  "All venture",
  "Railways",
  "A survey of another kind",
);
const HUES = fc.constantFrom("ai", "dotcom", "other-1", "other-2", "ink");
const VALUES = fc.array(fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { freq: 8 }), {
  minLength: 1,
  maxLength: 11,
});

const LINE: fc.Arbitrary<Line> = fc
  .record({
    values: VALUES,
    label: LABELS,
    hue: HUES,
    mark: fc.constantFrom("line", "step", "area", "bar", "dot"),
    connectGaps: fc.boolean(),
  })
  .map(({ values, ...over }) => aLine(values, over));

const LINES = fc
  .array(LINE, { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map((line, index) => ({ ...line, id: `line${index}` })));

const BENCHMARKS = fc.array(
  fc
    .record({ at: fc.integer({ min: 0, max: 100 }), label: LABELS, hue: HUES })
    .map((benchmark) => ({ ...benchmark, id: "b", text: "$105B" })),
  { maxLength: 2 },
);

const MODEL: fc.Arbitrary<FigureModel> = fc
  .record({
    lines: LINES,
    benchmarks: BENCHMARKS,
    events: fc.array(fc.record({ x: fc.integer({ min: 0, max: 100 }), label: LABELS, hue: HUES }), {
      maxLength: 5,
    }),
    panels: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ lines, benchmarks, events, panels }) =>
    aModel({
      panels: Array.from({ length: panels }, (_, index) =>
        aPanel({ id: `p${index}`, title: "A panel", lines, benchmarks }),
      ),
      events: events.map((event, index) => ({
        ...event,
        code: `e${index}`,
        date: "2000-03-10",
        lineId: "line0",
        source: { title: "", url: "" },
      })),
      bands: [{ label: "internet", hue: "dotcom", from: 20, to: 40 }],
    }),
  );

describe("labels, for any figure at any width", () => {
  test("no two overlap and all are inside the drawing", () => {
    fc.assert(
      fc.property(MODEL, WIDTHS, (model, width) => {
        const drawing = layoutFigure(model, width);
        const frame = { x: 0, y: 0, width: drawing.width, height: drawing.height };
        const boxes = drawing.labelBoxes;
        expect(boxes.filter((box) => !isInside(box, frame))).toEqual([]);
        expect(
          boxes.filter((box, index) => boxes.slice(index + 1).some((other) => overlaps(box, other))),
        ).toEqual([]);
      }),
      RUNS,
    );
  });

  test("every line of a plot of several is named, at its place or in the key", () => {
    fc.assert(
      fc.property(LINES, WIDTHS, (lines, width) => {
        fc.pre(lines.length > 1);
        const texts = textsOf(layoutFigure(aModel({ panels: [aPanel({ lines })] }), width));
        const words = texts.map(({ text }) => text).join(" ");
        const drawn = lines.filter((line) => line.points.some((point) => point.y !== null));
        for (const line of drawn) expect(words).toContain(line.label.split(" ").slice(0, 2).join(" "));
      }),
      RUNS,
    );
  });

  test("the only line of a plot is named by the title, and its last value stands at its end", () => {
    const texts = textsOf(layoutFigure(aModel({ panels: [aPanel({ lines: [aLine([20, 30])] })] }), 640));
    expect(texts.map(({ text }) => text)).toContain("10, 2024");
    expect(texts.map(({ text }) => text)).not.toContain("Line");
  });

  test("a value that its neighbours push away from its bar has a leader to it", () => {
    const points = [30, 30, 30, 30, 20].map((y, index) =>
      aPoint({ x: index * 10, xEnd: index * 10 + 10, y, text: "$1,234.5B" }),
    );
    const bars = aLine([], { mark: "bar", points });
    const { over, marks } = layoutFigure(
      aModel({
        x: anAxis({ kind: "day", domain: [0, 50], ticks: [0, 50] }),
        panels: [aPanel({ lines: [bars] })],
      }),
      312,
    );
    const last = marks.flatMap((shape) => (shape.kind === "rect" ? [shape.box] : [])).at(-1);
    const leader = over.find(({ paint }) => paint === "leader");
    if (!last || leader?.kind !== "line") return expect.fail("no bar or no leader");
    expect(leader.to.x).toBeCloseTo(last.x + last.width / 2, 6);
    expect(last.y - leader.to.y).toBeCloseTo(0, 6);
  });

  test("no text reaches over the left or right edge", () => {
    fc.assert(
      fc.property(MODEL, WIDTHS, (model, width) => {
        for (const shape of textsOf(layoutFigure(model, width))) {
          const room = textWidth(shape.text, shape.size, shape.bold);
          const left =
            shape.anchor === "start"
              ? shape.at.x
              : shape.anchor === "end"
                ? shape.at.x - room
                : shape.at.x - room / 2;
          expect(left).toBeGreaterThanOrEqual(-1);
          expect(left + room).toBeLessThanOrEqual(width + 1);
        }
      }),
      RUNS,
    );
  });

  test("an event's words cover no line", () => {
    const event = {
      code: "e",
      x: 50,
      date: "2000-03-10",
      label: "NASDAQ peaks",
      hue: "dotcom",
      lineId: "line",
      source: { title: "", url: "" },
    } as const;
    const flat = aModel({
      panels: [aPanel({ lines: [aLine(Array<number>(11).fill(50))] })],
      events: [event],
    });
    const words = textsOf(layoutFigure(flat, 640)).filter(({ text }) => text.includes("NASDAQ"));
    const { plot } = layoutFigure(flat, 640).frames[0] ?? expect.fail("no frame");
    const lineY = plot.y + plot.height / 2;
    expect(words).toHaveLength(1);
    for (const { at } of words) expect(at.y < lineY - 1 || at.y - 12 > lineY).toBe(true);
  });

  test.each([
    { width: 1040, most: 4 },
    { width: 312, most: 2 },
  ])("at most $most events are written at $width px", ({ width, most }) => {
    const events = Array.from({ length: 9 }, (_, index) => ({
      code: `e${index}`,
      x: index * 11,
      date: "2000",
      label: `happening`,
      hue: "ink" as const,
      lineId: null,
      source: { title: "", url: "" },
    }));
    const model = aModel({ panels: [aPanel({ lines: [aLine([1, 1])] })], events });
    const written = textsOf(layoutFigure(model, width)).filter(({ text }) => text.includes("happening"));
    expect(written).toHaveLength(most);
  });
});

describe("the frame", () => {
  test("spans the whole domain of both axes inside the drawing", () => {
    fc.assert(
      fc.property(MODEL, WIDTHS, (model, width) => {
        const drawing = layoutFigure(model, width);
        const bounds = { x: 0, y: 0, width: drawing.width, height: drawing.height };
        expect(drawing.frames).toHaveLength(model.panels.length);
        for (const frame of drawing.frames) {
          expect(isInside(frame.plot, bounds)).toBe(true);
          expect(frame.plot.width).toBeGreaterThan(80);
          expect(frame.x.domain).toEqual(model.x.domain);
        }
      }),
      RUNS,
    );
  });

  test("an empty figure has no shapes", () => {
    expect(layoutFigure(aModel({ empty: "no values" }), 420)).toMatchObject({
      under: [],
      marks: [],
      over: [],
      frames: [],
    });
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
      fc.property(WIDTHS, (width) => {
        const texts = textsOf(layoutFigure(aModel({ ...kinds, items }), width)).filter(
          ({ anchor }) => anchor === "start",
        );
        const baselines = texts.map(({ at }) => at.y).sort((a, b) => a - b);
        for (const [index, y] of baselines.entries())
          if (index > 0) expect(y - (baselines[index - 1] ?? 0)).toBeGreaterThanOrEqual(16);
      }),
      RUNS,
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

function textsOf(drawing: FigureDrawing): TextShape[] {
  return [...drawing.under, ...drawing.marks, ...drawing.over].filter((shape) => shape.kind === "text");
}
