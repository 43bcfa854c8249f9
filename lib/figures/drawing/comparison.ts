import type { Axis, Drawable, Item, ItemGroup } from "../model.ts";
import type { Box } from "./box.ts";
import type { FigureDrawing, Shape } from "./drawing.ts";
import { isUnsure } from "./runs.ts";
import { type Scale, scaleOf } from "./scale.ts";
import { hatchPath, lineShape, textShape } from "./shapes.ts";
import { LINE_HEIGHT, TEXT_SIZE, textWidth, VALUE_SIZE, wrapText } from "./text-width.ts";

const BAR = 14;
const DOT = 5;
const ROW_GAP = 12;
const HEADING = 14;
/** Between a mark and the words under it. */
const BELOW = 5;

/** One row of a comparison figure: its words above its mark, its value at the right. */
export interface Row {
  readonly item: Item;
  readonly label: readonly string[];
  readonly aside: readonly string[];
  /** The guard's sentence, under the mark. */
  readonly unlike: readonly string[];
  /** Whether its heading joins things of different kinds, which the aside then points out. */
  readonly isMixed: boolean;
  readonly top: number;
  /** The full length of the axis at this row. */
  readonly track: Box;
}

/** Rows of labelled bars or dots from zero, under headings when there are groups. */
export function layoutComparison(model: Drawable, width: number): FigureDrawing {
  const { rows, headings, height } = placeRows(model, width);
  const marks = rows.flatMap((row) => rowMark(row, model));
  const words = rows.flatMap((row) => rowWords(row, model, width));
  const first = rows[0]?.track;
  return {
    width,
    height,
    under: [...headings, ...rows.flatMap((row) => trackOf(row, model))],
    marks,
    over: words,
    frames: first
      ? [
          {
            panelId: "items",
            plot: { ...first, y: 0, height },
            x: model.x,
            y: { scale: "linear", domain: [0, height] },
          },
        ]
      : [],
    labelBoxes: [],
  };
}

/** Where every row of a comparison figure goes; rows without a group come first. */
export function placeRows(
  model: Drawable,
  width: number,
): { rows: Row[]; headings: Shape[]; height: number } {
  const isDots = model.itemMark === "dot";
  const valueRoom =
    Math.ceil(Math.max(...model.items.map((item) => textWidth(wordsOf(item), VALUE_SIZE, true)))) + 12;
  const rows: Row[] = [];
  const headings: Shape[] = [];
  let top = 0;
  for (const group of [null, ...model.groups]) {
    const items = model.items.filter((item) => (group ? item.group === group.id : !isGrouped(item, model)));
    if (group && items.length > 0) {
      const heading = headingShapes(group, top, width);
      headings.push(...heading.shapes);
      top += heading.height;
    }
    const isMixed = new Set(items.map((item) => item.kind)).size > 1;
    for (const item of items) {
      const aside = item.kind ?? item.detail;
      const asideLines = aside === null ? [] : wrapText(aside, width * 0.46, 2);
      const asideRoom =
        asideLines.length === 0 ? 0 : Math.max(...asideLines.map((line) => textWidth(line))) + 12;
      const label = wrapText(item.label, width - asideRoom, 3, !isDots);
      const detail = item.kind !== null && item.detail !== null ? [item.detail] : [];
      const unlike = [...detail, ...(item.unlike === null ? [] : [`≠ ${item.unlike}`])].flatMap((text) =>
        wrapText(text, width, 4),
      );
      const markTop = top + Math.max(label.length, asideLines.length) * LINE_HEIGHT + 4;
      const track: Box = { x: 0, y: markTop, width: width - valueRoom, height: BAR };
      rows.push({ item, label, aside: asideLines, unlike, isMixed, top, track });
      top = markTop + BAR + (unlike.length > 0 ? BELOW + unlike.length * LINE_HEIGHT : 0) + ROW_GAP;
    }
  }
  return { rows, headings, height: Math.ceil(top - ROW_GAP + 6) };
}

/** The scale of a row's values; dots keep clear of the ends. */
function rowScale({ item, track }: Row, model: Drawable): Scale {
  return scaleOf(axisOf(item, model), track.x + (model.itemMark === "dot" ? DOT : 0), track.x + track.width);
}

function axisOf(item: Item, model: Drawable): Axis {
  return model.groups.find(({ id }) => id === item.group)?.axis ?? model.x;
}

/** The bar of a row, from zero to its value; `null` when the value is missing. */
export function rowBar(row: Row, model: Drawable): Box | null {
  if (row.item.value === null) return null;
  const scale = rowScale(row, model);
  const zero = scale(0) ?? row.track.x;
  const end = scale(row.item.value);
  return end === null ? null : { ...row.track, x: Math.min(zero, end), width: Math.abs(end - zero) };
}

function isGrouped(item: Item, model: Drawable): boolean {
  return model.groups.some((group) => group.id === item.group);
}

