import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FigureModel, Line } from "../model.ts";
import { isInside, overlaps } from "./box.ts";
import { layoutFigure } from "./layout.ts";
import { aLine, aModel, aPanel, textsOf } from "./testing.ts";
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
    spread: fc.option(fc.integer({ min: 0, max: 60 })),
  })
  .map(({ values, spread, ...over }) => {
    const line = aLine(values, over);
    return spread === null ? line : { ...line, range: aRange(line, spread) };
  });

/** A band as far on either side of a line, with its gaps. */
function aRange({ points }: Line, spread: number): Line["range"] {
  return {
    label: "A band",
    points: points.map(({ x, xEnd, y, period }) => ({
      ...{ x, xEnd, period, text: null },
      low: y === null ? null : Math.max(0, y - spread),
      high: y === null ? null : Math.min(100, y + spread),
    })),
  };
}

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

describe("for any figure at any width", () => {
  test("no two labels overlap and all are inside the drawing", () => {
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

  test("the frame spans the whole domain of both axes inside the drawing", () => {
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
});
