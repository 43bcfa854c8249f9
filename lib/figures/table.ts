import { formatPeriod } from "../numbers/format-period.ts";
import { formatValue, type NumberStyle } from "../numbers/format-value.ts";
import { unitSign } from "../numbers/unit-words.ts";
import { dayNumber, endDayNumber, type Period } from "../periods/period.ts";
import type { Status } from "../series/series.ts";
import type { Unit } from "../series/unit.ts";
import type { Item, Panel, Point, Table } from "./model.ts";
import { lineName } from "./panels.ts";
import type { PlacedValues } from "./placed-values.ts";
import { type PlottedLine, rangeOf } from "./plotted-line.ts";

/** The unit of a value, and whether it was computed from stored ones. The exact value stays beside its text. */
export interface Shown {
  readonly unit: Unit;
  readonly isComputed: boolean;
}

const PLAIN: Shown = { unit: { kind: "index", base: "" }, isComputed: false };

type Column = Table["columns"][number];
type Cell = Table["rows"][number][number];

/** Rows of a time figure: every period that any line has, in calendar order; a column a line, and two more for its band. */
export function calendarTable(
  caption: string,
  lines: readonly PlottedLine[],
  panels: readonly Panel[],
): Table {
  const sources = lines.flatMap((line) => sourcesOf(line, lineName(line.spec, panels)));
  const periods = [...new Set(sources.flatMap(({ points }) => points.map(({ period }) => period)))];
  const inOrder = periods
    .map((period) => ({ period, from: dayNumber(period), to: endDayNumber(period) }))
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  const columns = sources.map((source) => ({
    source,
    at: new Map(source.points.map((point) => [point.period, point])),
  }));
  return {
    caption,
    columns: [{ id: "period", label: "Period", numeric: false }, ...sources.map(valueColumn)],
    rows: inOrder.map(({ period }) => [
      periodCell(period),
      ...columns.map(({ source, at }) => pointCell(at.get(period), source)),
    ]),
  };
}

/** Rows of a clock figure: every step that any line has; each line has its own period beside its value and the ends of its band. */
export function clockTable(caption: string, lines: readonly PlottedLine[], stepLabel: string): Table {
  const groups = lines.map((line) => {
    const sources = sourcesOf(line, line.spec.label);
    const at = sources.map(({ points }) => new Map(points.map((point) => [point.x, point])));
    return { line, sources, at };
  });
  const steps = [...new Set(groups.flatMap(({ at }) => at.flatMap((points) => [...points.keys()])))].toSorted(
    (a, b) => a - b,
  );
  return {
    caption,
    columns: [
      { id: "step", label: stepLabel, numeric: true },
      ...groups.flatMap(({ line: { spec }, sources }) => [
        { id: `${spec.id}-period`, label: `${spec.label}: period`, numeric: false },
        ...sources.map(valueColumn),
      ]),
    ],
    rows: steps.map((step) => [
      numberCell(step, { kind: "index", base: "" }, "full"),
      ...groups.flatMap(({ sources, at }) => {
        const points = at.map((source) => source.get(step));
        const period = points.find((point) => point !== undefined)?.period;
        return [
          period === undefined ? textCell(null) : periodCell(period),
          ...sources.map((source, index) => pointCell(points[index], source)),
        ];
      }),
    ]),
  };
}

/** Rows of a comparison figure: its items in order, each in its own unit. */
export function itemTable(
  caption: string,
  items: readonly Item[],
  shown: ReadonlyMap<string, Shown>,
  groups: ReadonlyArray<{ readonly id: string; readonly title: string }>,
): Table {
  const titles = new Map(groups.map(({ id, title }) => [id, title]));
  const hasGroups = items.some(({ group }) => group !== null && titles.has(group));
  const hasUnlike = items.some(({ unlike }) => unlike !== null);
  return {
    caption,
    columns: [
      ...(hasGroups ? [{ id: "group", label: "Group", numeric: false }] : []),
      { id: "item", label: "What", numeric: false },
      { id: "value", label: "Value", numeric: true },
      { id: "detail", label: "Made of", numeric: false },
      ...(hasUnlike ? [{ id: "unlike", label: "Unlike", numeric: false }] : []),
    ],
    rows: items.map((item) => [
      ...(hasGroups ? [textCell(titles.get(item.group ?? "") ?? null)] : []),
      textCell(item.label),
      valueCell(item.value, shown.get(item.id) ?? PLAIN, item.status),
      textCell([item.detail, item.kind].filter((part) => part !== null).join("; ") || null),
      ...(hasUnlike ? [textCell(item.unlike)] : []),
    ]),
  };
}

/** Rows of a scatter figure: periods with both values. */
export function scatterTable(
  caption: string,
  points: readonly Pick<Point, "period" | "x" | "y" | "status">[],
  x: Shown & { readonly label: string },
  y: Shown & { readonly label: string },
): Table {
  return {
    caption,
    columns: [
      { id: "period", label: "Period", numeric: false },
      { id: "x", label: withSign(x.label, x.unit), numeric: true },
      { id: "y", label: withSign(y.label, y.unit), numeric: true },
    ],
    rows: points.map((point) => [
      periodCell(point.period),
      numberCell(point.x, x.unit, styleOf(x)),
      valueCell(point.y, y, point.status),
    ]),
  };
}

/** The values of one column. */
interface Source extends PlacedValues {
  readonly id: string;
  readonly label: string;
}

/** A line, and the two ends of its band. */
function sourcesOf(line: PlottedLine, name: string): Source[] {
  const { id } = line.spec;
  const range = rangeOf(line);
  const own = { ...line, id, label: name };
  if (!range) return [own];
  return [
    own,
    { ...range.low, id: `${id}-low`, label: `${name}, ${range.label}: low` },
    { ...range.high, id: `${id}-high`, label: `${name}, ${range.label}: high` },
  ];
}

function valueColumn({ id, label, unit }: Source): Column {
  return { id, label: withSign(label, unit), numeric: true };
}

function withSign(label: string, unit: Unit): string {
  const sign = unitSign(unit);
  return sign === "" ? label : `${label} (${sign})`;
}

function periodCell(period: Period): Cell {
  return { text: formatPeriod(period), value: period };
}

function textCell(text: string | null): Cell {
  return { text: text ?? "–", value: text };
}

function numberCell(value: number, unit: Unit, style: NumberStyle): Cell {
  return { text: formatValue(value, unit, style), value };
}

function pointCell(point: Point | undefined, source: Source): Cell {
  if (!point) return textCell(null);
  const reports = point.y === null ? 0 : source.evaluation.mixedVintages(point.period).length;
  return valueCell(point.y, source, point.status, reports);
}

function styleOf({ isComputed }: Shown): NumberStyle {
  return isComputed ? "computed" : "full";
}

/** A value with the words for how sure it is, unless its publisher reported it, and for reports that it joins. */
function valueCell(value: number | null, shown: Shown, status: Status, reports = 0): Cell {
  if (value === null) return { text: formatValue(null, shown.unit), value };
  const words = [
    formatValue(value, shown.unit, styleOf(shown)),
    ...(status === "reported" ? [] : [status]),
    ...(reports > 0 ? [`of ${reports} reports`] : []),
  ];
  return { text: words.join(", "), value };
}
