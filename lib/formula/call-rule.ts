import type { SeriesType } from "../series/series.ts";
import type { FormulaContext } from "./context.ts";
import type { FunctionName } from "./functions.ts";
import type { CallNode, Node } from "./node.ts";
import type { Operand } from "./operand.ts";

/** A function meeting its operand. */
export interface Calling {
  readonly node: CallNode;
  readonly operand: Operand;
  readonly context: FormulaContext;
  readonly lookup: (code: string) => SeriesType | undefined;
}

export interface CallRule {
  readonly id: string;
  readonly verdict: "refused" | "labelled";
  readonly functions: readonly FunctionName[];
  readonly operand: string;
  readonly example: string;
  readonly applies: (calling: Calling) => boolean;
  readonly says: (calling: Calling) => string;
  readonly instead?: (calling: Calling) => Node | null;
}
