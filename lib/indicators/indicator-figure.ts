import type { Era } from "../eras/era.ts";
import { FigureSpec } from "../figures/spec.ts";
import { mustParse } from "../periods/period.ts";
import type { Indicator } from "./indicator.ts";
import type { Reading } from "./reading.ts";

/** How each frequency is laid on a clock: by which step, and how many steps before and after the onset. */
const CLOCKS = {
  D: { clock: "M", range: { from: -24, to: 96 } },
  W: { clock: "M", range: { from: -24, to: 96 } },
  M: { clock: "M", range: { from: -24, to: 96 } },
  Q: { clock: "Q", range: { from: -8, to: 32 } },
  H: { clock: "Q", range: { from: -8, to: 32 } },
  A: { clock: "A", range: { from: -5, to: 8 } },
} as const;

/**
 * The figure of an indicator: what it was now and then on one clock, or by date when it has no dot-com counterpart;
 * `null` for what no formula draws: a ratio of dated amounts, or a statistic, which is drawn with its test.
 */
export function indicatorFigure(
  reading: Reading,
  { now, run }: { readonly now: Era; readonly run: Era },
): FigureSpec | null {
  const { indicator } = reading;
  if (reading.status === "unavailable" || indicator.kind !== "level") return null;
  const frame = {
    name: `indicator-${indicator.name}`,
    subtitle: `${indicator.definition}.`,
    display: indicator.display,
    notes: [],
  };
  if (indicator.then === null) return aloneFigure(indicator, frame);
  const { frequency } = mustParse(reading.now.period);
  return FigureSpec.parse({
    ...frame,
    kind: "clock",
    ...CLOCKS[frequency],
    titles: [
      {
        when: { left: "ai.last", op: ">", right: "dotcom.max" },
        text: "{ai.last} now, above the {dotcom.max} of the dot-com years",
      },
      { text: "{ai.last} now, {dotcom.max} at most in the dot-com years" },
    ],
    lines: [
      { id: "ai", formula: indicator.now, label: "AI boom", hue: "ai", era: now.code, connectGaps: true },
      {
        id: "dotcom",
        formula: indicator.then,
        label: "Internet boom",
        hue: "dotcom",
        era: run.code,
        connectGaps: true,
      },
    ],
  });
}

function aloneFigure({ now, title }: Indicator, frame: object): FigureSpec {
  return FigureSpec.parse({
    ...frame,
    kind: "time",
    titles: [{ text: `${title}: {now.last} in {now.last.period}` }],
    lines: [{ id: "now", formula: now, label: title, hue: "ai", mark: "dot" }],
  });
}
