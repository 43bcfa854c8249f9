import { formatPeriod } from "../numbers/format-period.ts";
import { formatValue } from "../numbers/format-value.ts";
import { mustParse } from "../periods/period.ts";
import type { Panel } from "./model.ts";
import { lineName } from "./panels.ts";
import type { PlottedLine } from "./plotted-line.ts";
import type { Reading, Readings, Value } from "./template.ts";

/**
 * Sentences for people who do not see the plot: of each line its first, last, lowest and highest value with
 * their dates, the last one with its band; then what stood at the same age, and the benchmarks.
 */
export function lineSummary(
  lines: readonly PlottedLine[],
  readings: Readings,
  panels: readonly Panel[],
): string {
  const benchmarks = new Map(panels.flatMap((panel) => panel.benchmarks.map((level) => [level.id, level])));
  return [
    ...lines.flatMap((line) => {
      const reading = readings.get(line.spec.id);
      return reading ? [lineSentence(lineName(line.spec, panels), reading)] : [];
    }),
    ...sameAgeSentence(lines, readings),
    ...[...benchmarks.values()].map(({ label, text }) => `To compare with: ${label}, ${text}.`),
  ].join(" ");
}

function lineSentence(name: string, { values, n }: Reading): string {
  const { first, last, min, max } = values;
  if (!first || !last || !min || !max) return `${name}: no value.`;
  if (n === 1) return `${name}: ${dated(last)}.`;
  return `${name}: from ${dated(first)} to ${dated(last)}; lowest ${dated(min)}, highest ${dated(max)}.`;
}

function sameAgeSentence(lines: readonly PlottedLine[], readings: Readings): string[] {
  for (const { spec } of lines) {
    const { last, same } = readings.get(spec.id)?.values ?? {};
    if (last && same && last.period !== same.period) {
      return [`${spec.label} stands at ${dated(last)}, against ${dated(same)} at the same age.`];
    }
  }
  return [];
}

function dated({ value, unit, period, range }: Value): string {
  const text = formatValue(value, unit) + (range === undefined ? "" : ` (band ${range})`);
  if (period === null) return text;
  return `${text} ${mustParse(period).frequency === "D" ? "on" : "in"} ${formatPeriod(period)}`;
}
