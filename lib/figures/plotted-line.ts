import type { Era } from "../eras/era.ts";
import { ok, type Result } from "../result.ts";
import type { SeriesRecord } from "../series/record.ts";
import type { Unit } from "../series/unit.ts";
import { type Evaluation, evaluate, type Use } from "./evaluation.ts";
import type { Line, Point } from "./model.ts";
import { knownPeriods, type PlacedValues, type Placement, placeValues, pointAt } from "./placed-values.ts";
import { modelRange, type PlottedRange, plotRange } from "./plotted-range.ts";
import type { FigureSpec, LineSpec } from "./spec.ts";

/** A line with every number decided. */
export interface PlottedLine extends PlacedValues {
  readonly spec: LineSpec;
  readonly era: Era | null;
  readonly firstReports: readonly Point[];
  /** Its band; refused with a reason, it is missing while the line is drawn. */
  readonly range: Result<PlottedRange, string> | null;
  /** What its points, first reports and band are of. */
  readonly uses: readonly Use[];
}

interface LineSetting {
  readonly display: FigureSpec["display"];
  readonly scale: "linear" | "log";
  readonly era: Era | null;
}

/** Evaluates a line and puts its values in their places; refused with the sentence the figure shows instead. */
export function plotLine(
  spec: LineSpec,
  records: ReadonlyMap<string, SeriesRecord>,
  placement: Placement,
  { display, scale, era }: LineSetting,
): Result<PlottedLine, string> {
  const evaluation = evaluate(spec.formula, records);
  if (!evaluation.ok) return evaluation;
  const rebasing = placement.rebasing?.(evaluation.value.observations) ?? ok(null);
  if (!rebasing.ok) return rebasing;
  const setting = { mark: spec.mark, display, scale, placement, rebasing: rebasing.value };
  const values = placeValues(evaluation.value, setting);
  if (!values.ok) return values;

  const { points, unit } = values.value;
  const first = spec.firstReports ? restatedSince(spec, records, placement, points, unit) : null;
  const range = spec.range ? plotRange(spec.label, spec.range, evaluation.value, records, setting) : null;
  return ok({
    ...values.value,
    spec,
    era,
    firstReports: first?.points ?? [],
    range,
    uses: [
      {
        label: spec.label,
        evaluation: evaluation.value,
        periods: [...knownPeriods(points), ...(rebasing.value ? [rebasing.value.base] : [])],
      },
      ...(first
        ? [{ label: spec.label, evaluation: first.evaluation, periods: knownPeriods(first.points) }]
        : []),
      ...(range?.ok ? range.value.uses : []),
    ],
  });
}

/** The band of a line, or `null` when it has none or none that can be drawn. */
export function rangeOf({ range }: PlottedLine): PlottedRange | null {
  return range?.ok ? range.value : null;
}

/** The model's line. */
export function modelLine(line: PlottedLine): Line {
  const { id, label, hue, mark, connectGaps } = line.spec;
  const { points, firstReports } = line;
  const range = rangeOf(line);
  return { id, label, hue, mark, connectGaps, points, firstReports, range: range && modelRange(range) };
}

/** Whether a mark fills from zero. */
export function isFilled(mark: LineSpec["mark"]): boolean {
  return mark === "bar" || mark === "area";
}

/** The first reports that differ from the values drawn. */
function restatedSince(
  spec: LineSpec,
  records: ReadonlyMap<string, SeriesRecord>,
  placement: Placement,
  points: readonly Point[],
  unit: Unit,
): { readonly points: Point[]; readonly evaluation: Evaluation } | null {
  const first = evaluate(spec.formula, records, "first");
  if (!first.ok) return null;
  const now = new Map(points.map((point) => [point.period, point.y]));
  const restated = placement
    .place(first.value.observations)
    .filter(({ period, value }) => value !== null && now.has(period) && now.get(period) !== value)
    .map((placed) => pointAt(placed, spec.mark, unit, "linear"));
  return { points: restated, evaluation: first.value };
}
