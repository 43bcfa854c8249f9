import { z } from "zod";
import { SERIES_CODE } from "../series/series.ts";
import { REVISION_KINDS } from "./revision.ts";

/** The number of a revision as an address writes it: `12`, and nothing around it. */
export const RevisionNumber = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);

/** A search of the revisions as written in an address. Empty means any; what cannot be read counts as empty. */
export const RevisionSearch = z.object({
  kind: z
    .union([z.enum(REVISION_KINDS), z.literal("")])
    .catch("")
    .default(""),
  /** Shows the revisions before this one. */
  before: RevisionNumber.optional().catch(undefined),
});
export type RevisionSearch = z.infer<typeof RevisionSearch>;

/** From which place on a list is shown; the beginning for what is not a number. */
const From = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .catch(0)
  .default(0);

/** What of a receipt is shown, as written in its address. */
export const ReceiptSearch = z.object({
  /** The code of the series whose values are shown; empty for all. */
  series: z
    .union([z.literal(""), z.string().regex(SERIES_CODE)])
    .catch("")
    .default(""),
  values: From,
  rows: From,
});
export type ReceiptSearch = z.infer<typeof ReceiptSearch>;

/** What of a revision is to be rolled back, and what of the dry run is shown, as written in an address. */
export const RollBackSearch = z.object({
  /** The code of the one series to roll back; empty for all of the revision. */
  series: z
    .union([z.literal(""), z.string().regex(SERIES_CODE)])
    .catch("")
    .default(""),
  restored: From,
  left: From,
});
export type RollBackSearch = z.infer<typeof RollBackSearch>;
