import type { LimitName } from "./read/limits.ts";

/**
 * Where an upload stands. `staging`: its file is being kept or its rows are being staged; `staged`: all of them
 * are, and may be compared and committed; `committed`: they are a revision; `discarded`: nothing of it is kept.
 */
export const UPLOAD_STATES = ["staging", "staged", "committed", "discarded"] as const;

/** Plain JSON, as the choices of an editor are kept. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Why work on an upload ended without a result, for people; `limit` names the limit that was met, if one was. */
export interface UploadFailure {
  readonly says: string;
  readonly remedy: string;
  readonly limit: LimitName | null;
}
