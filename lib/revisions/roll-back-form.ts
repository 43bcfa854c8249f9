import { z } from "zod";
import { someMessage } from "./message.ts";
import { RevisionNumber } from "./revision-search.ts";

/** The form by which a revision, or one series of it, is rolled back. */
export const RollBackForm = z.object({
  revision: RevisionNumber,
  /** Empty for all of the revision. */
  series: z.string().max(25),
  /** The revision at which the dry run was made. */
  base: RevisionNumber,
  message: someMessage("Say why it is rolled back."),
});
export type RollBackForm = z.infer<typeof RollBackForm>;
