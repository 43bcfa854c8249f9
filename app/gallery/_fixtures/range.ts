import type { FigureModel } from "../../../lib/figures/model.ts";
import {
  aFigure,
  aLine,
  aPanel,
  billions,
  onClock,
  percent,
  pointsFrom,
  rangeAround,
  valueAxis,
  walk,
  whole,
  yearAxis,
} from "./builders.ts";
import { clock } from "./clock.ts";

const DRAWS = "5 to 95% of the draws";
const now = onClock(pointsFrom("2022-11", walk(48, 30, 66, 5), whole));
const then = onClock(
  pointsFrom(
    "1995-08",
    walk(88, 12, 24, 3, 4).map((value, index) => value + 68 * Math.exp(-(((index - 55) / 18) ** 2))),
    whole,
  ),
);

const overlapping: FigureModel = aFigure({
  name: "range-clock",
  kind: "clock",
  title: "Where two bands overlap, both edges of each stay readable",
  subtitle: "A made-up composite by months since onset",
  x: clock.x,
  panels: [
    aPanel({
      y: valueAxis("0 = August 1995, 100 = dot-com peak", 0, 125, 25),
      lines: [
        aLine({
          id: "ai",
          label: "AI boom",
          hue: "ai",
          points: now,
          range: rangeAround(DRAWS, now, { below: (i) => 8 + i / 8, above: (i) => 6 + i / 10, text: whole }),
        }),
        aLine({
          id: "dc",
          label: "Internet boom",
          hue: "dotcom",
          points: then,
          range: rangeAround(DRAWS, then, { below: () => 9, above: (i) => 7 + i / 12, text: whole }),
        }),
      ],
    }),
  ],
  events: clock.events.slice(0, 1),
  calendars: clock.calendars,
  footnotes: [`Band: ${DRAWS}.`],
});

const survey = pointsFrom("2015-Q1", walk(46, 22, 48, 4, 5), percent);

const gap: FigureModel = aFigure({
  name: "range-gap",
  title: "A band breaks where either end is missing, and a lone period is a stroke",
  subtitle: "Expected return in a made-up survey, per cent",
  panels: [
    aPanel({
      y: valueAxis("Per cent a year", 0, 75, 25, (text) => `${text}%`),
      lines: [
        aLine({
          id: "median",
          label: "Median answer",
          hue: "ai",
          points: survey,
          range: rangeAround("interquartile range of the answers", survey, {
            below: (index) => 7 + (index % 5),
            above: (index) => 9 + (index % 4),
            text: percent,
            missing: [14, 15, 16, 18, 19, 20, 21, 33],
          }),
        }),
      ],
    }),
  ],
  footnotes: [
    "Gaps are periods without a value; nothing is filled in.",
    "Band: interquartile range of the answers.",
  ],
});

const refused: FigureModel = aFigure({
  name: "range-refused",
  title: "A band that is refused leaves its line",
  missing: [
    {
      label: "AI, range of three surveys",
      reason: "High end: It is in deals, but its line is in US dollars; give both one unit.",
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
          points: pointsFrom("2015-Q1", walk(46, 5, 33, 3), billions),
        }),
      ],
    }),
  ],
});

const yearly = pointsFrom("1990", [3, 2, 4, 4, 4, 8, 11, 15, 21, 54, 105, 41, 22, 20, 23, 23, 27], billions);

const stepped: FigureModel = aFigure({
  name: "range-step",
  title: "Under a step the band holds its ends for the year",
  x: yearAxis(1990, 2006, 4),
  panels: [
    aPanel({
      y: valueAxis("Billion dollars a year", 0, 150, 50, (text) => `$${text}B`),
      lines: [
        aLine({
          id: "vc",
          label: "US venture investment",
          hue: "dotcom",
          mark: "step",
          points: yearly,
          range: rangeAround("lowest to highest of four compilers", yearly, {
            below: (index) => (yearly[index]?.y ?? 0) * 0.2,
            above: (index) => (yearly[index]?.y ?? 0) * 0.3,
            text: billions,
          }),
        }),
      ],
    }),
  ],
  footnotes: ["Band: lowest to highest of four compilers."],
});

/** Bands around lines: two that overlap, one with gaps, one refused, one stepped. */
export const rangeFigures: readonly FigureModel[] = [overlapping, gap, refused, stepped];
