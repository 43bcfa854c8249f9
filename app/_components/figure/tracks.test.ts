import { describe, expect, test } from "vitest";
import { layoutFigure } from "../../../lib/figures/drawing/index.ts";
import { aLine, aModel, anItem, aPanel, aPoint } from "../../../lib/figures/drawing/testing.ts";
import { moveCursor, nearestCursor, readingsAt, spoken, tracksOf } from "./tracks.ts";

const model = aModel({
  panels: [
    aPanel({
      lines: [
        aLine([10, 20, null, 40], { id: "ai", label: "AI share" }),
        aLine([50, 60], { id: "all", label: "All", hue: "ink" }),
      ],
    }),
  ],
});
const drawing = layoutFigure(model, 420);
const tracks = tracksOf(model, drawing);

describe("moving with the keyboard", () => {
  test.each([
    {
      from: null,
      key: "ArrowLeft",
      to: { track: 0, stop: 2 },
      name: "the first arrow goes to the newest value",
    },
    {
      from: { track: 0, stop: 2 },
      key: "ArrowLeft",
      to: { track: 0, stop: 1 },
      name: "left goes over a gap to the value before",
    },
    {
      from: { track: 0, stop: 0 },
      key: "ArrowLeft",
      to: { track: 0, stop: 0 },
      name: "left stays at the first value",
    },
    { from: { track: 0, stop: 0 }, key: "End", to: { track: 0, stop: 2 }, name: "End goes to the newest" },
    {
      from: { track: 0, stop: 2 },
      key: "ArrowDown",
      to: { track: 1, stop: 1 },
      name: "down goes to the nearest value of the next line",
    },
    {
      from: { track: 0, stop: 1 },
      key: "ArrowUp",
      to: { track: 1, stop: 1 },
      name: "up from the first line goes round to the last",
    },
    { from: { track: 0, stop: 1 }, key: "Escape", to: "left", name: "Escape leaves" },
    { from: null, key: "Escape", to: null, name: "Escape outside is not taken" },
    { from: { track: 0, stop: 1 }, key: "a", to: null, name: "other keys are not taken" },
  ] as const)("$name", ({ from, key, to }) => {
    expect(moveCursor(tracks, from, key)).toEqual(to);
  });
});

test("a value is spoken with its date, line, value and doubt", () => {
  const points = [
    aPoint({ period: "2025-Q2", text: "44%" }),
    aPoint({ x: 10, period: "2025-Q3", text: "45%", status: "provisional" }),
  ];
  const share = aModel({ panels: [aPanel({ lines: [aLine([], { label: "AI share", points })] })] });
  const [track] = tracksOf(share, layoutFigure(share, 420));
  const stop = track?.stops[1];
  expect(track && stop && spoken(track, stop)).toBe("Q3 2025, AI share, 45%, provisional. Point 2 of 2.");
});

test("a value is spoken with the band around it, where it has one", () => {
  const points = [
    aPoint({ period: "2025-Q2", text: "55" }),
    aPoint({ x: 10, period: "2025-Q3", text: "61" }),
  ];
  const range = {
    label: "5 to 95%",
    points: [{ x: 10, xEnd: 20, low: 48, high: 70, period: "2025-Q3", text: "48 to 70" }],
  };
  const index = aModel({ panels: [aPanel({ lines: [aLine([], { label: "Index", points, range })] })] });
  const [track] = tracksOf(index, layoutFigure(index, 420));
  expect(track?.stops.map((stop) => spoken(track, stop))).toEqual([
    "Q2 2025, Index, 55. Point 1 of 2.",
    "Q3 2025, Index, 61 (band 48 to 70). Point 2 of 2.",
  ]);
});

test("the readout leaves out a line that has ended", () => {
  expect(readingsAt(tracks, { track: 0, stop: 0 }, 10).map(({ track }) => track.id)).toEqual(["ai", "all"]);
  expect(readingsAt(tracks, { track: 0, stop: 2 }, 10).map(({ track }) => track.id)).toEqual(["ai"]);
});

test("the pointer finds the nearest value", () => {
  const spot = tracks[1]?.stops[1]?.spot ?? expect.fail("no stop");
  expect(nearestCursor(model, tracks, { x: spot.x + 2, y: spot.y - 2 }, "main")).toEqual({
    track: 1,
    stop: 1,
  });
});

test("the rows of a comparison are read one by one", () => {
  const rows = aModel({
    kind: "comparison",
    items: [
      anItem({ label: "Q2 2024", text: "30%" }),
      anItem({ id: "b", label: "H1 2024", text: "45%", unlike: "six months over three", status: "claimed" }),
    ],
  });
  const [track] = tracksOf(rows, layoutFigure(rows, 420));
  const second = moveCursor(track ? [track] : [], { track: 0, stop: 0 }, "ArrowDown");
  expect(second).toEqual({ track: 0, stop: 1 });
  const stop = track?.stops[1];
  expect(track && stop && spoken(track, stop)).toBe(
    "H1 2024, 45%, unlike: six months over three, claimed, not verified. Point 2 of 2.",
  );
});
