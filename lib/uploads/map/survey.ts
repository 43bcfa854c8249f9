import { err, ok, type Result } from "../../result.ts";
import type { OpenTable } from "../read/open-upload.ts";
import type { ReadRefusal } from "../read/refusal.ts";
import type { Row } from "../read/row.ts";
import { DEFAULT_PIVOT, type HeaderChoice } from "../settings.ts";
import type { UploadProblem } from "../staged.ts";
import { type ColumnSurvey, createColumnSurvey } from "./column-survey.ts";
import { columnNames, type Header } from "./columns.ts";
import { createDateOrderEvidence, type DateOrderFound } from "./date-order.ts";
import { findHeader, HEADER_SAMPLE } from "./find-header.ts";

/** What one pass over a file tells of its columns before anybody has said what they mean. */
export interface Survey {
  readonly header: Header;
  readonly headerBecause: string;
  /** Rows below the header that hold anything. */
  readonly rows: number;
  readonly columns: readonly ColumnSurvey[];
  readonly dateOrder: DateOrderFound;
  /** The first rows of the file, from the top. */
  readonly preview: readonly Row[];
  /** Warnings about how the file is read. */
  readonly problems: readonly UploadProblem[];
}

/** Problems of reading that a survey keeps; all of them come again when the rows are staged. */
const PROBLEMS_KEPT = 100;

/**
 * Surveys a file: where its header is, and for every column over all rows how its numbers and dates are written, and
 * over the first rows what it seems to hold. Memory does not grow with the file.
 *
 * `header`: the editor's choice of it. Errors: whatever ends the reading.
 */
export async function surveyTable(
  table: OpenTable,
  header: HeaderChoice | null,
): Promise<Result<Survey, ReadRefusal>> {
  const head: Row[] = [];
  const problems: UploadProblem[] = [...table.notes];
  let survey: ReturnType<typeof createSurvey> | null = null;
  for await (const batch of table.rows()) {
    if (!batch.ok) return batch;
    problems.push(...batch.value.problems.slice(0, PROBLEMS_KEPT - problems.length));
    for (const row of batch.value.rows) {
      if (survey) survey.add(row);
      else if (head.push(row) === HEADER_SAMPLE) survey = createSurvey(head, header);
    }
  }
  if (head.length === 0) return err({ kind: "empty" });
  return ok({ ...(survey ?? createSurvey(head, header)).found(), preview: head, problems });
}

function createSurvey(head: readonly Row[], choice: HeaderChoice | null) {
  const { value, because } = headerOf(head, choice);
  const header: Header = { ...value, names: namesOf(head, value) };
  const columns = header.names.map(createColumnSurvey);
  const dates = createDateOrderEvidence(DEFAULT_PIVOT);
  const lastHeaderRow = header.row + header.rows - 1;
  let rows = 0;

  function add(row: Row): void {
    if (row.row <= lastHeaderRow) return;
    rows += 1;
    for (const [at, column] of columns.entries()) {
      column.add(row.cells[at] ?? "", row.kinds?.[at] ?? "text", dates.add);
    }
  }

  for (const row of head) add(row);
  return {
    add,
    found: () => ({
      header,
      headerBecause: because,
      rows,
      columns: columns.map((column) => column.found()),
      dateOrder: dates.found(),
    }),
  };
}

/** The header of a file by its first rows: the editor's choice, or what is found. */
export function headerOf(head: readonly Row[], choice: HeaderChoice | null) {
  return choice === null ? findHeader(head) : { value: choice, because: "chosen by the editor" };
}

/** The names of the columns, as many as the header has cells, or the widest of the first rows without a header. */
export function namesOf(head: readonly Row[], { row, rows }: HeaderChoice): string[] {
  const header = head.filter((each) => row > 0 && each.row >= row && each.row < row + rows);
  const below = head.filter((each) => each.row >= row + rows);
  const isSheet = head.some(({ kinds }) => kinds !== null);
  const wide = header.length === 0 || isSheet ? [...header, ...below] : header;
  const width = wide.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return columnNames(
    header.map(({ cells }) => cells),
    width,
  );
}
