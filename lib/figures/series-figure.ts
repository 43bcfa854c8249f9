import type { Era } from "../eras/era.ts";
import { lastDay, type Period } from "../periods/period.ts";
import type { SeriesType } from "../series/series.ts";
import { FigureSpec } from "./spec.ts";

const PREFIX = "series-";

/** The name of the figure that draws one series alone: `VC_US_VE_A` → `series-vc-us-ve-a`. */
export function seriesFigureName(code: string): string {
  return PREFIX + code.toLowerCase().replaceAll("_", "-");
}

/** The code of the series that a figure of such a name draws, or `null` for any other name. */
export function codeOfSeriesFigure(name: string): string | null {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length).toUpperCase().replaceAll("-", "_") : null;
}

/** What the figure of one series needs to know of it. */
export interface SeriesToDraw {
  readonly code: string;
  readonly title: string;
  readonly type: SeriesType;
  readonly unitWords: string;
  readonly firstPeriod: Period;
  readonly lastPeriod: Period;
}

/**
 * The figure of one series alone: flows and counts over regular periods as bars, what is irregular as dots, the rest
 * as a line; its first reports where they were restated; the eras with a colour of their own that it reaches into.
 */
export function seriesFigureSpec(series: SeriesToDraw, eras: readonly Era[]): FigureSpec {
  const reaches = (era: Era) =>
    lastDay(series.lastPeriod) >= lastDay(era.onset.period) &&
    (era.peak === null || series.firstPeriod <= era.peak.period);
  return FigureSpec.parse({
    name: seriesFigureName(series.code),
    kind: "time",
    titles: [
      {
        when: { left: "value.last", op: ">=", right: "value.max" },
        text: "The newest value, {value.last} ({value.last.period}), is the highest known",
      },
      {
        when: { left: "value.last", op: "<=", right: "value.min" },
        text: "The newest value, {value.last} ({value.last.period}), is the lowest known",
      },
      { text: "{value.last} ({value.last.period}); the highest was {value.max} ({value.max.period})" },
    ],
    subtitle: `${series.title}; ${series.unitWords}`,
    lines: [
      {
        id: "value",
        formula: series.code,
        label: "As known now",
        hue: series.type.sector === "AI" ? "ai" : "ink",
        mark: markOf(series.type),
        firstReports: true,
      },
    ],
    bands: eras
      .filter((era) => (era.hue === "ai" || era.hue === "dotcom") && reaches(era))
      .map((era) => era.code),
  });
}

function markOf({ measure, frequency }: SeriesType): "bar" | "dot" | "line" {
  if (frequency === "I") return "dot";
  const isAdditive = measure === "flow" || measure === "count";
  return isAdditive && frequency !== "D" && frequency !== "W" && frequency !== "M" ? "bar" : "line";
}
