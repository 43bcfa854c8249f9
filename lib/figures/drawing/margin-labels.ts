import type { Line, Panel } from "../model.ts";
import { bottomOf, rightOf } from "./box.ts";
import type { Frame } from "./drawing.ts";
import { END_GAP, endText, lastSpot, type Naming } from "./line-ends.ts";
import { type Candidate, textBox, textSize } from "./placement.ts";
import { isKnown } from "./runs.ts";
import { lineShape } from "./shapes.ts";

/** The part of the axis, at its end, from which on a line counts as ending at the margin. */
const MARGIN_PART = 1 / 8;

/**
 * Names to the right of the plot in the order in which the lines end: right beside the end, or in a column with a
 * leader when neighbours did not allow that.
 */
export function marginCandidates(panel: Panel, frame: Frame, naming: Naming): Map<string, Candidate[]> {
  const { plot } = frame;
  const ends = panel.lines.flatMap((line) => {
    const at = line.mark === "bar" ? null : lastSpot(line, frame);
    if (!at || at.x < rightOf(plot) - plot.width * MARGIN_PART) return [];
    const lines = endText(line, naming).end;
    return [{ id: line.id, at, lines, height: textSize(lines).height }];
  });
  const column = Math.max(0, ...ends.map(({ at }) => at.x)) + END_GAP;
  const sorted = ends.sort((a, b) => a.at.y - b.at.y);
  const tops = spread(
    sorted.map(({ at, height }) => ({ wanted: at.y - height / 2, height })),
    plot.y - 8,
    bottomOf(plot),
  );
  return new Map(
    sorted.map(({ id, at, lines, height }, index) => {
      const top = tops[index] ?? 0;
      const middle = top + height / 2;
      const isMoved = Math.abs(middle - at.y) > 9;
      const leader = lineShape({ x: at.x + 5, y: at.y }, { x: column + 9, y: middle }, "leader");
      const anchor = "start" as const;
      const inColumn = {
        box: textBox(lines, column + 12, top, anchor),
        anchor,
        lines,
        cost: 8,
        shapes: isMoved ? [leader] : [],
      };
      const beside = { box: textBox(lines, at.x + END_GAP, top, anchor), anchor, lines, cost: 0 };
      return [id, isMoved ? [inColumn] : [beside, inColumn]];
    }),
  );
}

/**
 * The margin to the right of a plot for the labels of lines that end near the end of the axis, px; 0 for none. The
 * value over a last bar may reach into it, so that it does not stand over the bar before.
 */
export function marginRoom(
  [from, to]: readonly [number, number],
  lines: readonly Line[],
  naming: Naming,
): number {
  const ends = lines.flatMap((line) => {
    const last = line.points.filter(isKnown).at(-1);
    if (!last || last.x < to - (to - from) * MARGIN_PART) return [];
    const { end, name } = endText(line, naming);
    return [{ isBar: line.mark === "bar", isNamed: name.length > 0, width: textSize(end).width }];
  });
  const besides = ends.filter(({ isBar }) => !isBar).map(({ width }) => width);
  const over = ends.filter(({ isBar, isNamed }) => isBar && !isNamed).map(({ width }) => width - 6);
  const beside = Math.max(0, ...besides) + (besides.length > 1 ? 28 : besides.length * 16);
  return Math.max(beside, ...over);
}

/** Moves stacked boxes, given from the top down, apart by as little as keeps them within `from` to `to`. */
function spread(
  boxes: ReadonlyArray<{ wanted: number; height: number }>,
  from: number,
  to: number,
): number[] {
  const tops: number[] = [];
  let free = from;
  for (const { wanted, height } of boxes) {
    tops.push(Math.max(wanted, free));
    free = (tops.at(-1) ?? 0) + height + 1;
  }
  let limit = to;
  for (let index = boxes.length - 1; index >= 0; index -= 1) {
    const height = boxes[index]?.height ?? 0;
    tops[index] = Math.min(tops[index] ?? 0, limit - height);
    limit = (tops[index] ?? 0) - 1;
  }
  return tops;
}
