import { visibleText } from "../../text/visible-text.ts";
import type { CellKind } from "../read/row.ts";
import { createStyleEvidence, type StyleEvidence } from "./number-style.ts";
import { shapeOf, type TextShape } from "./text-shape.ts";

/** What a column holds. Shapes and texts rest on its first cells, the evidence of its numbers on all of them. */
export interface ColumnSurvey {
  readonly name: string;
  readonly filled: number;
  readonly empty: number;
  readonly shapes: Readonly<Record<TextShape, number>>;
  readonly style: StyleEvidence;
  /** Texts of the column, each once, in the order in which they come up. */
  readonly texts: readonly string[];
  /** One cell of each way in which cells are written, to show how they are read. */
  readonly examples: ReadonlyArray<{ readonly text: string; readonly kind: CellKind }>;
}

const SHAPED_CELLS = 20_000;
/** When none of so many cells is a number, or none a date, the column is not searched for them any further. */
const TELLING_CELLS = 1000;
const TEXTS_KEPT = 1000;
const EXAMPLES_KEPT = 12;
const LONGEST_KEPT = 120;

/** Surveys one column cell by cell; `seeDate` is handed every text that may be a date. */
export function createColumnSurvey(name: string) {
  const style = createStyleEvidence();
  const shapes: Record<TextShape, number> = { empty: 0, missing: 0, number: 0, year: 0, period: 0, word: 0 };
  const texts = new Set<string>();
  const examples = new Map<string, { text: string; kind: CellKind }>();
  let filled = 0;
  let empty = 0;

  function remember(text: string, kind: CellKind): void {
    shapes[shapeOf(text, kind)] += 1;
    if (text.length > LONGEST_KEPT) return;
    if (texts.size < TEXTS_KEPT && !texts.has(text)) texts.add(copied(text));
    if (examples.size >= EXAMPLES_KEPT) return;
    const look = kind + text.replace(/\d+/g, "9").replace(/\p{L}{2,}/gu, "a");
    if (!examples.has(look)) examples.set(look, { text: copied(text), kind });
  }

  return {
    add(raw: string, kind: CellKind, seeDate: (text: string) => void): void {
      const text = visibleText(raw);
      if (text === "") {
        empty += 1;
        return;
      }
      filled += 1;
      if (filled <= SHAPED_CELLS) remember(text, kind);
      if (kind !== "text") return;
      const isEarly = filled <= TELLING_CELLS;
      if (isEarly || shapes.number > 0) style.add(text);
      if (isEarly || shapes.period > 0) seeDate(text);
    },
    found: (): ColumnSurvey => ({
      name,
      filled,
      empty,
      shapes: { ...shapes },
      style: style.evidence(),
      texts: [...texts],
      examples: [...examples.values()],
    }),
  };
}

/** A text of its own, so that a few characters do not keep a whole piece of the file in memory. */
function copied(text: string): string {
  return Array.from(text).join("");
}
