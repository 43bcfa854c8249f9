import { formatPeriod } from "../numbers/format-period.ts";
import { formatValue, type NumberStyle } from "../numbers/format-value.ts";
import { unitSign } from "../numbers/unit-words.ts";
import { dayNumber, endDayNumber, type Period } from "../periods/period.ts";
import type { Status } from "../series/series.ts";
import type { Unit } from "../series/unit.ts";
import type { Item, Panel, Point, Table } from "./model.ts";
import { lineName } from "./panels.ts";
import type { PlottedLine } from "./plotted-line.ts";

/** The unit of a value, and whether it was computed from stored ones. The exact value stays beside its text. */
export interface Shown {
  readonly unit: Unit;
  readonly isComputed: boolean;
}

const PLAIN: Shown = { unit: { kind: "index", base: "" }, isComputed: false };

type Column = Table["columns"][number];
type Cell = Table["rows"][number][number];

/** Rows of a time figure: every period that any line has, in calendar order; a column a line. */
export function calendarTable(
  caption: string,
  lines: readonly PlottedLine[],
  panels: readonly Panel[],
): Table {
  const periods = [...new Set(lines.flatMap(({ points }) => points.map(({ period }) => period)))];
  const inOrder = periods
    .map((period) => ({ period, from: dayNumber(period), to: endDayNumber(period) }))
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  const columns = lines.map((line) => ({
    line,
    at: new Map(line.points.map((point) => [point.period, point])),
  }));
  return {
    caption,
    columns: [
      { id: "period", label: "Period", numeric: false },
      ...lines.map((line) => lineColumn(line, panels)),
    ],
    rows: inOrder.map(({ period }) => [
      periodCell(period),
      ...columns.map(({ line, at }) => pointCell(at.get(period), line)),
    ]),
  };
}

/** Rows of a clock figure: every step that any line has; each line has its own period beside its value. */
export function clockTable(caption: string, lines: readonly PlottedLine[], stepLabel: string): Table {
  const steps = [...new Set(lines.flatMap(({ points }) => points.map(({ x }) => x)))].toSorted(
    (a, b) => a - b,
  );
  const columns = lines.map((line) => ({ line, at: new Map(line.points.map((point) => [point.x, point])) }));
  return {
    caption,
    columns: [
      { id: "step", label: stepLabel, numeric: true },
      ...lines.flatMap((line) => [
        { id: `${line.spec.id}-period`, label: `${line.spec.label}: period`, numeric: false },
        lineColumn(line, []),
      ]),
    ],
    rows: steps.map((step) => [
      numberCell(step, { kind: "index", base: "" }, "full"),
      ...columns.flatMap(({ line, at }) => {
        const point = at.get(step);
        return [point ? periodCell(point.period) : textCell(null), pointCell(point, line)];
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

function lineColumn({ spec, unit }: PlottedLine, panels: readonly Panel[]): Column {
  return { id: spec.id, label: withSign(lineName(spec, panels), unit), numeric: true };
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

function pointCell(point: Point | undefined, line: PlottedLine): Cell {
  if (!point) return textCell(null);
  const reports = point.y === null ? 0 : line.evaluation.mixedVintages(point.period).length;
  return valueCell(point.y, line, point.status, reports);
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
