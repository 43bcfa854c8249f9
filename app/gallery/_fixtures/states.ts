import type { FigureModel } from "../../../lib/figures/model.ts";
import { aFigure, aLine, aPanel, pointsFrom, valueAxis, walk } from "./builders.ts";

const empty: FigureModel = aFigure({
  name: "empty",
  title: "Debt in the build-out",
  subtitle: "Share of capital spending paid by borrowing, per cent",
  empty: "No values are stored for DEBT_SHARE_A. Upload a CSV with year and share to draw this figure.",
  sources: [],
});

const missing: FigureModel = aFigure({
  name: "missing-part",
  title: "One line is refused, the other is drawn",
  missing: [
    {
      label: "AI deals and dollars together",
      reason: "Dollars cannot be added to a count of deals; show VC_AI_DEALS_Q on its own.",
    },
  ],
  panels: [
    aPanel({
      y: valueAxis("Billion dollars a quarter", 0, 40, 10, (text) => `$${text}B`),
      lines: [
        aLine({
          id: "a",
          label: "AI",
          hue: "ai",
          points: pointsFrom("2015-Q1", walk(44, 5, 33, 3), (v) => `$${v.toFixed(1)}B`),
        }),
      ],
    }),
  ],
});

/** Figures that are empty or lack a part. */
export const stateFigures: readonly FigureModel[] = [empty, missing];
