import { err } from "../../result.ts";
import type { FileRule } from "../rules.ts";

/** Why a cell was refused: the rule it breaks, and a remedy where there is a more particular one than the rule's. */
export interface CellFault {
  readonly rule: FileRule;
  readonly remedy?: string;
}

/** A refused cell. */
export function fault(rule: FileRule, remedy?: string): { readonly ok: false; readonly error: CellFault } {
  return err(remedy === undefined ? { rule } : { rule, remedy });
}
