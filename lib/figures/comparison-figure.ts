import { givesStoredValues } from "../formula/index.ts";
import { formatValue } from "../numbers/format-value.ts";
import { unitWords } from "../numbers/unit-words.ts";
import { err, ok, type Result } from "../result.ts";
import type { SeriesRecord } from "../series/record.ts";
import type { Prices, Unit } from "../series/unit.ts";
import { valueAxis } from "./axes.ts";
import type { FigureContext, FigureData } from "./data.ts";
import { isSameUnit, shownUnit } from "./display.ts";
import { type Evaluation, evaluate } from "./evaluation.ts";
import { statusFootnotes } from "./footnotes.ts";
import { emptyFrame, frame } from "./frame.ts";
import type { Axis, FigureModel, Item, ItemGroup } from "./model.ts";
import { readValue } from "./readings.ts";
import type { ComparisonFigureSpec, ItemSpec } from "./spec.ts";
import { itemTable } from "./table.ts";
import { fillTemplate, type Readings } from "./template.ts";
import { setLabels } from "./unlike.ts";

/** An item with its number. */
interface ReadItem {
  readonly spec: ItemSpec;
  readonly evaluation: Evaluation;
  readonly scalar: NonNullable<Evaluation["scalar"]> & { readonly value: number };
  readonly unit: Unit;
}

/**
 * A figure of single values, one a row, on an axis from zero: one for all, or one a group where the groups are
 * in money of different price bases. Each item carries the guard's own sentence about
 * its number; items of one group (or all, without groups) are compared with each other.
 */
export function buildComparisonFigure(
  spec: ComparisonFigureSpec,
  data: FigureData,
  context: FigureContext,
): FigureModel {
  const read: ReadItem[] = [];
  const missing: FigureModel["missing"][number][] = [];
  for (const item of spec.items) {
    const result = readItem(item, data.records, spec.display, read[0]);
    if (result.ok) read.push(result.value);
    else missing.push({ label: item.label, reason: result.error });
  }
  const first = read[0];
  if (!first) return emptyFrame(spec, data, context, missing);

  const readings: Readings = new Map(read.map((item) => [item.spec.id, readValue(readingOf(item))]));
  const items = read.map((item) => modelItem(item, readings));
  const x = itemAxis(read, first.unit, spec.axisMax);
  return frame(spec, data, context, {
    x,
    panels: [{ id: "main", title: null, y: rowAxis(items.length), lines: [], benchmarks: [] }],
    missing,
    uses: read.map(({ spec: { label }, evaluation }) => ({ label, evaluation, periods: [] })),
    readings,
    setLabels: setLabels(comparedGroups(read)),
    items,
    groups: modelGroups(spec, read, first.unit),
    itemMark: spec.mark,
    footnotes: statusFootnotes(read.map(({ scalar }) => scalar.status)),
    table: itemTable(
      spec.subtitle,
      items,
      new Map(
        read.map(({ spec: { id, formula }, unit }) => [
          id,
          { unit, isComputed: !givesStoredValues(formula) },
        ]),
      ),
      spec.groups,
    ),
    summary: items.map(itemSentence).join(" "),
    lastDrawn: read.flatMap(({ scalar }) => scalar.period ?? []),
    watched: [],
  });
}

function readItem(
  spec: ItemSpec,
  records: ReadonlyMap<string, SeriesRecord>,
  display: ComparisonFigureSpec["display"],
  first: ReadItem | undefined,
): Result<ReadItem, string> {
  const evaluation = evaluate(spec.formula, records);
  if (!evaluation.ok) return evaluation;
  const { scalar, formula, type } = evaluation.value;
  if (!scalar)
    return err(`${formula} is a whole series, not one number; choose a period, as in ${formula}@2000.`);
  if (scalar.value === null) return err(`No value is known for ${formula}.`);
  const unit = shownUnit(type.unit, display);
  if (first && !isSameUnit(unit, first.unit)) {
    return err(
      `It is in ${unitWords(unit)}, but the axis is in ${unitWords(first.unit)}; give it a figure of its own.`,
    );
  }
  return ok({ spec, evaluation: evaluation.value, scalar: { ...scalar, value: scalar.value }, unit });
}

function modelItem({ spec, evaluation, scalar, unit }: ReadItem, readings: Readings): Item {
  const { id, label, detail, group, hue, kind } = spec;
  return {
    id,
    label,
    detail: detail === undefined ? null : fillTemplate(detail, readings),
    group: group ?? null,
    hue,
    kind: kind ?? null,
    value: scalar.value,
    text: formatValue(scalar.value, unit),
    status: scalar.status,
    unlike: evaluation.labels.length === 0 ? null : evaluation.labels.join(" "),
  };
}

function readingOf({ scalar, unit }: ReadItem) {
  return { value: scalar.value, unit, period: scalar.period };
}

function comparedGroups(read: readonly ReadItem[]) {
  const groups = new Set(read.map(({ spec }) => spec.group));
  return [...groups].map((group) =>
    read
      .filter(({ spec }) => spec.group === group)
      .flatMap(({ spec: { label }, evaluation: { type, extent }, scalar: { period } }) =>
        period === null ? [] : [{ label, type, extent, from: period, to: period }],
      ),
  );
}

/** Money of one day and money of another have no common scale: each group then stands on its own. */
function modelGroups(spec: ComparisonFigureSpec, read: readonly ReadItem[], unit: Unit): ItemGroup[] {
  const haveOwnAxes = onlyPrices(read) === null;
  return spec.groups.map((group) => {
    const own = read.filter((item) => item.spec.group === group.id);
    return { ...group, axis: haveOwnAxes && own.length > 0 ? itemAxis(own, unit, spec.axisMax) : null };
  });
}

function itemAxis(read: readonly ReadItem[], unit: Unit, end: number | undefined): Axis {
  const values = read.map(({ scalar }) => scalar.value);
  return valueAxis({
    values,
    unit,
    prices: onlyPrices(read) ?? { kind: "none" },
    scale: "linear",
    zero: true,
    end,
  });
}

/** The price basis that all items share, or `null` when they differ. */
function onlyPrices(read: readonly ReadItem[]): Prices | null {
  const bases = new Map(read.map(({ evaluation: { type } }) => [JSON.stringify(type.prices), type.prices]));
  const [prices] = bases.values();
  return bases.size === 1 && prices ? prices : null;
}

/** Rows have an order, not a quantity. */
function rowAxis(rows: number): Axis {
  return { kind: "step", scale: "linear", domain: [0, rows], ticks: [], title: "" };
}

function itemSentence({ label, text, detail, unlike }: Item): string {
  const made = detail === null ? "" : ` (${detail})`;
  return `${label}: ${text}${made}.${unlike === null ? "" : ` ${unlike}`}`;
}
