import type { FigureModel } from "../../../lib/figures/model.ts";
import { dayNumber } from "../../../lib/periods/period.ts";
import {
  aFigure,
  aLine,
  aPanel,
  billions,
  percent,
  pointsFrom,
  valueAxis,
  walk,
  whole,
  yearAxis,
} from "./builders.ts";

const source = { title: "Gallery fixtures", url: "https://example.org/gallery" };
const share = [9, 11, 14, 12, 18, 20, 17, 21, 24, 30, 35, 37, 41, 52, 46, 50, 53, 81];

const line: FigureModel = aFigure({
  name: "line",
  title: "AI takes 81% of the money, four times its share of 2024",
  subtitle: "AI's share of world venture money, per cent, by quarter",
  x: yearAxis(2022, 2026, 1),
  panels: [
    aPanel({
      y: valueAxis("Share of dollars invested", 0, 100, 20, (text) => `${text}%`),
      lines: [
        aLine({
          id: "ai",
          label: "AI share",
          hue: "ai",
          points: pointsFrom("2022-Q1", share, percent, (index) => (index > 15 ? "provisional" : "reported")),
          firstReports: pointsFrom("2024-Q2", [26, 33, 38], percent),
        }),
      ],
      benchmarks: [{ id: "peak", at: 63, label: "Internet's share, Q1 2000", hue: "dotcom", text: "63%" }],
    }),
  ],
  footnotes: [
    "Short ticks: as first reported, before restatement.",
    "Hollow and dotted: provisional, the publisher will change it.",
  ],
});

const gaps: FigureModel = aFigure({
  name: "line-gaps",
  title: "A gap stays a gap; a connector is thin, dashed and asked for",
  panels: [
    aPanel({
      y: valueAxis("Billion dollars a quarter", 0, 40, 10, (text) => `$${text}B`),
      lines: [
        aLine({
          id: "a",
          label: "Joined across",
          hue: "ai",
          connectGaps: true,
          points: pointsFrom("2015-Q1", withGaps(walk(44, 8, 30, 3), [6, 7, 8, 20, 21, 23, 24]), billions),
        }),
        aLine({
          id: "b",
          label: "Left open",
          hue: "dotcom",
          points: pointsFrom("2015-Q1", withGaps(walk(44, 24, 6, 2, 3), [12, 13, 14, 15, 30, 31]), billions),
        }),
      ],
    }),
  ],
  footnotes: ["Missing quarters are left open: the survey was not taken."],
});

const crowded: FigureModel = aFigure({
  name: "line-crowded",
  title: "Six lines that end close together keep their names apart",
  panels: [
    aPanel({
      y: valueAxis("Index, 2015 = 100", 60, 180, 20),
      lines: (["ai", "dotcom", "other-1", "other-2", "ink", "ink"] as const).map((hue, index) =>
        aLine({
          id: `l${index}`,
          label:
            ["AI companies", "Internet companies", "Railways", "Japan", "All industry", "Government"][
              index
            ] ?? "",
          hue,
          points: pointsFrom("2015-Q1", walk(46, 100, 130 + index * 4, 8, index + 2), whole),
        }),
      ),
    }),
  ],
});

const valuation: FigureModel = aFigure({
  name: "line-bands",
  title: "Shares have cost more than this only once",
  subtitle: "Price over ten-year average real earnings; a made-up path with the real turning points",
  x: yearAxis(1985, 2026, 10),
  panels: [
    aPanel({
      y: valueAxis("Times earnings", 0, 50, 10),
      lines: [
        aLine({
          id: "cape",
          label: "Shiller P/E",
          points: pointsFrom(
            "1985-01",
            boom(),
            (v) => v.toFixed(1),
            (i) => (i > 495 ? "provisional" : "reported"),
          ),
        }),
      ],
      benchmarks: [{ id: "mean", at: 17, label: "Mean since 1881", hue: "ink", text: "17" }],
    }),
  ],
  bands: [
    { label: "internet", hue: "dotcom", from: dayNumber("1995-08"), to: dayNumber("2000-03") },
    { label: "AI", hue: "ai", from: dayNumber("2022-11"), to: null },
  ],
  events: [
    {
      code: "e1",
      x: dayNumber("1999-12"),
      date: "1999-12",
      label: "the highest ever",
      hue: "dotcom",
      lineId: "cape",
      source,
    },
    {
      code: "e2",
      x: dayNumber("2008-09"),
      date: "2008-09",
      label: "Lehman Brothers fails",
      hue: "ink",
      lineId: "cape",
      source,
    },
    {
      code: "e3",
      x: dayNumber("1987-10"),
      date: "1987-10",
      label: "Black Monday",
      hue: "ink",
      lineId: "cape",
      source,
    },
    {
      code: "e4",
      x: dayNumber("2022-11-30"),
      date: "2022-11-30",
      label: "ChatGPT",
      hue: "ai",
      lineId: null,
      source,
    },
  ],
});

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
      source,
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

export const timeFigures: readonly FigureModel[] = [
  line,
  gaps,
  crowded,
  valuation,
  bars,
  negative,
  step,
  area,
  dots,
  multiples,
  unitsDiffer,
];

function withGaps(values: readonly number[], missing: readonly number[]): Array<number | null> {
  return values.map((value, index) => (missing.includes(index) ? null : value));
}

/** 502 months with a peak of 44.2 in December 1999 and 40.7 at the end. */
function boom(): number[] {
  return walk(502, 11, 29, 1.4).map((value, index) => {
    const peak = 27 * Math.exp(-(((index - 179) / 30) ** 2));
    const last = 12 * Math.exp(-(((index - 501) / 40) ** 2));
    return value + peak + last;
  });
}
