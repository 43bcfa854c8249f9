import type { FigureModel } from "../../../lib/figures/model.ts";
import { dayNumber } from "../../../lib/periods/period.ts";
import {
  aFigure,
  aLine,
  aPanel,
  billions,
  eventSource,
  pointsFrom,
  valueAxis,
  withGaps,
  yearAxis,
} from "./builders.ts";

const bars: FigureModel = aFigure({
  name: "bar",
  title: "Four companies tripled their spending in three years, to $119B a quarter",
  subtitle: "Capital spending, cash, nominal; claimed bars hollow, a missing quarter hatched",
  x: yearAxis(2020, 2025, 1),
  panels: [
    aPanel({
      y: valueAxis("Billion dollars a quarter", 0, 125, 25, (text) => `$${text}B`),
      lines: [
        aLine({
          id: "before",
          label: "before ChatGPT",
          mark: "bar",
          points: pointsFrom("2020-Q1", withGaps([21, 0, 25, 30, 29, 33, 34, 36, 37, 37, 38], [1]), billions),
        }),
        aLine({
          id: "after",
          label: "Four companies",
          hue: "ai",
          mark: "bar",
          points: pointsFrom(
            "2022-Q4",
            [39, 35, 36, 38, 43, 46, 55, 62, 75, 77, 95, 108, 119],
            billions,
            (i) => (i === 12 ? "claimed" : "reported"),
          ),
        }),
      ],
    }),
  ],
  events: [
    {
      code: "chatgpt",
      x: dayNumber("2022-11-30"),
      date: "2022-11-30",
      label: "ChatGPT",
      hue: "ai",
      lineId: null,
      source: eventSource,
    },
  ],
});

const negative: FigureModel = aFigure({
  name: "bar-negative",
  title: "Losses hang below the zero line",
  panels: [
    aPanel({
      y: valueAxis("Billion dollars a year", -20, 30, 10, (text) => `$${text}B`),
      lines: [
        aLine({
          id: "p",
          label: "Profit",
          hue: "dotcom",
          mark: "bar",
          points: pointsFrom("2015", [4, 8, 12, -3, -14, -18, 2, 9, 17, 26, 22], billions),
        }),
      ],
    }),
  ],
});

/** Bars: claimed and missing ones, and ones below zero. */
export const barFigures: readonly FigureModel[] = [bars, negative];
