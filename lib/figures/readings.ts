import type { Unit } from "../series/unit.ts";
import { shownUnit } from "./display.ts";
import type { Point } from "./model.ts";
import type { Benchmark } from "./panels.ts";
import { type PlottedLine, rangeOf } from "./plotted-line.ts";
import type { FigureSpec } from "./spec.ts";
import type { Reading, Readings, Value } from "./template.ts";

type Known = Point & { readonly y: number };

/** What titles and the summary may say of a line: only values that are drawn, the last one with its band. */
export function readLine(line: PlottedLine): Reading {
  const reading = readPoints(line.points, line.unit);
  const { last } = reading.values;
  const range = last && rangeOf(line)?.points.find(({ period }) => period === last.period)?.text;
  return range ? { ...reading, values: { ...reading.values, last: { ...last, range } } } : reading;
}

/** The first, last, least and greatest of points, and how many are not missing. */
export function readPoints(points: readonly Point[], unit: Unit): Reading {
  const known = points.filter(isKnown);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return { values: {}, n: 0 };
  const values = {
    first: valueAt(first, unit),
    last: valueAt(last, unit),
    min: valueAt(lowest(known), unit),
    max: valueAt(highest(known), unit),
  };
  return { values, n: known.length };
}

/** A reading of one number. */
export function readValue(value: Value): Reading {
  return { values: { value, last: value }, n: 1 };
}

/** A reading of a benchmark, in the unit its figure shows it in. */
export function readBenchmark({ evaluation, value }: Benchmark, display: FigureSpec["display"]): Reading {
  const unit = shownUnit(evaluation.type.unit, display);
  return readValue({ value, unit, period: evaluation.scalar?.period ?? null });
}

/**
 * Readings of lines on a clock. The age is that of the last value of the era with the latest onset. `same` of a
 * line of that era is the value which the first line of another era had at that age; `same` of any other line
 * is its own value at that age.
 */
export function readClockLines(lines: readonly PlottedLine[]): Readings {
  const newest = newestEra(lines);
  const age = newest === null ? null : lastStep(lines, newest);
  const rival = lines.find((line) => line.era?.code !== newest);
  return new Map(
    lines.map((line) => {
      const reading = readLine(line);
      const compared = line.era?.code === newest ? rival : line;
      const same = compared && age !== null ? knownAtAge(compared, age) : null;
      if (!compared || !same) return [line.spec.id, reading];
      return [
        line.spec.id,
        { ...reading, values: { ...reading.values, same: valueAt(same, compared.unit) } },
      ];
    }),
  );
}

/** Code of the era with the latest onset among the lines. */
export function newestEra(lines: readonly PlottedLine[]): string | null {
  const eras = lines.flatMap(({ era }) => (era ? [era] : []));
  return eras.toSorted((a, b) => (a.onset.period < b.onset.period ? 1 : -1))[0]?.code ?? null;
}

/** The step of the last value among the lines of an era. */
export function lastStep(lines: readonly PlottedLine[], era: string): number | null {
  const steps = lines
    .filter((line) => line.era?.code === era)
    .flatMap(({ points }) => points.filter(({ y }) => y !== null).map(({ x }) => x));
  return steps.length === 0 ? null : Math.max(...steps);
}

function knownAtAge({ points }: PlottedLine, age: number): Known | null {
  return points.filter(isKnown).find(({ x, xEnd }) => x === age || (x <= age && age < xEnd)) ?? null;
}

function isKnown(point: Point): point is Known {
  return point.y !== null;
}

function valueAt({ y, period }: Known, unit: Unit): Value {
  return { value: y, unit, period };
}

function lowest(points: readonly Known[]): Known {
  return points.reduce((best, point) => (point.y < best.y ? point : best));
}

function highest(points: readonly Known[]): Known {
  return points.reduce((best, point) => (point.y > best.y ? point : best));
}
