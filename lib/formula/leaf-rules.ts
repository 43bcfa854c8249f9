import { coarserPeriod } from "../periods/alignment.ts";
import { frequencyWords, isCoarser } from "../periods/frequency.ts";
import { mustParse } from "../periods/period.ts";
import type { SeriesType } from "../series/series.ts";
import type { Node, SelectNode } from "./node.ts";
import type { Operand } from "./operand.ts";
import { atFrequency } from "./rewrite.ts";
import { frequencyPhrase } from "./wording.ts";

/** One period chosen from an operand: `CODE@2024-Q2`. */
export interface Choice {
  readonly node: SelectNode;
  readonly operand: Operand;
  readonly lookup: (code: string) => SeriesType | undefined;
}

export interface ChoiceRule {
  readonly id: string;
  readonly verdict: "refused";
  readonly operand: string;
  readonly example: string;
  readonly applies: (choice: Choice) => boolean;
  readonly says: (choice: Choice) => string;
  readonly instead: (choice: Choice) => Node | null;
}

/** What `@` refuses. */
export const CHOICE_RULES: readonly ChoiceRule[] = [
  {
    id: "period-of-a-value",
    verdict: "refused",
    operand: "a number, or one value already chosen",
    example: "(VC_US_VE_A@1999)@2000",
    applies: ({ operand }) => operand.shape !== "series",
    says: ({ node }) => `@${node.period} chooses a value from a series, and this is one value already.`,
    instead: ({ operand }) => operand.node,
  },
  {
    id: "period-unlike",
    verdict: "refused",
    operand: "a series whose periods are longer or shorter",
    example: "VC_ALL_WORLD_CB_Q@2024",
    applies: ({ node, operand: { type } }) =>
      type.frequency !== "I" && mustParse(node.period).frequency !== type.frequency,
    says: ({ node, operand: { type } }) =>
      `${node.period} is a ${frequencyWords(mustParse(node.period).frequency).noun} and this is ${frequencyPhrase(type)}.`,
    instead: ({ node, operand, lookup }) => {
      const asked = mustParse(node.period).frequency;
      const { frequency } = operand.type;
      if (frequency === "I") return null;
      if (!isCoarser(asked, frequency)) return { ...node, period: coarserPeriod(node.period, frequency) };
      const lower = atFrequency(node.operand, asked, lookup);
      return lower && { ...node, operand: lower };
    },
  },
];

/** Rules about a code by itself; the checker applies the first, the evaluator, which has the values, the second. */
export const CODE_RULES = [
  {
    id: "unknown-code",
    verdict: "refused",
    operand: "a code that no series has",
    example: "VC_AI_WORLD_CB_X",
    says: (code: string) => `No series has the code ${code}.`,
  },
  {
    id: "claimed",
    verdict: "labelled",
    operand: "a value that a secondary source claims and nobody has verified",
    example: "CLAIM_VC_ALL_WORLD@2024-Q2",
    says: (described: string) => `Claimed by a secondary source and not verified: ${described}.`,
  },
] as const;

export const LEAF_RULES = [...CHOICE_RULES, ...CODE_RULES];
