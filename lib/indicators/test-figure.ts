import type { Era } from "../eras/era.ts";
import type { ExuberanceReport } from "../exuberance/index.ts";
import type { FigureData } from "../figures/data.ts";
import { FigureSpec } from "../figures/spec.ts";
import { lastDay, type Period } from "../periods/period.ts";
import type { Unit } from "../series/unit.ts";
import { computedRecord } from "./computed-record.ts";
import type { PeriodValue } from "./course.ts";

const SOURCE_TITLE = "Test for an explosive root, by the method of this server";
const PLAIN: Unit = { kind: "index", base: "" };

/** Which of the two tests of an indicator a figure is of. */
export type TestedBoom = "now" | "then";

/** A test as a figure: the series above, the statistic and its critical line below, dated episodes shaded in both. */
export function testFigure(
  report: ExuberanceReport,
  values: readonly PeriodValue[],
  boom: TestedBoom,
): { readonly spec: FigureSpec; readonly data: FigureData } {
  const { path, lines, episodes, to } = report;
  const line = lines.pointwise[95];
  const series = (code: string, title: string, of: readonly PeriodValue[], type: Unit) =>
    [
      code,
      computedRecord({
        code,
        title,
        values: of,
        unit: { type, words: "" },
        day: lastDay(to),
        sourceTitle: SOURCE_TITLE,
      }),
    ] as const;
  const records = [
    series("TESTED", "The series that is tested", values, { kind: "log" }),
    series(
      "BSADF",
      "BSADF",
      path.map(({ period, bsadf }) => ({ period, value: bsadf })),
      PLAIN,
    ),
    series(
      "CRITICAL",
      "95 % line",
      path.map(({ period }, i) => ({ period, value: line[i] as number })),
      PLAIN,
    ),
  ];
  const shaded = episodes.map(({ start, last, label }, i) =>
    episodeEra(`EPISODE_${i + 1}`, label, start, last),
  );
  const hue = boom === "now" ? "ai" : "dotcom";
  const spec = FigureSpec.parse({
    name: `test-${boom}`,
    kind: "time",
    titles: [{ text: report.words.verdict }],
    subtitle:
      "The series, and at each month the largest ADF statistic of all windows that end there (BSADF).",
    panels: [
      { id: "series", title: "Logarithm of the series" },
      { id: "statistic", title: "BSADF" },
    ],
    lines: [
      { id: "series", formula: "TESTED", label: "Series", hue, panel: "series" },
      { id: "bsadf", formula: "BSADF", label: "BSADF", hue, panel: "statistic" },
      { id: "line", formula: "CRITICAL", label: "pointwise 95 %", hue: "ink", panel: "statistic" },
    ],
    bands: shaded.map(({ code }) => code),
    notes: [
      "The pointwise 95 % line is crossed by chance at some month far more often than one time in twenty: episodes are dated only where the whole test rejects.",
    ],
  });
  return { spec, data: { records: new Map(records), eras: shaded, events: [] } };
}

function episodeEra(code: string, name: string, start: Period, last: Period): Era {
  const turn = (period: Period) => ({ period, event: name, source: "" });
  return { code, name, hue: "other-1", onset: turn(start), peak: turn(last), trough: turn(last) };
}
