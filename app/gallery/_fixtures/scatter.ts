import type { FigureModel, Point } from "../../../lib/figures/model.ts";
import { aFigure, aLine, aPanel, percent, pointsFrom, valueAxis, walk } from "./builders.ts";

const scatter: FigureModel = aFigure({
  name: "scatter",
  kind: "scatter",
  title: "New listings lose money less often, and jump less, than in 1999",
  subtitle: "US listings by year: mean first-day return against share losing money",
  x: valueAxis("Share of listings losing money", 10, 90, 20, (text) => `${text}%`),
  panels: [
    aPanel({
      y: valueAxis("Mean first-day return", 0, 80, 20, (text) => `${text}%`),
      lines: [
        aLine({
          id: "rest",
          label: "other years since 1980",
          mark: "dot",
          points: trail("1980", walk(15, 20, 35, 6), walk(15, 8, 14, 4, 3)),
        }),
        aLine({
          id: "dc",
          label: "Internet, 1995 to 2002",
          hue: "dotcom",
          points: trail("1995", [28, 41, 36, 46, 76, 81, 49, 45], [21, 17, 14, 22, 71, 56, 14, 9]),
        }),
        aLine({
          id: "ai",
          label: "AI, since 2022",
          hue: "ai",
          points: trail("2022", [76, 64, 60, 53], [48, 12, 15, 28]),
        }),
      ],
    }),
  ],
});

/** Two quantities by year, with trails. */
export const scatterFigures: readonly FigureModel[] = [scatter];

/** One point a year from `first`, at a pair of values. */
function trail(first: string, xs: readonly number[], ys: readonly number[]): Point[] {
  return pointsFrom(first, ys, percent).map((point, index) => ({
    ...point,
    x: xs[index] ?? 0,
    xEnd: xs[index] ?? 0,
  }));
}
