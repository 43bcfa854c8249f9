import { z } from "zod";

/** Where the store stands: `tag` changes whenever any answer may have changed. */
export const RevisionView = z.object({
  revision: z.int().nonnegative(),
  tag: z.string(),
});
export type RevisionView = z.infer<typeof RevisionView>;
