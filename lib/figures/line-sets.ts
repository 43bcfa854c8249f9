import type { Period } from "../periods/period.ts";
import type { Status } from "../series/series.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Panel } from "./model.ts";
import type { Benchmark } from "./panels.ts";
import type { PlacedValues } from "./placed-values.ts";
import { type PlottedLine, rangeOf } from "./plotted-line.ts";
import type { Compared } from "./unlike.ts";

/** For the guard: what shares the axis of each panel, lines with their bands first, then benchmarks. */
export function comparedSets(
  panels: readonly Panel[],
  lines: readonly PlottedLine[],
  benchmarks: readonly Benchmark[],
): Compared[][] {
  return panels.map((panel) => [
    ...lines.filter(({ spec }) => panel.lines.some(({ id }) => id === spec.id)).flatMap(comparedLine),
    ...benchmarks
      .filter(({ spec }) => panel.benchmarks.some(({ id }) => id === spec.id))
      .flatMap(comparedBenchmark),
  ]);
}

/** The period of each line's last value. */
export function lastPeriods(lines: readonly PlottedLine[]): Period[] {
  return lines.flatMap(({ points }) => points.findLast(({ y }) => y !== null)?.period ?? []);
}

/** The formulas that lines and their bands are of. */
export function evaluationsOf(lines: readonly PlottedLine[]): Evaluation[] {
  return lines.flatMap((line) => {
    const range = rangeOf(line);
    return [line, ...(range ? [range.low, range.high] : [])].map(({ evaluation }) => evaluation);
  });
}

/** The statuses of all values of lines that are drawn. */
export function drawnStatuses(lines: readonly PlottedLine[]): Set<Status> {
  return new Set(
    lines.flatMap(({ points }) => points.filter(({ y }) => y !== null).map(({ status }) => status)),
  );
}

function comparedLine(line: PlottedLine): Compared[] {
  const { label } = line.spec;
  const range = rangeOf(line);
  return [line, ...(range ? [range.low, range.high] : [])].flatMap((values) => comparedValues(label, values));
}

function comparedValues(label: string, { type, evaluation, points }: PlacedValues): Compared[] {
  const [from, to] = [points[0]?.period, points.at(-1)?.period];
  return from && to ? [{ label, type, extent: evaluation.extent, from, to }] : [];
}

function comparedBenchmark({ spec, evaluation }: Benchmark): Compared[] {
  const period = evaluation.scalar?.period ?? null;
  const { type, extent } = evaluation;
  return period === null ? [] : [{ label: spec.label, type, extent, from: period, to: period }];
}
