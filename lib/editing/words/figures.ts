import type { FigureRow } from "../figure-row.ts";
import type { WordsOf } from "../words.ts";

export const FIGURE_FIELDS: WordsOf<FigureRow> = {
  name: {
    label: "Name",
    help: "Lower-case words joined by hyphens, such as capex-share-of-gdp; it stands in its address.",
    isCode: true,
  },
  isOnDashboard: { label: "On the dashboard", choices: { true: "yes", false: "no" } },
  position: { label: "Place", help: "Figures follow each other by this number." },
  spec: {
    label: "Specification",
    help: "JSON: kind, titles, subtitle, and the lines or items to draw, each with its formula.",
    isCode: true,
  },
};
