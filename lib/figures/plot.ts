import type { Result } from "../result.ts";
import type { SeriesRecord } from "../series/record.ts";
import type { FigureParts } from "./frame.ts";
import { comparedSets } from "./line-sets.ts";
import type { FigureModel } from "./model.ts";
import { type Benchmark, buildPanels, readBenchmarks } from "./panels.ts";
import type { PlottedLine } from "./plotted-line.ts";
import type { ClockFigureSpec, LineSpec, TimeFigureSpec } from "./spec.ts";
import { setLabels } from "./unlike.ts";

type Missing = FigureModel["missing"][number];

/** The lines of a figure in their panels, with the levels they are compared with. */
export interface Plot extends Pick<FigureParts, "panels" | "missing" | "uses" | "setLabels"> {
  readonly drawn: readonly PlottedLine[];
  readonly benchmarks: readonly Benchmark[];
}

/**
 * Plots the lines of a figure as `plotted` places each, and its benchmarks. What cannot be drawn, be it for its
 * formula, its place or its unit, is missing with the reason; the rest goes on. A line goes on without its band.
 */
export function plotFigure(
  spec: TimeFigureSpec | ClockFigureSpec,
  records: ReadonlyMap<string, SeriesRecord>,
  plotted: (line: LineSpec) => Result<PlottedLine, string>,
): Plot {
  const lines: PlottedLine[] = [];
  const missing: Missing[] = [];
  for (const line of spec.lines) {
    const result = plotted(line);
    if (result.ok) lines.push(result.value);
    else missing.push({ label: line.label, reason: result.error });
  }
  const { benchmarks, missing: missingLevels } = readBenchmarks(spec.benchmarks, records);
  const { scale, zero, display } = spec;
  const built = buildPanels({
    lines,
    benchmarks,
    panels: spec.kind === "time" ? spec.panels : [],
    scale,
    zero,
    display,
  });
  const { panels, drawn } = built;
  const levels = new Set(panels.flatMap((panel) => panel.benchmarks.map(({ id }) => id)));
  return {
    panels,
    drawn,
    benchmarks,
    missing: [...missing, ...built.missing, ...drawn.flatMap(missingRange), ...missingLevels],
    uses: [
      ...drawn.flatMap(({ uses }) => uses),
      ...benchmarks
        .filter((level) => levels.has(level.spec.id))
        .map(({ spec: { label }, evaluation }) => ({ label, evaluation, periods: [] })),
    ],
    setLabels: setLabels(comparedSets(panels, drawn, benchmarks)),
  };
}

function missingRange({ spec, range }: PlottedLine): Missing[] {
  if (!spec.range || !range || range.ok) return [];
  return [{ label: `${spec.label}, ${spec.range.label}`, reason: range.error }];
}
