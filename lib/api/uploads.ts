import { z } from "zod";
import { someMessage } from "../revisions/message.ts";
import { STORED_TABLES } from "../revisions/row-change.ts";
import { STATUSES } from "../series/series.ts";
import { CHANGE_KINDS, CHANGED_PARTS } from "../uploads/comparison.ts";
import { RULE_NAME } from "../uploads/review-search.ts";
import { UploadSettings } from "../uploads/settings.ts";
import { SEVERITIES } from "../uploads/staged.ts";
import { Problem } from "./problem.ts";

/** How many seconds a call waits for work to end unless it says otherwise, and at most. */
export const WAIT = { usual: 10, most: 300 } as const;

/** How many problems or changes come in one answer unless the call says otherwise, and at most. */
export const PAGE = { usual: 100, most: 1_000 } as const;

const wait = z.coerce.number().min(0).max(WAIT.most).default(WAIT.usual);
const message = someMessage("say what this is and why it is stored");
const page = {
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual),
};

/** What else may come with a file, in the address or as a field of the form. */
export const SendChoices = z
  .strictObject({
    wait,
    /** Commits at once, if there are no errors. */
    commit: z.stringbool().default(false),
    /** Warnings keep it from being committed at once as well. */
    strict: z.stringbool().default(false),
    message: message.optional(),
  })
  .refine(({ commit, message }) => !commit || message !== undefined, {
    path: ["message"],
    message: "a commit needs one: say what this is and why it is stored",
  });
export type SendChoices = z.infer<typeof SendChoices>;

/** Query of `PATCH …/ID` and `POST …/ID/commit`. */
export const WaitQuery = z.object({ wait });

/** Query of `GET …/uploads`. */
export const UploadsQuery = z.object(page);

/** Query of `GET …/ID/problems`. */
export const ProblemsQuery = z.object({
  severity: z.enum(SEVERITIES).nullable().default(null),
  rule: RULE_NAME.nullable().default(null),
  format: z.enum(["json", "csv"]).default("json"),
  ...page,
});
export type ProblemsQuery = z.infer<typeof ProblemsQuery>;

/** Query of `GET …/ID/changes`. */
export const ChangesQuery = z.object({
  series: z.string().max(100).nullable().default(null),
  kind: z.enum(CHANGE_KINDS).nullable().default(null),
  ...page,
});

/** Body of `POST …/ID/commit`: `base` is the revision that the changes which were looked at were worked out against. */
export const CommitRequest = z.strictObject({
  message,
  base: z.int().min(0),
  leaveOutErrors: z.boolean().default(false),
});
export type CommitRequest = z.infer<typeof CommitRequest>;

const Counts = z.object({
  added: z.int(),
  revised: z.int(),
  withdrawn: z.int(),
  unchanged: z.int(),
  missing: z.int(),
});

/** Where an upload stands; see `Standing` of the reviewed upload. */
export const UPLOAD_STANDINGS = {
  unchecked: "its file is kept, and nothing was made of it yet",
  working: "it is being read, compared or committed; progress says how far that is",
  interrupted: "that ended without a result; failure says why, and PATCH with {} begins it again",
  checked: "it can be looked over and committed",
  committed: "it is in the store, as the revision that is named",
  discarded: "it was given up",
} as const;

/** An upload as programs see it. */
export const UploadAnswer = z.object({
  id: z.string(),
  fileName: z.string(),
  byteSize: z.int(),
  /** Of the file, in hexadecimal. */
  sha256: z.string().nullable(),
  author: z.string(),
  createdAt: z.string(),
  state: z.enum(Object.keys(UPLOAD_STANDINGS) as [keyof typeof UPLOAD_STANDINGS]),
  progress: z
    .object({
      phase: z.enum(["reading", "comparing", "committing"]),
      done: z.int(),
      total: z.int().nullable(),
      rowsPerSecond: z.int().nullable(),
    })
    .nullable(),
  /** Why work on it last ended without a result. */
  failure: z.object({ says: z.string(), remedy: z.string() }).nullable(),
  errors: z.int(),
  warnings: z.int(),
  /** What a commit would do; `null` until the file is checked. */
  counts: Counts.nullable(),
  /** The revision that the file was compared with, to be named by a commit. */
  base: z.int().nullable(),
  /** The revision that it became. */
  revision: z.int().nullable(),
  settings: UploadSettings,
  links: z.object({
    self: z.string(),
    problems: z.string(),
    changes: z.string(),
    commit: z.string(),
    page: z.string(),
  }),
  /** What the commit that this call asked for did. */
  receipt: z
    .object({
      outcome: z.enum(["committed", "nothing-to-do"]),
      revision: z.int(),
      counts: Counts,
      page: z.string(),
    })
    .nullable(),
});
export type UploadAnswer = z.infer<typeof UploadAnswer>;

