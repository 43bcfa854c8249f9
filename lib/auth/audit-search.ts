import { z } from "zod";
import { AUDIT_ACTIONS } from "./audit.ts";

const Day = z
  .union([z.iso.date(), z.literal("")])
  .catch("")
  .default("");

/** A search of the audit log as written in an address. Empty means any; what cannot be read counts as empty. */
export const AuditSearch = z.object({
  person: z
    .union([z.uuid(), z.literal("")])
    .catch("")
    .default(""),
  action: z
    .union([z.enum(AUDIT_ACTIONS), z.literal("")])
    .catch("")
    .default(""),
  from: Day,
  to: Day,
  /** Shows the entries before the one with this number. */
  before: z.coerce.number().int().positive().optional().catch(undefined),
});
export type AuditSearch = z.infer<typeof AuditSearch>;

/** The search as an address writes it, without what is empty. */
export function auditQuery(search: Partial<AuditSearch>): string {
  const set = Object.entries(search).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  return set.length === 0 ? "" : `?${new URLSearchParams(set)}`;
}
