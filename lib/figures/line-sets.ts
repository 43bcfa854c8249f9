import type { Period } from "../periods/period.ts";
import type { Status } from "../series/series.ts";
import type { Panel } from "./model.ts";
import type { Benchmark } from "./panels.ts";
import type { PlottedLine } from "./plotted-line.ts";
import type { Compared } from "./unlike.ts";

/** For the guard: what shares the axis of each panel, lines first, then benchmarks. */
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

/** The statuses of all values drawn. */
export function drawnStatuses(lines: readonly PlottedLine[]): Set<Status> {
  return new Set(
    lines.flatMap(({ points }) => points.filter(({ y }) => y !== null).map(({ status }) => status)),
  );
}

function comparedLine({ spec, type, evaluation, points }: PlottedLine): Compared[] {
  const [from, to] = [points[0]?.period, points.at(-1)?.period];
  return from && to ? [{ label: spec.label, type, extent: evaluation.extent, from, to }] : [];
}

function comparedBenchmark({ spec, evaluation }: Benchmark): Compared[] {
  const period = evaluation.scalar?.period ?? null;
  const { type, extent } = evaluation;
  return period === null ? [] : [{ label: spec.label, type, extent, from: period, to: period }];
}