/** The title under a rule, and what the group is measured in where it has a scale of its own. */
function headingShapes(
  { title, axis }: ItemGroup,
  top: number,
  width: number,
): { shapes: Shape[]; height: number } {
  const rule = lineShape({ x: 0, y: top + 4 }, { x: width, y: top + 4 }, "grid");
  const lines = wrapText(title, width, 2, true);
  const words = lines.map((text, row) =>
    textShape(text, 0, top + 20 + row * LINE_HEIGHT, "text-strong", { bold: true }),
  );
  const measured = axis === null ? [] : wrapText(`On its own scale: ${axis.title}`, width, 2);
  const notes = measured.map((text, row) =>
    textShape(text, 0, top + 20 + (lines.length + row) * LINE_HEIGHT, "text-note"),
  );
  return {
    shapes: [rule, ...words, ...notes],
    height: HEADING + (lines.length + measured.length) * LINE_HEIGHT,
  };
}

/** A share is read against its whole, so its bar stands in the outline of 100 %. */
function trackOf({ track, item }: Row, model: Drawable): Shape[] {
  if (item.value === null) return [];
  if (model.itemMark === "dot") {
    const y = track.y + track.height / 2;
    return [lineShape({ x: 0, y }, { x: track.x + track.width, y }, "grid")];
  }
  const [from, to] = axisOf(item, model).domain;
  const isShare = from === 0 && to === 1;
  return isShare ? [{ kind: "rect", box: insetHalf(track), paint: "track" }] : [];
}

/** The bar or dot of a row; a missing value is hatched, and so is a number that joins unlike things. */
export function rowMark(row: Row, model: Drawable): Shape[] {
  const { item, track } = row;
  const bar = rowBar(row, model);
  if (!bar) return [{ kind: "path", d: hatchPath(track), paint: "absent" }];
  if (model.itemMark === "dot") return dotShapes(row, bar, model);
  if (item.unlike !== null) {
    return [
      { kind: "rect", box: insetHalf(bar), paint: "bar-hollow-method" },
      { kind: "path", d: hatchPath(bar), paint: "hatch-method" },
    ];
  }
  return [
    isUnsure(item)
      ? { kind: "rect", box: insetHalf(bar), paint: `bar-hollow-${item.hue}` }
      : { kind: "rect", box: bar, paint: `bar-${item.hue}` },
  ];
}

function dotShapes(row: Row, bar: Box, model: Drawable): Shape[] {
  const { item, track } = row;
  const y = track.y + track.height / 2;
  const scale = rowScale(row, model);
  const end = { x: scale(item.value ?? 0) ?? bar.x, y };
  const stem = lineShape({ x: scale(0) ?? track.x, y }, end, `rail-${item.hue}`);
  return [
    stem,
    { kind: "circle", at: end, r: DOT, paint: isUnsure(item) ? `ring-${item.hue}` : `dot-${item.hue}` },
  ];
}

function rowWords(row: Row, model: Drawable, width: number): Shape[] {
  const { item, label, aside, unlike, isMixed, top, track } = row;
  const isDots = model.itemMark === "dot";
  const paint = item.unlike === null ? (`text-${item.hue}` as const) : "text-method";
  const below = track.y + track.height + BELOW;
  return [
    ...label.map((text, line) =>
      textShape(text, 0, top + 12 + line * LINE_HEIGHT, "text-strong", { bold: !isDots }),
    ),
    ...aside.map((text, line) => {
      return textShape(text, width, top + 12 + line * LINE_HEIGHT, isMixed ? "text-method" : "text-note", {
        anchor: "end",
      });
    }),
    valueText(row, model, paint, width),
    ...unlike.map((text, line) => {
      return textShape(
        text,
        0,
        below + 12 + line * LINE_HEIGHT,
        item.unlike === null ? "text-note" : "text-method",
      );
    }),
  ];
}

/** Beside its dot, or at the right edge for a bar. */
function valueText(row: Row, model: Drawable, paint: Parameters<typeof textShape>[3], width: number): Shape {
  const { item, track } = row;
  const end = item.value === null ? null : rowScale(row, model)(item.value);
  if (model.itemMark === "dot" && end !== null) {
    return textShape(item.text, end + DOT + 6, track.y + track.height / 2 + 4.5, paint, {
      bold: true,
      halo: true,
      size: TEXT_SIZE,
    });
  }
  const text = wordsOf(item);
  const size = item.value === null ? TEXT_SIZE : VALUE_SIZE;
  return textShape(text, width, track.y + track.height / 2 + 5, item.value === null ? "text-tick" : paint, {
    anchor: "end",
    bold: item.value !== null,
    size,
  });
}

function wordsOf(item: Item): string {
  return item.value === null ? "no value" : item.text;
}

function insetHalf(box: Box): Box {
  return { x: box.x + 0.5, y: box.y + 0.5, width: Math.max(0, box.width - 1), height: box.height - 1 };
}
