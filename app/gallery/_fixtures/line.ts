import type { FigureModel } from "../../../lib/figures/model.ts";
import { dayNumber } from "../../../lib/periods/period.ts";
import {
  aFigure,
  aLine,
  aPanel,
  billions,
  eventSource,
  percent,
  pointsFrom,
  valueAxis,
  walk,
  whole,
  withGaps,
  yearAxis,
} from "./builders.ts";

const share = [9, 11, 14, 12, 18, 20, 17, 21, 24, 30, 35, 37, 41, 52, 46, 50, 53, 81];

const line: FigureModel = aFigure({
  name: "line",
  title: "AI takes 81% of the money, four times its share of 2024",
  subtitle: "AI's share of world venture money, per cent, by quarter",
  x: yearAxis(2022, 2026, 1),
  panels: [
    aPanel({
      y: valueAxis("Share of dollars invested", 0, 100, 20, (text) => `${text}%`),
      lines: [
        aLine({
          id: "ai",
          label: "AI share",
          hue: "ai",
          points: pointsFrom("2022-Q1", share, percent, (index) => (index > 15 ? "provisional" : "reported")),
          firstReports: pointsFrom("2024-Q2", [26, 33, 38], percent),
        }),
      ],
      benchmarks: [{ id: "peak", at: 63, label: "Internet's share, Q1 2000", hue: "dotcom", text: "63%" }],
    }),
  ],
  footnotes: [
    "Short ticks: as first reported, before restatement.",
    "Hollow and dotted: provisional, the publisher will change it.",
  ],
});

const gaps: FigureModel = aFigure({
  name: "line-gaps",
  title: "A gap stays a gap; a connector is thin, dashed and asked for",
  panels: [
    aPanel({
      y: valueAxis("Billion dollars a quarter", 0, 40, 10, (text) => `$${text}B`),
      lines: [
        aLine({
          id: "a",
          label: "Joined across",
          hue: "ai",
          connectGaps: true,
          points: pointsFrom("2015-Q1", withGaps(walk(44, 8, 30, 3), [6, 7, 8, 20, 21, 23, 24]), billions),
        }),
        aLine({
          id: "b",
          label: "Left open",
          hue: "dotcom",
          points: pointsFrom("2015-Q1", withGaps(walk(44, 24, 6, 2, 3), [12, 13, 14, 15, 30, 31]), billions),
        }),
      ],
    }),
  ],
  footnotes: ["Missing quarters are left open: the survey was not taken."],
});

const crowded: FigureModel = aFigure({
  name: "line-crowded",
  title: "Six lines that end close together keep their names apart",
  panels: [
    aPanel({
      y: valueAxis("Index, 2015 = 100", 60, 180, 20),
      lines: (["ai", "dotcom", "other-1", "other-2", "ink", "ink"] as const).map((hue, index) =>
        aLine({
          id: `l${index}`,
          label:
            ["AI companies", "Internet companies", "Railways", "Japan", "All industry", "Government"][
              index
            ] ?? "",
          hue,
          points: pointsFrom("2015-Q1", walk(46, 100, 130 + index * 4, 8, index + 2), whole),
        }),
      ),
    }),
  ],
});

const valuation: FigureModel = aFigure({
  name: "line-bands",
  title: "Shares have cost more than this only once",
  subtitle: "Price over ten-year average real earnings; a made-up path with the real turning points",
  x: yearAxis(1985, 2026, 10),
  panels: [
    aPanel({
      y: valueAxis("Times earnings", 0, 50, 10),
      lines: [
        aLine({
          id: "cape",
          label: "Shiller P/E",
          points: pointsFrom(
            "1985-01",
            boom(),
            (v) => v.toFixed(1),
            (i) => (i > 495 ? "provisional" : "reported"),
          ),
        }),
      ],
      benchmarks: [{ id: "mean", at: 17, label: "Mean since 1881", hue: "ink", text: "17" }],
    }),
  ],
  bands: [
    { label: "internet", hue: "dotcom", from: dayNumber("1995-08"), to: dayNumber("2000-03") },
    { label: "AI", hue: "ai", from: dayNumber("2022-11"), to: null },
  ],
  events: [
    {
      code: "e1",
      x: dayNumber("1999-12"),
      date: "1999-12",
      label: "the highest ever",
      hue: "dotcom",
      lineId: "cape",
      source: eventSource,
    },
    {
      code: "e2",
      x: dayNumber("2008-09"),
      date: "2008-09",
      label: "Lehman Brothers fails",
      hue: "ink",
      lineId: "cape",
      source: eventSource,
    },
    {
      code: "e3",
      x: dayNumber("1987-10"),
      date: "1987-10",
      label: "Black Monday",
      hue: "ink",
      lineId: "cape",
      source: eventSource,
    },
    {
      code: "e4",
      x: dayNumber("2022-11-30"),
      date: "2022-11-30",
      label: "ChatGPT",
      hue: "ai",
      lineId: null,
      source: eventSource,
    },
  ],
});

/** Lines: provisional values, gaps, crowded ends, and bands with events. */
export const lineFigures: readonly FigureModel[] = [line, gaps, crowded, valuation];

/** 502 months with a peak of 44.2 in December 1999 and 40.7 at the end. */
function boom(): number[] {
  return walk(502, 11, 29, 1.4).map((value, index) => {
    const peak = 27 * Math.exp(-(((index - 179) / 30) ** 2));
    const last = 12 * Math.exp(-(((index - 501) / 40) ** 2));
    return value + peak + last;
  });
}
