import { describe, expect, test } from "vitest";
import type { Line } from "../model.ts";
import type { Frame, Shape } from "./drawing.ts";
import { barsOf, markShapes, spotOf } from "./marks.ts";
import { aLine, aPoint } from "./testing.ts";

/** 1 px a unit, from the left and from the foot: the value (x, y) lies at (x, 100 − y). */
const FRAME: Frame = {
  panelId: "main",
  plot: { x: 0, y: 0, width: 100, height: 100 },
  x: { scale: "linear", domain: [0, 100] },
  y: { scale: "linear", domain: [0, 100] },
};

function paths(line: Line, paint: string, frame = FRAME): string[] {
  return shapes(line, frame).flatMap((shape) =>
    shape.kind === "path" && shape.paint === paint ? [shape.d] : [],
  );
}

function shapes(line: Line, frame = FRAME): readonly Shape[] {
  return markShapes(line, frame);
}

describe("a line", () => {
  test("breaks at a gap", () => {
    expect(paths(aLine([10, 20, null, 40, 50]), "line-ai")).toEqual(["M0,90L10,80M30,60L40,50"]);
  });

  test("is joined across a gap only by a dashed connector, and only when asked for", () => {
    const values = [10, 20, null, 40, 50];
    expect(paths(aLine(values), "connector-ai")).toEqual([]);
    expect(paths(aLine(values, { connectGaps: true }), "connector-ai")).toEqual(["M10,80L30,60"]);
    expect(paths(aLine(values, { connectGaps: true }), "line-ai")).toEqual(["M0,90L10,80M30,60L40,50"]);
  });

  test("shows a value between two gaps as a dot", () => {
    const lonely = shapes(aLine([10, 20, null, 40, null, 60, 70])).filter((shape) => shape.kind === "circle");
    expect(lonely.map((circle) => circle.at)).toContainEqual({ x: 30, y: 60 });
  });

  test("is dotted up to a provisional value, which is hollow", () => {
    const [first, second] = [aPoint({ x: 0 }), aPoint({ x: 10, y: 20 })];
    const line = aLine([], { points: [first, second, aPoint({ x: 20, y: 30, status: "provisional" })] });
    expect(paths(line, "line-ai")).toEqual(["M0,90L10,80"]);
    expect(paths(line, "carried-ai")).toEqual(["M10,80L20,70"]);
    expect(shapes(line).filter((shape) => shape.paint === "ring-ai")).toHaveLength(1);
  });

  test("holds its value to the end of the period when it is a step", () => {
    expect(paths(aLine([10, 30], { mark: "step" }), "line-ai")).toEqual(["M0,90L10,90L10,70L20,70"]);
  });

  test("has no place for zero on a log axis", () => {
    const log: Frame = { ...FRAME, y: { scale: "log", domain: [1, 100] } };
    expect(spotOf({ x: 0, y: 0 }, log)).toBeNull();
    expect(spotOf({ x: 0, y: 10 }, log)?.y).toBeCloseTo(50, 9);
  });
});

describe("dots", () => {
  test.each([
    { status: "reported", paint: "dot-ai" },
    { status: "estimate", paint: "dot-ai" },
    { status: "provisional", paint: "ring-ai" },
    { status: "claimed", paint: "ring-ai" },
  ] as const)("a $status value is drawn as $paint", ({ status, paint }) => {
    const line = aLine([], { mark: "dot", points: [aPoint({ x: 50, y: 50, status })] });
    expect(shapes(line)).toMatchObject([{ kind: "circle", at: { x: 50, y: 50 }, paint }]);
  });
});

describe("bars", () => {
  test("stand on zero, and hang from it when negative", () => {
    const frame: Frame = { ...FRAME, y: { scale: "linear", domain: [-50, 50] } };
    const [up, down] = barsOf(aLine([20, -30], { mark: "bar" }), frame);
    expect([up?.box.y, up?.box.height].map((length) => Math.round(length ?? 0))).toEqual([30, 20]);
    expect([down?.box.y, down?.box.height].map((length) => Math.round(length ?? 0))).toEqual([50, 30]);
  });

  test("fill their period with a gap of 2 px", () => {
    expect(barsOf(aLine([20], { mark: "bar" }), FRAME)[0]?.box).toMatchObject({ x: 1, width: 8 });
  });

  test("a claimed bar is hollow and a missing one is a hatch, not zero", () => {
    const claimed = aPoint({ x: 10, xEnd: 20, status: "claimed" });
    const line = aLine([], {
      mark: "bar",
      points: [aPoint(), claimed, aPoint({ x: 20, xEnd: 30, y: null })],
    });
    expect(shapes(line).map((shape) => shape.paint)).toEqual(["bar-ai", "bar-hollow-ai", "absent"]);
  });
});
