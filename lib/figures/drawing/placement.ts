import { type Box, bottomOf, inflate, isInside, overlaps, rightOf } from "./box.ts";
import type { Shape, TextShape } from "./drawing.ts";
import { InkMap } from "./ink-map.ts";
import type { Paint } from "./paint.ts";
import { textShape } from "./shapes.ts";
import { LINE_HEIGHT, TEXT_SIZE, textWidth } from "./text-width.ts";

/** Text of one or more lines, each with its own paint. */
export type TextLines = ReadonlyArray<{
  readonly text: string;
  readonly paint: Paint;
  readonly bold: boolean;
}>;

/** One place where a label could go. */
export interface Candidate {
  readonly box: Box;
  readonly anchor: TextShape["anchor"];
  readonly lines: TextLines;
  /** How much worse than the best place this is, before counting what it covers. */
  readonly cost: number;
  /** Drawn together with the label, such as its leader. */
  readonly shapes?: readonly Shape[];
  /** Room that is not text but may not be covered by other labels either. */
  readonly keepClear?: Box;
  /** The way from the label to its point, which no line should cross. */
  readonly crosses?: Box;
}

const COST_OF_INK = 3;
/** A label beyond another line seems to speak of that one. */
const COST_OF_CROSSING = 20;
/** The halo of a label cuts the edge of a band that it lies across. */
const COST_OF_EDGE = 14;
/** Of the end of a line's band the halo hides as much as the label lies along. */
const COST_OF_END = 1;
const CLEARANCE = 1.5;

/** The room for labels within some bounds: what is taken by other labels, and what is inked by data. */
export class LabelSpace {
  readonly ink: InkMap;
  /** Edges of era bands. */
  readonly edges: InkMap;
  /** Ends of the bands of lines. */
  readonly ends: InkMap;
  readonly #bounds: Box;
  readonly #taken: Box[] = [];
  readonly #labels: Box[] = [];

  constructor(bounds: Box) {
    this.#bounds = bounds;
    this.ink = new InkMap(rightOf(bounds), bottomOf(bounds));
    this.edges = new InkMap(rightOf(bounds), bottomOf(bounds));
    this.ends = new InkMap(rightOf(bounds), bottomOf(bounds));
  }

  /** Boxes of the labels placed so far. */
  get labelBoxes(): readonly Box[] {
    return this.#labels;
  }

  /** Takes room away from labels without drawing one. */
  reserve(box: Box): void {
    this.#taken.push(box);
  }

  /**
   * Places a label at the cheapest candidate that overlaps no other label and lies within the bounds, and returns
   * its shapes. `null` when every candidate costs more than `maxCost` or covers more than `maxInk` cells of data.
   */
  place(
    candidates: readonly Candidate[],
    limits: { maxCost?: number; maxInk?: number } = {},
  ): Shape[] | null {
    const { maxInk = Number.POSITIVE_INFINITY } = limits;
    let best: Candidate | null = null;
    let lowest = limits.maxCost ?? Number.POSITIVE_INFINITY;
    for (const candidate of candidates) {
      if (candidate.cost >= lowest || !this.#isFree(candidate)) continue;
      const inked = this.ink.under(inflate(candidate.box, CLEARANCE));
      const crossed = candidate.crosses ? this.ink.under(candidate.crosses) : 0;
      const edge = this.edges.under(candidate.box) > 0 ? COST_OF_EDGE : 0;
      const end = COST_OF_END * this.ends.under(candidate.box);
      const cost = candidate.cost + COST_OF_INK * inked + COST_OF_CROSSING * crossed + edge + end;
      if (cost >= lowest || inked > maxInk) continue;
      best = candidate;
      lowest = cost;
    }
    if (!best) return null;
    this.#taken.push(best.box);
    if (best.keepClear) this.#taken.push(best.keepClear);
    this.#labels.push(best.box);
    return [...(best.shapes ?? []), ...labelShapes(best)];
  }

  #isFree({ box, keepClear }: Candidate): boolean {
    if (!isInside(box, this.#bounds)) return false;
    return this.#taken.every((other) => !overlaps(box, other) && !(keepClear && overlaps(keepClear, other)));
  }
}

/** The size of lines of text set at 13 px. */
export function textSize(lines: TextLines): { width: number; height: number } {
  const width = Math.max(0, ...lines.map((line) => textWidth(line.text, TEXT_SIZE, line.bold)));
  return { width: Math.ceil(width), height: lines.length * LINE_HEIGHT };
}

/** The box of lines of text whose anchor is at `x` and whose top is at `y`. */
export function textBox(lines: TextLines, x: number, y: number, anchor: TextShape["anchor"]): Box {
  const { width, height } = textSize(lines);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { x: left, y, width, height };
}

function labelShapes({ box, anchor, lines }: Candidate): TextShape[] {
  const x = anchor === "start" ? box.x : anchor === "end" ? box.x + box.width : box.x + box.width / 2;
  return lines.map(({ text, paint, bold }, row) => {
    return textShape(text, x, box.y + row * LINE_HEIGHT + 12, paint, { anchor, bold, halo: true });
  });
}
