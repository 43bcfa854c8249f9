import { z } from "zod";

/** How far work on an upload is; `total` and `rowsPerSecond` are `null` while they are not known. */
const UploadProgress = z.object({
  phase: z.enum(["reading", "comparing", "committing"]),
  done: z.int(),
  total: z.int().nullable(),
  rowsPerSecond: z.int().nullable(),
});
export type UploadProgress = z.infer<typeof UploadProgress>;

/** What the browser asks for while it waits; `null` when nothing is being done any more. */
export const UploadProgressAnswer = z.object({ progress: UploadProgress.nullable() });
export type UploadProgressAnswer = z.infer<typeof UploadProgressAnswer>;
