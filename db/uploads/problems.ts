import { and, asc, count, eq, type SQL, sql } from "drizzle-orm";
import type { Severity, UploadProblem } from "../../lib/uploads/staged.ts";
import { stagedProblem, upload } from "../schema/index.ts";
import type { Db } from "../store.ts";
import type { Page } from "./review.ts";

/** Which problems are asked for; all of them without. */
export interface ProblemFilter {
  readonly severity?: Severity;
  readonly rule?: string;
}

/** What is wrong with an upload, by row, what is about the whole file first. */
export async function problemsOf(
  db: Db,
  id: string,
  { offset, limit, ...filter }: Page & ProblemFilter,
): Promise<UploadProblem[]> {
  const rows = await problems(db, ofUpload(id, filter)).offset(offset).limit(limit);
  return rows.map(toProblem);
}

/** How many problems an upload has of each rule, errors first, the most frequent rule first. */
export function problemCounts(db: Db, id: string) {
  return db
    .select({ severity: stagedProblem.severity, rule: stagedProblem.rule, problems: count() })
    .from(stagedProblem)
    .innerJoin(upload, eq(upload.number, stagedProblem.upload))
    .where(eq(upload.id, id))
    .groupBy(stagedProblem.severity, stagedProblem.rule)
    .orderBy(asc(stagedProblem.severity), sql`count(*) desc`, asc(stagedProblem.rule));
}

const ROWS_PER_STATEMENT = 1_000;

/** All problems of an upload in the order of `problemsOf`, some at a time: memory does not grow with them. */
export async function* allProblems(
  db: Db,
  id: string,
  filter: ProblemFilter = {},
): AsyncGenerator<UploadProblem[]> {
  for (let after: SQL | undefined; ; ) {
    const rows = await problems(db, and(ofUpload(id, filter), after)).limit(ROWS_PER_STATEMENT);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(toProblem);
    after = sql`(${stagedProblem.row}, ${stagedProblem.number}) > (${last.row}::int, ${last.number}::bigint)`;
  }
}

function ofUpload(id: string, { severity, rule }: ProblemFilter): SQL | undefined {
  return and(
    eq(upload.id, id),
    severity === undefined ? undefined : eq(stagedProblem.severity, severity),
    rule === undefined ? undefined : eq(stagedProblem.rule, rule),
  );
}

function problems(db: Db, where: SQL | undefined) {
  const { severity, row, number, columnName: column, value, rule, remedy } = stagedProblem;
  return db
    .select({ severity, row, number, column, value, rule, remedy })
    .from(stagedProblem)
    .innerJoin(upload, eq(upload.number, stagedProblem.upload))
    .where(where)
    .orderBy(asc(row), asc(number))
    .$dynamic();
}

function toProblem({
  number: _,
  row,
  ...problem
}: UploadProblem & { row: number; number: number }): UploadProblem {
  return { ...problem, row: row === 0 ? null : row };
}
