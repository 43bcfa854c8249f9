import type { FigureModel } from "../../../lib/figures/model.ts";
import { aFigure, aLine, aPanel, billions, pointsFrom, valueAxis, yearAxis } from "./builders.ts";

const step: FigureModel = aFigure({
  name: "step",
  title: "An annual value holds for its year",
  x: yearAxis(1990, 2006, 4),
  panels: [
    aPanel({
      y: valueAxis("Billion dollars a year", 0, 120, 20, (text) => `$${text}B`),
      lines: [
        aLine({
          id: "vc",
          label: "US venture investment",
          hue: "dotcom",
          mark: "step",
          points: pointsFrom(
            "1990",
            [3, 2, 4, 4, 4, 8, 11, 15, 21, 54, 105, 41, 22, 20, 23, 23, 27],
            billions,
          ),
        }),
        aLine({
          id: "other",
          label: "Another survey",
          mark: "step",
          points: pointsFrom(
            "1990",
            [null, null, null, null, null, 7, 9, 13, 19, 47, 92, 35, 18, 17, null, null, null],
            billions,
            () => "estimate",
          ),
        }),
      ],
    }),
  ],
});

/** Steps: a value that holds for its period. */
export const stepFigures: readonly FigureModel[] = [step];
