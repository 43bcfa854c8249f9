import "server-only";
import { allProblems, type ProblemFilter } from "../../../db/uploads/problems.ts";
import { writeCsv } from "../../../lib/csv/write-csv.ts";
import { ruleWords } from "../../../lib/uploads/rules.ts";
import { store } from "../store.ts";

const COLUMNS = ["row", "column", "value", "severity", "rule", "reason", "remedy"];

/** Everything that is wrong with an upload as CSV, in parts that are read as they are asked for. */
export async function* problemCsv(id: string, filter: ProblemFilter = {}): AsyncGenerator<string> {
  const { db } = await store();
  yield writeCsv([COLUMNS]);
  for await (const problems of allProblems(db, id, filter)) {
    yield writeCsv(
      problems.map(({ row, column, value, severity, rule, remedy }) => [
        row === null ? null : String(row),
        column,
        value,
        severity,
        rule,
        ruleWords(rule),
        remedy,
      ]),
    );
  }
}