/** `GET …/uploads`: those that are neither committed nor discarded, newest first. */
export const UploadsAnswer = z.object({
  uploads: z.array(
    UploadAnswer.pick({ id: true, fileName: true, author: true, createdAt: true, state: true, links: true }),
  ),
  next: z.string().nullable(),
});
export type UploadsAnswer = z.infer<typeof UploadsAnswer>;

/** One thing that is wrong, with all of it in one sentence. */
const FoundProblem = z.object({
  severity: z.enum(SEVERITIES),
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  rule: z.string(),
  remedy: z.string(),
  sentence: z.string(),
});

/** `GET …/ID/problems`: by row, what is about the whole file first. */
export const ProblemsAnswer = z.object({
  /** How many the search finds in all. */
  total: z.int(),
  counts: z.array(z.object({ severity: z.enum(SEVERITIES), rule: z.string(), problems: z.int() })),
  problems: z.array(FoundProblem),
  /** Where the rest is. */
  next: z.string().nullable(),
});
export type ProblemsAnswer = z.infer<typeof ProblemsAnswer>;

/** A row of a small table that a commit would add or change, with what differs in one that it changes. */
const RowToChange = z.object({
  table: z.enum(STORED_TABLES),
  key: z.string(),
  title: z.string(),
  deed: z.enum(["added", "changed", "removed"]),
  fields: z
    .array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }))
    .readonly(),
});

/** `GET …/ID/changes`: what a commit would store, the biggest moves first. */
export const ChangesAnswer = z.object({
  base: z.int(),
  counts: Counts.extend({
    /** Of the rows of other tables, which a commit never removes. */
    rows: z.object({ added: z.int(), changed: z.int() }),
  }),
  changes: z.array(
    z.object({
      kind: z.enum(CHANGE_KINDS),
      series: z.string(),
      period: z.string(),
      vintage: z.string(),
      value: z.string().nullable(),
      status: z.enum(STATUSES),
      source: z.string().nullable(),
      note: z.string().nullable(),
      row: z.int().nullable(),
      column: z.string().nullable(),
      old: z
        .object({ value: z.string().nullable(), status: z.enum(STATUSES), vintage: z.string() })
        .nullable(),
      differs: z.array(z.enum(CHANGED_PARTS)).readonly(),
      /** Relative to the old value: 0.05 is 5 % more. */
      move: z.number().nullable(),
    }),
  ),
  /** The sources, series, eras, events, rounds, claims and figures that it would add or change: all, on every page. */
  rows: z.array(RowToChange),
  /** What keeps it from changing them; nothing of the upload can be committed until that is mended. */
  problems: z.array(
    z.object({
      /** The file of the package, or the table, that it is in. */
      resource: z.string(),
      row: z.int().nullable(),
      column: z.string().nullable(),
      value: z.string().nullable(),
      rule: z.string(),
      remedy: z.string(),
      sentence: z.string(),
    }),
  ),
  next: z.string().nullable(),
});
export type ChangesAnswer = z.infer<typeof ChangesAnswer>;

/** A problem that is about an upload says how that stands, and if its file is at fault, the first of what is wrong. */
export const UploadRefused = z.object({
  ...Problem.shape,
  upload: UploadAnswer.optional(),
  problems: z.array(FoundProblem).optional(),
});
export type UploadRefused = z.infer<typeof UploadRefused>;
