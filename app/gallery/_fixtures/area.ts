import type { FigureModel } from "../../../lib/figures/model.ts";
import { aFigure, aLine, aPanel, billions, pointsFrom, valueAxis, walk } from "./builders.ts";

const area: FigureModel = aFigure({
  name: "area",
  title: "Areas start at zero",
  panels: [
    aPanel({
      y: valueAxis("Billion dollars a quarter", 0, 100, 20, (text) => `$${text}B`),
      lines: [
        aLine({
          id: "all",
          label: "All venture",
          mark: "area",
          points: pointsFrom("2015-Q1", walk(44, 40, 85, 7), billions),
        }),
        aLine({
          id: "ai",
          label: "AI",
          hue: "ai",
          mark: "area",
          points: pointsFrom("2015-Q1", walk(44, 4, 60, 4, 5), billions),
        }),
      ],
    }),
  ],
});

/** Areas, one before the other. */
export const areaFigures: readonly FigureModel[] = [area];
