import type { Era } from "../eras/era.ts";
import type { FigureData, FigureEvent } from "../figures/data.ts";
import { FigureSpec } from "../figures/spec.ts";
import type { Period } from "../periods/period.ts";
import { ALARM_LEVEL } from "./alarms.ts";
import { BACK_TEST_SPAN, type BackTestMonth } from "./back-test.ts";
import { computedRecord } from "./computed-record.ts";

/** The event of the dot-com peak, by its code. */
const PEAK_EVENT = "nasdaq-peak-2000";

/** What the lines are called in formulas: these series are computed, and never stored. */
const CODES = {
  mean: "BACK_TEST_PILLARS",
  index: "BACK_TEST_INDEX",
  alarm: "BACK_TEST_ALARM",
} as const;

const UNIT = {
  type: { kind: "index", base: "0 = lowest of its past, 100 = highest" },
  words: "points: 0 for the lowest of all values until then, 100 for the highest",
} as const;

/** What the figure is drawn from. */
export interface BackTestDrawn {
  readonly months: readonly BackTestMonth[];
  readonly run: Era;
  readonly events: readonly FigureEvent[];
  /** The day on which all of it was known, `YYYY-MM-DD`. */
  readonly day: string;
}

/** The reading of each month against the level of an alarm, as a figure: its specification, and the data it draws. */
export function backTestFigure({ months, run, events, day }: BackTestDrawn): {
  readonly spec: FigureSpec;
  readonly data: FigureData;
} {
  const record = (code: string, title: string, of: (month: BackTestMonth) => number | null) => {
    const values = months.map((each) => ({ period: each.month, value: of(each) }));
    return [code, computedRecord({ code, title, values, unit: UNIT, day })] as const;
  };
  const hasIndex = months.some(({ index }) => index !== null);
  return {
    spec: specOf({ hasIndex, run, end: months.at(-1)?.month ?? BACK_TEST_SPAN.to }),
    data: {
      records: new Map([
        record(CODES.mean, "Mean of the pillars that could be read", ({ ofPillars }) => ofPillars),
        record(CODES.index, "Composite by its own rules", ({ index }) => index),
        record(CODES.alarm, "Level of an alarm", () => ALARM_LEVEL),
      ]),
      eras: [run],
      events,
    },
  };
}

interface Shown {
  /** Whether any month has a value by the composite's own rules. */
  readonly hasIndex: boolean;
  readonly run: Era;
  readonly end: Period;
}

function specOf({ hasIndex, run, end }: Shown): FigureSpec {
  const index = { id: "index", formula: CODES.index, label: "Composite by its own rules", hue: "ink" };
  return FigureSpec.parse({
    name: "back-test",
    kind: "time",
    display: "number",
    zero: true,
    range: BACK_TEST_SPAN,
    titles: [{ text: "At most {mean.max} in {mean.max.period}, {mean.last} at the end" }],
    subtitle:
      "Mean of the pillars that could be read at the end of each month. 0 = lowest of all values until then, 100 = highest.",
    lines: [
      { id: "mean", formula: CODES.mean, label: "Mean of pillars", hue: run.hue },
      ...(hasIndex ? [index] : []),
    ],
    benchmarks: [{ id: "alarm", formula: `${CODES.alarm}@${end}`, label: "Alarm", hue: "ink" }],
    bands: [run.code],
    events: [PEAK_EVENT],
    notes: [
      "Each month counts only what had ended by its last day, placed among what had gone before it. Much of it is stored in later copies alone, with whatever was corrected since.",
      "A heuristic, not a probability, not advice.",
    ],
  });
}
