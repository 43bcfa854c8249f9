import type { FigureModel } from "../../../lib/figures/model.ts";
import { aFigure, aLine, aPanel, billions, pointsFrom, yearAxis } from "./builders.ts";

const dots: FigureModel = aFigure({
  name: "dot",
  title: "Valuations are dots: each is a moment, none a flow",
  x: yearAxis(2019, 2026, 1),
  panels: [
    aPanel({
      y: {
        kind: "value",
        scale: "log",
        domain: [1, 1000],
        title: "Billion dollars, log scale",
        ticks: [1, 10, 100, 1000].map((at) => ({ at, text: at === 1000 ? "$1T" : `$${at}B` })),
      },
      lines: [
        aLine({
          id: "v",
          label: "Post-money valuation",
          hue: "ai",
          mark: "dot",
          points: pointsFrom("2019", [1, 3, 20, 29, 86, 157, 500, 852], billions, (i) =>
            i === 5 || i === 7 ? "claimed" : "reported",
          ).map((p) => ({ ...p, xEnd: p.x })),
        }),
        aLine({ id: "r", label: "Revenue", points: pointsFrom("2021", [1.1, 1.3, 2, 4, 13, 30], billions) }),
      ],
    }),
  ],
  footnotes: [
    "Log scale: equal steps are equal percentage moves.",
    "Hollow: said by one secondary source and not verified.",
  ],
});

/** Dots: moments on a log axis. */
export const dotFigures: readonly FigureModel[] = [dots];
