import { z } from "zod";
import { SERIES_CODE } from "../series/series.ts";
import { CHANGE_KINDS } from "./comparison.ts";
import { SEVERITIES } from "./staged.ts";

/** The name of a rule, of whichever version. */
export const RULE_NAME = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "write the name of a rule, such as number");

const any = z.literal("").transform(() => null);
const offset = z.coerce.number().int().min(0).catch(0).default(0);

/** Which problems of an upload a page shows, as written in its address; what cannot be read counts as all of them. */
export const ProblemQuery = z.object({
  severity: z
    .union([any, z.enum(SEVERITIES)])
    .catch(null)
    .default(null),
  rule: z.union([any, RULE_NAME]).catch(null).default(null),
  offset,
});
export type ProblemQuery = z.infer<typeof ProblemQuery>;

/** Which changes of an upload a page shows, likewise. */
export const ChangeQuery = z.object({
  kind: z
    .union([any, z.enum(CHANGE_KINDS)])
    .catch(null)
    .default(null),
  code: z
    .union([any, z.string().regex(SERIES_CODE)])
    .catch(null)
    .default(null),
  offset,
  /** From which place on the rows of other tables are shown. */
  rows: offset,
});
export type ChangeQuery = z.infer<typeof ChangeQuery>;

/** A search as an address writes it, without what is empty. */
export function reviewQuery(search: Partial<ProblemQuery & ChangeQuery>): string {
  const set = Object.entries(search).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  return set.length === 0 ? "?" : `?${new URLSearchParams(set)}`;
}
