import { describe, expect, test } from "vitest";
import type { Line, RangePoint } from "../model.ts";
import type { Frame } from "./drawing.ts";
import { layoutFigure } from "./layout.ts";
import { rangeShapes } from "./ranges.ts";
import { drawingToSvg } from "./svg.ts";
import { aLine, aModel, anAxis, aPanel } from "./testing.ts";

/** 1 px a unit, from the left and from the foot: the value (x, y) lies at (x, 100 − y). */
const FRAME: Frame = {
  panelId: "main",
  plot: { x: 0, y: 0, width: 100, height: 100 },
  x: { scale: "linear", domain: [0, 100] },
  y: { scale: "linear", domain: [0, 100] },
};

type EndsOf = readonly [low: number | null, high: number | null];

/** A line with a band of one pair of ends every 10 on the x axis. */
function banded(ends: readonly EndsOf[], over: Partial<Line> = {}): Line {
  const points = ends.map(([low, high], index): RangePoint => {
    const text = low === null || high === null ? null : `${low} to ${high}`;
    return { x: index * 10, xEnd: index * 10 + 10, low, high, period: "2024", text };
  });
  return aLine(
    ends.map(() => 50),
    { range: { label: "a band", points }, ...over },
  );
}

function pathsOf(line: Line, frame = FRAME): Record<string, string> {
  return Object.fromEntries(
    rangeShapes(line, frame).map((shape) => [shape.paint, shape.kind === "path" ? shape.d : ""]),
  );
}

describe("a band", () => {
  test("is an area from its low to its high ends, with an edge along each", () => {
    const paths = pathsOf(
      banded([
        [10, 30],
        [20, 50],
      ]),
    );
    expect(paths["range-ai"]).toBe("M0,70L10,50L10,80L0,90Z");
    expect(paths["range-edge-ai"]).toBe("M0,70L10,50M0,90L10,80");
  });

  test("breaks where either end is missing", () => {
    const gaps: EndsOf[] = [
      [10, 30],
      [20, 50],
      [null, 60],
      [30, 60],
      [30, 70],
      [40, null],
    ];
    expect(pathsOf(banded(gaps))["range-ai"]).toBe("M0,70L10,50L10,80L0,90ZM30,40L40,30L40,70L30,70Z");
  });

  test("of one period alone is a stroke from end to end", () => {
    expect(
      pathsOf(
        banded([
          [null, null],
          [10, 30],
          [null, null],
        ]),
      )["range-edge-ai"],
    ).toBe("M10,90L10,70");
  });

  test("holds its ends to the end of each period under a step", () => {
    const paths = pathsOf(
      banded(
        [
          [10, 30],
          [20, 50],
        ],
        { mark: "step" },
      ),
    );
    expect(paths["range-ai"]).toBe("M0,70L10,70L10,50L20,50L20,80L10,80L10,90L0,90Z");
  });

  test("stands at the middle of the period under a bar, as the bar does", () => {
    expect(
      pathsOf(
        banded(
          [
            [10, 30],
            [20, 50],
          ],
          { mark: "bar" },
        ),
      )["range-edge-ai"],
    ).toBe("M5,70L15,50M5,90L15,80");
  });

  test("has a gap where a log axis cannot show an end", () => {
    const log: Frame = { ...FRAME, y: { scale: "log", domain: [1, 100] } };
    expect(
      pathsOf(
        banded([
          [1, 100],
          [0, 100],
          [1, 10],
          [1, 10],
        ]),
        log,
      )["range-ai"],
    ).toBe("M0,0L0,100ZM20,50L30,50L30,100L20,100Z");
  });

  test("a line without one has no shape of it", () => {
    expect(rangeShapes(aLine([1, 2]), FRAME)).toEqual([]);
  });
});

describe("bands in a figure", () => {
  const lines = [
    banded(
      [
        [10, 30],
        [20, 50],
      ],
      { id: "a" },
    ),
    banded(
      [
        [20, 60],
        [30, 80],
      ],
      { id: "b", hue: "dotcom" },
    ),
  ];

  test.each([
    { name: "one panel", panels: [aPanel({ lines })] },
    { name: "small multiples", panels: [aPanel({ id: "p", lines }), aPanel({ id: "q", lines })] },
  ])("lie under every line of their panel: $name", ({ panels }) => {
    const paints = layoutFigure(aModel({ panels }), 640).marks.map(({ paint }) => paint);
    const panel = paints.slice(0, paints.length / panels.length);
    expect(panel.slice(0, 4)).toEqual(["range-ai", "range-edge-ai", "range-dotcom", "range-edge-dotcom"]);
    expect(panel.slice(4).filter((paint) => paint.startsWith("range"))).toEqual([]);
    expect(panel).toContain("line-ai");
  });

  test("are translucent in an image that stands alone, so that one shows through another", () => {
    const drawing = layoutFigure(aModel({ panels: [aPanel({ lines })] }), 640);
    const tokens = new Map([["--era-ai", "#08657a"]]);
    const svg = drawingToSvg(drawing, { id: "f", title: "", description: "", tokens });
    expect(svg).toMatch(/<path d="M[^"]+Z" fill="#08657a" fill-opacity="0\.\d+" stroke="none"\/>/);
  });

  test("are not cut by the label at the end of their line, when there is room beyond them", () => {
    const steady = Array.from({ length: 11 }, (): EndsOf => [35, 57]);
    const y = anAxis({ domain: [0, 100] });
    const drawing = layoutFigure(aModel({ panels: [aPanel({ y, lines: [banded(steady)] })] }), 420);
    const [frame] = drawing.frames;
    const value = drawing.labelBoxes.at(0);
    if (!frame || !value) return expect.fail("no label");
    const edges = [35, 57].map((end) => frame.plot.y + frame.plot.height * (1 - end / 100));
    expect(value.x).toBeLessThan(frame.plot.x + frame.plot.width);
    expect(edges.filter((at) => value.y < at && at < value.y + value.height)).toEqual([]);
  });

  test("have no label of their own", () => {
    const svg = drawingToSvg(layoutFigure(aModel({ panels: [aPanel({ lines })] }), 640), {
      id: "f",
      title: "",
      description: "",
    });
    expect(svg).not.toContain("a band");
  });
});
