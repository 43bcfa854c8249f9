import type { Calendar, FigureModel } from "../../../lib/figures/model.ts";
import { aFigure, aLine, aPanel, onClock, percent, pointsFrom, valueAxis, walk, whole } from "./builders.ts";

const source = { title: "Gallery fixtures", url: "https://example.org/gallery" };
const MONTHS = 96;

function years(from: number, firstJanuary: number): Calendar["ticks"] {
  return Array.from({ length: 8 }, (_, index) => ({
    at: firstJanuary + 12 * index,
    text: String(from + index),
  })).filter(({ at }) => at <= MONTHS);
}

const clock: FigureModel = aFigure({
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
    { code: "e1", x: 55, date: "2000-03-10", label: "NASDAQ peaks", hue: "dotcom", lineId: "dc", source },
    {
      code: "e2",
      x: 23,
      date: "2024-10-02",
      label: "OpenAI raises $6.6B at a value of $157B",
      hue: "ai",
      lineId: "ai",
      source,
    },
    { code: "e3", x: 36, date: "1998-08", label: "Russia defaults", hue: "dotcom", lineId: "dc", source },
    {
      code: "e4",
      x: 86,
      date: "2002-10",
      label: "NASDAQ bottoms, −78%",
      hue: "dotcom",
      lineId: "dc",
      source,
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

const trail = (first: string, xs: readonly number[], ys: readonly number[]) =>
  pointsFrom(first, ys, percent).map((point, index) => ({
    ...point,
    x: xs[index] ?? 0,
    xEnd: xs[index] ?? 0,
  }));

const scatter: FigureModel = aFigure({
  name: "scatter",
  kind: "scatter",
  title: "New listings lose money less often, and jump less, than in 1999",
  subtitle: "US listings by year: mean first-day return against share losing money",
  x: valueAxis("Share of listings losing money", 10, 90, 20, (text) => `${text}%`),
  panels: [
    aPanel({
      y: valueAxis("Mean first-day return", 0, 80, 20, (text) => `${text}%`),
      lines: [
        aLine({
          id: "rest",
          label: "other years since 1980",
          mark: "dot",
          points: trail("1980", walk(15, 20, 35, 6), walk(15, 8, 14, 4, 3)),
        }),
        aLine({
          id: "dc",
          label: "Internet, 1995 to 2002",
          hue: "dotcom",
          points: trail("1995", [28, 41, 36, 46, 76, 81, 49, 45], [21, 17, 14, 22, 71, 56, 14, 9]),
        }),
        aLine({
          id: "ai",
          label: "AI, since 2022",
          hue: "ai",
          points: trail("2022", [76, 64, 60, 53], [48, 12, 15, 28]),
        }),
      ],
    }),
  ],
});

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
      reason: "dollars cannot be added to a count of deals; show VC_AI_DEALS_Q on its own",
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

export const clockFigures: readonly FigureModel[] = [clock, nasdaq];
export const comparisonFigures: readonly FigureModel[] = [share, pair];
export const scatterFigures: readonly FigureModel[] = [scatter];
export const stateFigures: readonly FigureModel[] = [empty, missing];
