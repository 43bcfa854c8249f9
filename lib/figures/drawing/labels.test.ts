import { describe, expect, test } from "vitest";
import type { Line, Point } from "../model.ts";
import { overlaps } from "./box.ts";
import type { Spot } from "./drawing.ts";
import { layoutFigure } from "./layout.ts";
import { aLine, aModel, anAxis, aPanel, aPoint, textsOf } from "./testing.ts";

describe("labels", () => {
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

  // Two surveys of US venture money, billions a year: one ends in 2000 right below the peak of the other.
  const surveys = [
    aLine([], {
      id: "ve",
      label: "Venture Economics",
      hue: "dotcom",
      points: yearly(1998, [21, 59, 105, 41]),
    }),
    aLine([], { id: "pwc", label: "PwC Money Tree", hue: "other-1", points: yearly(1998, [14, 36, 68.8]) }),
  ];

  test("a bare value is left out where it would stand beyond another line", () => {
    const panel = { lines: surveys, y: anAxis({ domain: [0, 400], ticks: [0, 200, 400] }) };
    const model = aModel({
      x: anAxis({ kind: "day", domain: [1995, 2027], ticks: [1995, 2027] }),
      panels: [aPanel({ ...panel, id: "nominal" }), aPanel({ ...panel, id: "real" })],
    });
    const drawing = layoutFigure(model, 312);
    const peaks = drawing.frames.map(({ plot }) => plot.y + plot.height * (1 - 105 / 400));
    const values = textsOf(drawing).filter(({ text, paint }) => paint === "text-other-1" && text === "68.8");
    expect(values.filter(({ at }) => peaks.some((peak) => at.y < peak && peak - at.y < 40))).toEqual([]);
  });

  test("a name that has no room for its value stands clear of its line's end", () => {
    const lines = [
      aLine([], { id: "ai", label: "AI boom", points: yearly(-4, [0.68, 0.63, 0.78, 1.51]) }),
      aLine([], {
        id: "dc",
        label: "Internet boom",
        hue: "dotcom",
        points: yearly(3, [0.21, 0.62, 1.03, 0.39]),
      }),
    ];
    const model = aModel({
      kind: "clock",
      x: anAxis({ kind: "step", domain: [-4, 8], ticks: [-4, 0, 8] }),
      panels: [aPanel({ lines, y: anAxis({ domain: [0, 2], ticks: [0, 1, 2] }) })],
    });
    const drawing = layoutFigure(model, 312);
    const name = textsOf(drawing).find(({ text }) => text === "Internet boom");
    const end = drawing.marks.filter(({ paint }) => paint === "dot-dotcom").at(-1);
    if (!name || end?.kind !== "circle") return expect.fail("no name or no end");
    expect(name.at.y - 12).toBeGreaterThan(end.at.y + end.r);
    expect(name.at.y).toBeLessThan(end.at.y + 30);
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

test("a period between the ends of a trail is named only where its name lies across no trail", () => {
  // Mean first-day returns against the share without profits, 1995 to 2002 and 2022 to 2025 (Ritter, rounded).
  const trails = {
    dotcom: aTrail("dotcom", 1995, [28, 41, 36, 46, 76, 81, 49, 45], [21, 17, 14, 22, 71, 56, 14, 9]),
    ai: aTrail("ai", 2022, [76, 64, 60, 53], [48, 12, 15, 28]),
  };
  const model = aModel({
    kind: "scatter",
    x: anAxis({ domain: [10, 90], ticks: [10, 90] }),
    panels: [aPanel({ y: anAxis({ domain: [0, 80], ticks: [0, 80] }), lines: Object.values(trails) })],
  });
  const drawing = layoutFigure(model, 420);
  const names = drawing.over.filter((shape) => shape.kind === "text");
  const cores = drawing.labelBoxes
    .filter((_, index) => !names[index]?.bold)
    .map(({ x, y, width }) => ({ x: x + 4, y: y + 4, width: width - 8, height: 8 }));
  const places = Object.keys(trails).flatMap((hue) => {
    const dots = drawing.marks.flatMap((mark) =>
      mark.kind === "circle" && mark.paint === `dot-${hue}` ? [mark.at] : [],
    );
    return dots.flatMap((to, index) => between(dots[index - 1] ?? to, to));
  });
  expect(cores.length).toBeGreaterThanOrEqual(3);
  expect(cores.filter((core) => places.some((at) => overlaps(core, { ...at, width: 1, height: 1 })))).toEqual(
    [],
  );
});

function aTrail(hue: "ai" | "dotcom", first: number, xs: readonly number[], ys: readonly number[]): Line {
  const points = xs.map((x, index) =>
    aPoint({ x, xEnd: x, y: ys[index] ?? null, period: String(first + index) }),
  );
  return aLine([], { id: hue, hue, label: hue, points });
}

function between(from: Spot, to: Spot): Spot[] {
  return Array.from({ length: 101 }, (_, step) => ({
    x: from.x + ((to.x - from.x) * step) / 100,
    y: from.y + ((to.y - from.y) * step) / 100,
  }));
}

function yearly(first: number, values: readonly number[]): Point[] {
  return values.map((y, index) =>
    aPoint({ x: first + index, xEnd: first + index + 1, y, text: String(y), period: "2000" }),
  );
}
