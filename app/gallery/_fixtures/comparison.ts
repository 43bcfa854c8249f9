import type { FigureModel } from "../../../lib/figures/model.ts";
import { aFigure, valueAxis } from "./builders.ts";

const item = { detail: null, group: null, kind: null, unlike: null, status: "reported" } as const;

const share: FigureModel = aFigure({
  name: "comparison",
  kind: "comparison",
  title: "The headline 45% mixed six months with three. Like for like it was 30%",
  subtitle: "AI's share of world venture money, per cent",
  unlike: ["A half-year's dollars over a quarter's: the periods differ."],
  x: { ...valueAxis("Share", 0, 1, 0.25), ticks: [] },
  items: [
    {
      ...item,
      id: "quoted",
      label: "As the article put it",
      detail: "$35.5B of $79B",
      hue: "ink",
      value: 0.449,
      text: "45%",
      status: "claimed",
      unlike: "six months of AI deals ÷ three months of all deals",
    },
    {
      ...item,
      id: "q2",
      label: "Same quarter: Q2 2024",
      detail: "$24B of $79B",
      hue: "ai",
      value: 0.304,
      text: "30%",
    },
    {
      ...item,
      id: "h1",
      label: "Same half-year: H1 2024",
      detail: "$35.4B of $145B",
      hue: "ai",
      value: 0.244,
      text: "24%",
      status: "claimed",
    },
    {
      ...item,
      id: "q1",
      label: "Latest quarter: Q1 2026",
      detail: "$242B of $300B",
      hue: "ai",
      value: 0.807,
      text: "81%",
    },
    { ...item, id: "none", label: "A year nobody counted", hue: "ink", value: null, text: "–" },
  ],
});

const pair: FigureModel = aFigure({
  name: "comparison-dots",
  kind: "comparison",
  title: "$150B then and $157B now are the same size, not the same thing",
  subtitle: "US dollars, billions; upper pair nominal, lower group in 2025 prices",
  unlike: ["A stock of capital beside one company's valuation."],
  itemMark: "dot",
  x: { ...valueAxis("Billion dollars", 0, 280, 70), ticks: [] },
  groups: [
    { id: "quoted", title: "The pair as quoted", axis: null },
    { id: "like", title: "Like for like: US venture invested in a year, 2025 dollars", axis: null },
  ],
  items: [
    {
      ...item,
      id: "a",
      group: "quoted",
      label: "Held by US venture funds, end of 1999",
      hue: "dotcom",
      kind: "a stock",
      value: 145,
      text: "$145B",
    },
    {
      ...item,
      id: "b",
      group: "quoted",
      label: "OpenAI's price tag, Oct 2024",
      hue: "ai",
      kind: "a valuation",
      value: 157,
      text: "$157B",
      status: "claimed",
    },
    {
      ...item,
      id: "c",
      group: "like",
      label: "1999",
      hue: "dotcom",
      kind: "a flow",
      value: 93,
      text: "$93B",
    },
    {
      ...item,
      id: "d",
      group: "like",
      label: "2000, the peak",
      hue: "dotcom",
      kind: "a flow",
      value: 196,
      text: "$196B",
    },
    { ...item, id: "e", group: "like", label: "2025", hue: "ai", kind: "a flow", value: 274, text: "$274B" },
  ],
});

/** Comparisons: shares of a whole, and dots in groups. */
export const comparisonFigures: readonly FigureModel[] = [share, pair];
