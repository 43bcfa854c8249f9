import { BINARY_LABELS } from "./binary-labels.ts";
import { BINARY_REFUSALS } from "./binary-refusals.ts";
import { CALL_LABELS } from "./call-labels.ts";
import { CALL_REFUSALS } from "./call-refusals.ts";
import { LEAF_RULES } from "./leaf-rules.ts";

/**
 * Every rule of the comparability guard beside the table of results (`results.ts`): when it holds, what it
 * says, and an example on the series of `examples.ts`. The checker, the documentation and the tests read
 * these same rows.
 */
export const RULES = [...BINARY_REFUSALS, ...BINARY_LABELS, ...CALL_REFUSALS, ...CALL_LABELS, ...LEAF_RULES];

/** The name of a rule, such as `spans-unlike`. */
export type RuleId = string;
