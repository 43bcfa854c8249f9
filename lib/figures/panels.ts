import { formatValue } from "../numbers/format-value.ts";
import { unitWords } from "../numbers/unit-words.ts";
import type { SeriesRecord } from "../series/record.ts";
import { valueAxis } from "./axes.ts";
import { isSameUnit, shownUnit } from "./display.ts";
import { type Evaluation, evaluate } from "./evaluation.ts";
import type { FigureModel, Panel } from "./model.ts";
import { isFilled, modelLine, type PlottedLine, rangeOf } from "./plotted-line.ts";
import type { BenchmarkSpec, FigureSpec, LineSpec } from "./spec.ts";

type Missing = FigureModel["missing"][number];

/** A level to compare with, evaluated. */
export interface Benchmark {
  readonly spec: BenchmarkSpec;
  readonly evaluation: Evaluation;
  readonly value: number;
}

interface PanelRequest {
  readonly lines: readonly PlottedLine[];
  readonly benchmarks: readonly Benchmark[];
  readonly panels: ReadonlyArray<{ readonly id: string; readonly title: string }>;
  readonly scale: "linear" | "log";
  readonly zero: boolean;
  readonly display: FigureSpec["display"];
}

interface Group {
  readonly id: string;
  readonly title: string | null;
  readonly lines: readonly PlottedLine[];
}

/** Evaluates the benchmarks; one that gives no number is missing, with the reason. */
export function readBenchmarks(
  specs: readonly BenchmarkSpec[],
  records: ReadonlyMap<string, SeriesRecord>,
): { benchmarks: Benchmark[]; missing: Missing[] } {
  const benchmarks: Benchmark[] = [];
  const missing: Missing[] = [];
  for (const spec of specs) {
    const evaluation = evaluate(spec.formula, records);
    const value = evaluation.ok ? (evaluation.value.scalar?.value ?? null) : null;
    if (evaluation.ok && value !== null) benchmarks.push({ spec, evaluation: evaluation.value, value });
    else
      missing.push({
        label: spec.label,
        reason: evaluation.ok ? noNumber(evaluation.value) : evaluation.error,
      });
  }
  return { benchmarks, missing };
}

/**
 * The panels of a figure, in the spec's order; without panels in the spec, one. A panel without a line is left
 * out. Lines of one panel share a unit: one in another unit than the panel's first is missing, with the reason.
 * Panels of the same measure, unit and prices share one domain, so that their heights compare.
 */
export function buildPanels(request: PanelRequest): {
  panels: Panel[];
  drawn: PlottedLine[];
  missing: Missing[];
} {
  const missing: Missing[] = [];
  const groups = groupLines(request).map((group) => ({
    ...group,
    lines: sameUnitLines(group.lines, missing),
  }));
  const panels = groups
    .filter(({ lines }) => lines.length > 0)
    .map((group) => {
      const alike = groups
        .filter((other) => scaleKey(other) === scaleKey(group))
        .flatMap(({ lines }) => lines);
      return buildPanel(group, alike, request);
    });
  return { panels, drawn: groups.flatMap(({ lines }) => lines), missing };
}

/** A line's name where panels do not show: by its panel too, since panels repeat labels. */
export function lineName({ id, label }: LineSpec, panels: readonly Panel[]): string {
  const panel = panels.find(({ lines }) => lines.some((line) => line.id === id));
  return panel?.title ? `${panel.title}, ${label}` : label;
}

function buildPanel(
  { id, title, lines }: Group,
  alike: readonly PlottedLine[],
  request: PanelRequest,
): Panel {
  const first = lines[0];
  const unit = first?.unit ?? { kind: "multiple" };
  const benchmarks = request.benchmarks.filter((benchmark) =>
    isSameUnit(shownUnit(benchmark.evaluation.type.unit, request.display), unit),
  );
  const isFilledPanel = alike.some(({ spec }) => isFilled(spec.mark));
  return {
    id,
    title,
    y: valueAxis({
      values: [...alike.flatMap(drawnValues), ...benchmarks.map(({ value }) => value)],
      unit,
      prices: first?.type.prices ?? { kind: "none" },
      scale: isFilledPanel ? "linear" : request.scale,
      zero: request.zero || isFilledPanel,
    }),
    lines: lines.map(modelLine),
    benchmarks: benchmarks.map(({ spec, value }) => ({
      id: spec.id,
      at: value,
      label: spec.label,
      hue: spec.hue,
      text: formatValue(value, unit),
    })),
  };
}

function groupLines({ lines, panels }: PanelRequest): Group[] {
  const [main] = panels;
  if (!main) return [{ id: "main", title: null, lines }];
  const ids = new Set(panels.map(({ id }) => id));
  const homeOf = ({ spec }: PlottedLine) =>
    spec.panel !== undefined && ids.has(spec.panel) ? spec.panel : main.id;
  return panels.map(({ id, title }) => ({ id, title, lines: lines.filter((line) => homeOf(line) === id) }));
}

function sameUnitLines(lines: readonly PlottedLine[], missing: Missing[]): PlottedLine[] {
  const first = lines[0];
  return lines.filter((line) => {
    if (!first || isSameUnit(line.unit, first.unit)) return true;
    const reason = `It is in ${unitWords(line.unit)}, but this axis is in ${unitWords(first.unit)}; give it a panel of its own.`;
    missing.push({ label: line.spec.label, reason });
    return false;
  });
}

function scaleKey({ lines, id }: Group): string {
  const type = lines[0]?.type;
  return type ? JSON.stringify([type.measure, type.prices, lines[0]?.unit]) : id;
}

function drawnValues(line: PlottedLine): number[] {
  const values = [...line.points, ...line.firstReports].flatMap(({ y }) => (y === null ? [] : [y]));
  const ends = (rangeOf(line)?.points ?? []).flatMap(({ low, high }) => {
    return low === null || high === null ? [] : [low, high];
  });
  return [...values, ...ends];
}

function noNumber({ formula, scalar }: Evaluation): string {
  return scalar
    ? `No value is known for ${formula}.`
    : `${formula} is a whole series, not one number; choose a period, as in ${formula}@2000.`;
}
