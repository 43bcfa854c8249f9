import { ruleWords } from "../../../../../lib/uploads/rules.ts";
import type { UploadProblem } from "../../../../../lib/uploads/staged.ts";
import { ActionForm } from "../../../../_components/ui/action-form.tsx";
import { ScrollRegion } from "../../../../_components/ui/scroll-region.tsx";
import { SubmitButton } from "../../../../_components/ui/submit-button.tsx";
import { TableHead } from "../../../../_components/ui/table-head.tsx";
import type { FormAction } from "../../../../_data/guarded-action.ts";

const COLUMNS = [
  { label: "Row", isNumber: true },
  { label: "Column" },
  { label: "In the file" },
  { label: "What is wrong, and what to do" },
  { label: "Mend it here" },
];

/** What is wrong with single cells and rows, each to be mended or left out in place. */
export function ProblemTable({
  upload,
  problems,
  action,
}: {
  readonly upload: string;
  readonly problems: readonly UploadProblem[];
  readonly action: FormAction;
}) {
  return (
    <ActionForm action={action} label="Mend cells or leave rows out">
      <input type="hidden" name="upload" value={upload} />
      <ScrollRegion label="What is wrong">
        <table className="table stacks problem-table">
          <caption className="visually-hidden">What is wrong with the file, by row</caption>
          <TableHead columns={COLUMNS} />
          <tbody>
            {numbered(problems).map(({ problem, at }) => (
              <ProblemRow
                key={`${problem.row} ${problem.column} ${problem.rule}`}
                problem={problem}
                at={at}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="table-acts">
        <SubmitButton isLead={false}>Mend these and check again</SubmitButton>
      </p>
    </ActionForm>
  );
}

/** Each problem with the number of its fields: only those that are about a cell have any. */
function numbered(problems: readonly UploadProblem[]) {
  let at = -1;
  return problems.map((problem) => {
    if (problem.row !== null && problem.column !== null) at += 1;
    return { problem, at };
  });
}

function ProblemRow({ problem, at }: { readonly problem: UploadProblem; readonly at: number }) {
  const { row, column, value, severity, rule, remedy } = problem;
  const place = `row ${row}${column === null ? "" : `, ${column}`}`;
  return (
    <tr data-severity={severity}>
      <td className="number" data-label="Row:">
        {row ?? "file"}
      </td>
      <td data-label="Column:">{column === null ? "–" : <code>{column}</code>}</td>
      <td data-label="In the file:">
        {value === null || value === "" ? "–" : <span className="cell">{value}</span>}
      </td>
      <td>
        {severity === "warning" && <span className="tag hollow">warning</span>} It {ruleWords(rule)}; {remedy}
        .
      </td>
      <td>
        {row === null ? (
          <span className="remark">about the whole file</span>
        ) : (
          <div className="row-acts mend">
            {column !== null && (
              <>
                <input type="hidden" name={`row-${at}`} value={row} />
                <input type="hidden" name={`column-${at}`} value={column} />
                <input type="hidden" name={`found-${at}`} value={value ?? ""} />
                <input
                  className="field"
                  name={`text-${at}`}
                  defaultValue={value ?? ""}
                  aria-label={`Another text for ${place}`}
                  autoComplete="off"
                />
              </>
            )}
            <label>
              <input type="checkbox" name="leave" value={row} /> leave out
              <span className="visually-hidden"> row {row}</span>
            </label>
          </div>
        )}
      </td>
    </tr>
  );
}
