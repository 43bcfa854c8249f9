import { formatPeriod } from "../numbers/format-period.ts";
import { unitWords } from "../numbers/unit-words.ts";
import { frequencyWords } from "../periods/frequency.ts";
import { err, ok, type Result } from "../result.ts";
import type { SeriesRecord } from "../series/record.ts";
import { isSameUnit, shownUnit } from "./display.ts";
import { type Evaluation, evaluate, type Use } from "./evaluation.ts";
import type { LineRange, RangePoint } from "./model.ts";
import { knownPeriods, type PlacedValues, placeValues, type Setting } from "./placed-values.ts";
import type { LineSpec } from "./spec.ts";

type RangeSpec = NonNullable<LineSpec["range"]>;

/** The band of a line with every number decided: what its ends are of, and where both are known. */
export interface PlottedRange {
  readonly label: string;
  readonly low: PlacedValues;
  readonly high: PlacedValues;
  /** In x order: every period that either end has. */
  readonly points: readonly RangePoint[];
  readonly uses: readonly Use[];
}

/**
 * Evaluates both ends of a line's band and pairs them by period, in the unit, frequency and rebasing of the line. Refused
 * with a sentence when an end is, when no period has both, or when the low end is above the high one.
 */
export function plotRange(
  lineLabel: string,
  spec: RangeSpec,
  line: Evaluation,
  records: ReadonlyMap<string, SeriesRecord>,
  setting: Setting,
): Result<PlottedRange, string> {
  const low = plotEnd(spec.low, line, records, setting);
  const high = plotEnd(spec.high, line, records, setting);
  if (!low.ok || !high.ok) {
    const reasons = [low.ok ? null : `Low end: ${low.error}`, high.ok ? null : `High end: ${high.error}`];
    return err(reasons.filter((reason) => reason !== null).join(" "));
  }
  const points = pairEnds(low.value, high.value);
  if (points.every(({ text }) => text === null)) {
    return err("No period has both ends; choose formulas whose periods overlap.");
  }
  const crossed = points.find((at) => at.low !== null && at.high !== null && at.low > at.high);
  if (crossed) {
    const words = `${formatPeriod(crossed.period)} (${crossed.text})`;
    return err(`The low end is above the high end in ${words}; exchange the formulas or mend the values.`);
  }
  return ok({
    label: spec.label,
    low: low.value,
    high: high.value,
    points,
    uses: [low.value, high.value].map(({ evaluation, points: known }) => ({
      label: `${lineLabel}, ${spec.label}`,
      evaluation,
      periods: knownPeriods(known),
    })),
  });
}

/** The model's band. */
export function modelRange({ label, points }: PlottedRange): LineRange {
  return { label, points };
}

function plotEnd(
  formula: string,
  line: Evaluation,
  records: ReadonlyMap<string, SeriesRecord>,
  setting: Setting,
): Result<PlacedValues, string> {
  const evaluation = evaluate(formula, records);
  if (!evaluation.ok) return evaluation;
  const unlike = unlikeLine(evaluation.value, line, setting.display);
  return unlike === null ? placeValues(evaluation.value, setting) : err(unlike);
}

function unlikeLine(
  { type: end }: Evaluation,
  { type: line }: Evaluation,
  display: Setting["display"],
): string | null {
  const [endUnit, lineUnit] = [shownUnit(end.unit, display), shownUnit(line.unit, display)];
  if (!isSameUnit(endUnit, lineUnit)) {
    return `It is in ${unitWords(endUnit)}, but its line is in ${unitWords(lineUnit)}; give both one unit.`;
  }
  if (end.frequency === line.frequency) return null;
  const [endWords, lineWords] = [frequencyWords(end.frequency), frequencyWords(line.frequency)];
  return `It is ${endWords.adjective}, but its line is ${lineWords.adjective}; bring both to one frequency.`;
}

/** Every period that either end has, in x order, with nothing filled in. */
function pairEnds(low: PlacedValues, high: PlacedValues): RangePoint[] {
  const highs = new Map(high.points.map((point) => [point.period, point]));
  const lows = new Map(low.points.map((point) => [point.period, point]));
  const either = new Map([...lows, ...highs]);
  return [...either.values()]
    .toSorted((a, b) => a.x - b.x)
    .map(({ x, xEnd, period }) => {
      const [from, to] = [lows.get(period), highs.get(period)];
      const ends = { low: from?.y ?? null, high: to?.y ?? null };
      const isWhole = ends.low !== null && ends.high !== null;
      return { x, xEnd, ...ends, period, text: isWhole ? `${from?.text} to ${to?.text}` : null };
    });
}
