import { z } from "zod";
import { err, ok, type Result } from "./result.ts";
import { DEFAULT_LIMITS, type LimitName, type ReadLimits } from "./uploads/read/limits.ts";

const MIN_SECRET = 32;

/** The variable by which an operator sets each limit on uploads. */
export const LIMIT_VARIABLES = {
  bytes: "UPLOAD_MAX_BYTES",
  rows: "UPLOAD_MAX_ROWS",
  columns: "UPLOAD_MAX_COLUMNS",
  cellLength: "UPLOAD_MAX_CELL_LENGTH",
  unzippedBytes: "UPLOAD_MAX_UNZIPPED_BYTES",
  unzipRatio: "UPLOAD_MAX_UNZIP_RATIO",
  zipEntries: "UPLOAD_MAX_ZIP_ENTRIES",
  sharedText: "UPLOAD_MAX_SHARED_TEXT",
  milliseconds: "UPLOAD_MAX_MILLISECONDS",
} as const satisfies Readonly<Record<LimitName, string>>;

/**
 * What the server reads from its environment.
 * - `DATABASE_URL`: a PostgreSQL server; without it the embedded store in `BUBBLESCOPE_DATA` is used.
 * - `AUTH_SECRET`: signs the cookies of sessions. The embedded store's is made on first start and kept in its folder;
 *   instances that share a PostgreSQL server in production must be given the same one.
 * - `BUBBLESCOPE_URL`: the address people use, when a proxy stands in between.
 * - `BUBBLESCOPE_ADDRESS`: where the command that starts the server says it is reached; only ever printed.
 * - `BUBBLESCOPE_RECOVER`: for whom that command was asked for a recovery link, by e-mail address.
 * - `BUBBLESCOPE_TODAY`: pins the clock, for tests and for showing a past day.
 * - `UPLOAD_MAX_…`: the limits on uploads; see `LIMIT_VARIABLES`.
 */
const Variables = z
  .object({
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://")
      .optional(),
    BUBBLESCOPE_DATA: z.string().min(1).default("data"),
    AUTH_SECRET: z
      .string()
      .min(MIN_SECRET, `must have at least ${MIN_SECRET} characters, as openssl rand -base64 32 prints`)
      .optional(),
    BUBBLESCOPE_URL: z
      .string()
      .refine(isSiteAddress, "must be an address without a path, such as https://bubblescope.example.org")
      .transform((address) => new URL(address).origin)
      .optional(),
    BUBBLESCOPE_ADDRESS: z.string().optional(),
    BUBBLESCOPE_RECOVER: z.string().trim().toLowerCase().optional(),
    BUBBLESCOPE_TODAY: z.iso.date("must be a date such as 2026-11-23").optional(),
    NODE_ENV: z.string().optional(),
  })
  .refine(
    ({ DATABASE_URL, AUTH_SECRET, NODE_ENV }) =>
      NODE_ENV !== "production" || DATABASE_URL === undefined || AUTH_SECRET !== undefined,
    {
      path: ["AUTH_SECRET"],
      message: `must be set together with DATABASE_URL, the same for every instance: give it at least ${MIN_SECRET} random characters, as openssl rand -base64 32 prints`,
    },
  );

const limit = z.coerce
  .number("must be a number")
  .int("must be a whole number")
  .positive("must be above 0")
  .optional();
type LimitVariable = (typeof LIMIT_VARIABLES)[LimitName];
const Limits = z.object(
  Object.fromEntries(Object.values(LIMIT_VARIABLES).map((name) => [name, limit])) as Record<
    LimitVariable,
    typeof limit
  >,
);

/** What the server is run with. */
export type Environment = z.infer<typeof Variables> & { readonly uploadLimits: ReadLimits };

/**
 * Reads the environment. An empty variable counts as absent. The refusal is one sentence that names each
 * variable that is wrong; values are not repeated, as an address may hold a password.
 */
export function readEnvironment(
  raw: Readonly<Record<string, string | undefined>>,
): Result<Environment, string> {
  const present = Object.fromEntries(Object.entries(raw).filter(([, value]) => value));
  const read = Variables.safeParse(present);
  const limits = Limits.safeParse(present);
  if (read.success && limits.success) return ok({ ...read.data, uploadLimits: limitsIn(limits.data) });
  const issues = [read, limits].flatMap(({ error }) => error?.issues ?? []);
  const faults = issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  return err(`The environment is not usable: ${faults.join("; ")}.`);
}

function limitsIn(set: z.infer<typeof Limits>): ReadLimits {
  const names = Object.keys(LIMIT_VARIABLES) as LimitName[];
  const limits = names.map((name) => [name, set[LIMIT_VARIABLES[name]] ?? DEFAULT_LIMITS[name]]);
  return Object.fromEntries(limits) as Record<LimitName, number>;
}

function isSiteAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash, username } = new URL(text);
  return /^https?:$/.test(protocol) && `${pathname}${search}${hash}${username}` === "/";
}
