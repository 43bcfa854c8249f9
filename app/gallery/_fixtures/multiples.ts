import type { FigureModel } from "../../../lib/figures/model.ts";
import { dayNumber } from "../../../lib/periods/period.ts";
import { aFigure, aLine, aPanel, percent, pointsFrom, valueAxis, walk, whole } from "./builders.ts";

const PANELS = ["AI share", "Mega-rounds", "Debt", "Listings", "Prices"] as const;

const multiples: FigureModel = aFigure({
  name: "multiples",
  title: "Five panels on one pair of axes",
  panels: PANELS.map((title, index) =>
    aPanel({
      id: title,
      title,
      y: valueAxis("Index, peak = 100", 0, 120, 40),
      lines: [
        aLine({
          id: `ai-${index}`,
          label: "AI",
          hue: "ai",
          points: pointsFrom("2015-Q1", walk(44, 10, 50 + index * 9, 8, index + 1), whole),
        }),
        aLine({
          id: `all-${index}`,
          label: "All",
          points: pointsFrom("2015-Q1", walk(44, 30, 70, 5, index + 9), whole),
        }),
      ],
    }),
  ),
  bands: [{ label: "AI", hue: "ai", from: dayNumber("2022-11"), to: null }],
});

const unitsDiffer: FigureModel = aFigure({
  name: "multiples-own-axes",
  title: "Panels in different units have an axis each",
  panels: [
    aPanel({
      id: "n",
      title: "Number of listings",
      y: valueAxis("Listings a year", 0, 600, 200),
      lines: [
        aLine({
          id: "n",
          label: "Listings",
          hue: "dotcom",
          mark: "bar",
          points: pointsFrom("2015", [118, 75, 106, 134, 112, 165, 311, 38, 54, 72, 90], whole),
        }),
      ],
    }),
    aPanel({
      id: "r",
      title: "First-day return",
      y: valueAxis("Mean, per cent", 0, 75, 25, (t) => `${t}%`),
      lines: [
        aLine({
          id: "r",
          label: "Return",
          hue: "ai",
          points: pointsFrom("2015", [19, 15, 13, 19, 23, 42, 32, 49, 12, 16, 28], percent),
        }),
      ],
    }),
  ],
});

/** Small multiples: on shared axes, and on axes of their own. */
export const multipleFigures: readonly FigureModel[] = [multiples, unitsDiffer];
