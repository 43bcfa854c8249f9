import type { Calendar, FigureModel } from "../../../lib/figures/model.ts";
import {
  aFigure,
  aLine,
  aPanel,
  eventSource,
  onClock,
  pointsFrom,
  valueAxis,
  walk,
  whole,
} from "./builders.ts";

const MONTHS = 96;

function years(from: number, firstJanuary: number): Calendar["ticks"] {
  return Array.from({ length: 8 }, (_, index) => ({
    at: firstJanuary + 12 * index,
    text: String(from + index),
  })).filter(({ at }) => at <= MONTHS);
}

/** Two eras and a third on one clock. */
export const clock: FigureModel = aFigure({
  name: "clock",
  kind: "clock",
  title: "Nearly four years in, AI reads about where the internet did in the summer of 1999",
  subtitle: "A made-up composite by months since onset",
  x: {
    kind: "step",
    scale: "linear",
    domain: [0, MONTHS],
    title: "Since onset",
    ticks: Array.from({ length: 9 }, (_, year) => ({
      at: year * 12,
      text: year === 0 ? "Onset" : year === 1 ? "1 year" : `${year} years`,
    })),
  },
  panels: [
    aPanel({
      y: valueAxis("0 = August 1995, 100 = dot-com peak", 0, 125, 25),
      lines: [
        aLine({
          id: "ai",
          label: "AI boom, since ChatGPT",
          hue: "ai",
          points: onClock(
            pointsFrom("2022-11", walk(48, 30, 78, 6), whole, (i) => (i > 45 ? "provisional" : "reported")),
          ),
        }),
        aLine({
          id: "dc",
          label: "Internet boom, since Netscape listed",
          hue: "dotcom",
          points: onClock(
            pointsFrom(
              "1995-08",
              walk(88, 5, 20, 3, 4).map((v, i) => v + 80 * Math.exp(-(((i - 55) / 18) ** 2))),
              whole,
            ),
          ),
        }),
        aLine({
          id: "rail",
          label: "Railways",
          hue: "other-1",
          points: onClock(pointsFrom("1843-01", walk(97, 20, 45, 4, 9), whole)),
        }),
      ],
      benchmarks: [
        { id: "peak", at: 100, label: "Every input at its own dot-com peak", hue: "ink", text: "100" },
      ],
    }),
  ],
  events: [
    {
      code: "e1",
      x: 55,
      date: "2000-03-10",
      label: "NASDAQ peaks",
      hue: "dotcom",
      lineId: "dc",
      source: eventSource,
    },
    {
      code: "e2",
      x: 23,
      date: "2024-10-02",
      label: "OpenAI raises $6.6B at a value of $157B",
      hue: "ai",
      lineId: "ai",
      source: eventSource,
    },
    {
      code: "e3",
      x: 36,
      date: "1998-08",
      label: "Russia defaults",
      hue: "dotcom",
      lineId: "dc",
      source: eventSource,
    },
    {
      code: "e4",
      x: 86,
      date: "2002-10",
      label: "NASDAQ bottoms, −78%",
      hue: "dotcom",
      lineId: "dc",
      source: eventSource,
    },
  ],
  calendars: [
    { era: "AI", hue: "ai", name: "AI", ticks: years(2023, 2), now: { at: 47, text: "Oct 2026" } },
    {
      era: "DOTCOM",
      hue: "dotcom",
      name: "Internet",
      ticks: years(1996, 5),
      now: { at: 47, text: "Jul 1999" },
    },
  ],
});

const nasdaq: FigureModel = aFigure({
  name: "clock-log",
  kind: "clock",
  title: "Share prices are just behind 1999's pace",
  subtitle: "NASDAQ composite by years since onset, a made-up path, log scale",
  x: { ...clock.x, domain: [0, 90] },
  panels: [
    aPanel({
      y: {
        kind: "value",
        scale: "log",
        domain: [80, 600],
        title: "Month of onset = 100, log scale",
        ticks: [100, 200, 500].map((at) => ({ at, text: String(at) })),
      },
      lines: [
        aLine({
          id: "dc",
          label: "Internet",
          hue: "dotcom",
          points: onClock(
            pointsFrom(
              "1995-08",
              walk(88, 90, 130, 9, 4).map((v, i) => v + 320 * Math.exp(-(((i - 54) / 14) ** 2))),
              whole,
            ),
          ),
        }),
        aLine({
          id: "ai",
          label: "AI",
          hue: "ai",
          points: onClock(pointsFrom("2022-11", walk(46, 100, 230, 8), whole)),
        }),
      ],
    }),
  ],
  calendars: clock.calendars,
  freshness: { isStale: true, text: "stale: NASDAQ_M ended 31 Aug 2026, 84 days ago", lastPeriod: "2026-08" },
  footnotes: ["Log scale: equal steps are equal percentage moves."],
});

/** Eras on one clock, with linear and log values. */
export const clockFigures: readonly FigureModel[] = [clock, nasdaq];
