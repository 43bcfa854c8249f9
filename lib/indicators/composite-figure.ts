import type { Era } from "../eras/era.ts";
import type { FigureData } from "../figures/data.ts";
import { FigureSpec } from "../figures/spec.ts";
import { formatPeriod } from "../numbers/format-period.ts";
import { CLOCK_SPAN, type ClockMonth, type CompositeReading } from "./composite-reading.ts";
import { computedRecord } from "./computed-record.ts";

/** The name of the figure of the composite, beside those that are saved. */
export const COMPOSITE_FIGURE = "composite";

/** What the lines are called in formulas: these series are computed, and never stored. */
const CODES = {
  now: { level: "COMPOSITE_NOW", low: "COMPOSITE_NOW_LOW", high: "COMPOSITE_NOW_HIGH" },
  then: { level: "COMPOSITE_THEN", low: "COMPOSITE_THEN_LOW", high: "COMPOSITE_THEN_HIGH" },
} as const;

const UNIT = {
  type: { kind: "index", base: "0 = calm years, 100 = dot-com peak" },
  words: "points: 0 in calm years, 100 at the dot-com peak",
} as const;

/**
 * The composite then and now on one clock, as a figure: its specification, and the data that it draws. `knownOn` is the
 * day on which the inputs were known, which may be later than the last that they can be read for.
 */
export function compositeFigure(
  { clock }: CompositeReading,
  { now, run }: { readonly now: Era; readonly run: Era },
  knownOn: string,
): { readonly spec: FigureSpec; readonly data: FigureData } {
  const record = (
    code: string,
    title: string,
    months: readonly ClockMonth[],
    of: (month: ClockMonth) => number | null,
  ) => {
    const values = months.map((each) => ({ period: each.month, value: of(each) }));
    return [code, computedRecord({ code, title, values, unit: UNIT, day: knownOn })] as const;
  };
  const levels = (boom: "now" | "then", name: string) => [
    record(CODES[boom].level, `Composite, ${name}`, clock[boom], ({ level }) => level),
    record(CODES[boom].low, `Low end of its range, ${name}`, clock[boom], ({ band }) => band?.low ?? null),
    record(CODES[boom].high, `High end of its range, ${name}`, clock[boom], ({ band }) => band?.high ?? null),
  ];
  return {
    spec: specOf(now, run, knownOn),
    data: {
      records: new Map([...levels("now", "AI boom"), ...levels("then", "internet boom")]),
      eras: [now, run],
      events: [],
    },
  };
}

function specOf(now: Era, run: Era, knownOn: string): FigureSpec {
  const range = ({ low, high }: { readonly low: string; readonly high: string }) => ({
    low,
    high,
    label: "5th to 95th percentile",
  });
  return FigureSpec.parse({
    name: COMPOSITE_FIGURE,
    kind: "clock",
    clock: "M",
    range: CLOCK_SPAN,
    zero: true,
    display: "number",
    titles: [
      {
        when: { left: "ai.last", op: ">", right: "dotcom.max" },
        text: "Taken together, the AI boom reads {ai.last}, above the {dotcom.max} of the dot-com run at its highest",
      },
      {
        when: { left: "ai.last", op: ">", right: "ai.same" },
        text: "Taken together, the AI boom reads {ai.last}; the internet boom read {ai.same} at the same age and {dotcom.max} at its highest",
      },
      {
        text: "Taken together, the AI boom reads {ai.last}; the internet boom read {dotcom.max} at its highest",
      },
    ],
    subtitle:
      "Composite of the indicators that carry weight, by months since onset. 0 = level of calm years, 100 = every input at its own dot-com peak.",
    lines: [
      {
        id: "ai",
        formula: CODES.now.level,
        label: "AI boom",
        hue: "ai",
        era: now.code,
        range: range(CODES.now),
      },
      {
        id: "dotcom",
        formula: CODES.then.level,
        label: "Internet boom",
        hue: "dotcom",
        era: run.code,
        range: range(CODES.then),
      },
    ],
    notes: [
      `Each month counts what had ended by its last day, as known on ${formatPeriod(knownOn)}: the past is seen with today’s figures, and not as it was known then.`,
      "Inputs that were not stored for a time do not count in it; where fewer than three quarters of the pillars can be read, there is no value.",
      "A heuristic, not a probability, not advice.",
    ],
  });
}
