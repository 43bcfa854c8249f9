import { z } from "zod";
import { err, ok, type Result } from "./result.ts";

/**
 * What the server reads from its environment.
 * - `DATABASE_URL`: a PostgreSQL server; without it the embedded store in `BUBBLESCOPE_DATA` is used.
 * - `BUBBLESCOPE_TODAY`: pins the clock, for tests and for showing a past day.
 */
export const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://")
    .optional(),
  BUBBLESCOPE_DATA: z.string().min(1).default("data"),
  BUBBLESCOPE_TODAY: z.iso.date("must be a date such as 2026-11-23").optional(),
});
export type Environment = z.infer<typeof Environment>;

/**
 * Reads the environment. An empty variable counts as absent. The refusal is one sentence that names each
 * variable that is wrong; values are not repeated, as an address may hold a password.
 */
export function readEnvironment(
  raw: Readonly<Record<string, string | undefined>>,
): Result<Environment, string> {
  const present = Object.fromEntries(Object.entries(raw).filter(([, value]) => value));
  const read = Environment.safeParse(present);
  if (read.success) return ok(read.data);
  const faults = read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  return err(`The environment is not usable: ${faults.join("; ")}.`);
}
