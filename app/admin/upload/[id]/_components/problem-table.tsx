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
            {placed(problems).map((each) => (
              <ProblemRow key={`${each.problem.row} ${each.problem.column} ${each.problem.rule}`} {...each} />
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

interface Placed {
  readonly problem: UploadProblem;
  /** The number of the fields that mend its cell; "above" where an earlier problem has them; null where there is no cell. */
  readonly mend: number | "above" | null;
}

/** Each problem with its fields: a cell has them once, however much is wrong with it. */
function placed(problems: readonly UploadProblem[]): readonly Placed[] {
  const cells = new Set<string>();
  return problems.map((problem) => {
    const { row, column } = problem;
    if (row === null || column === null) return { problem, mend: null };
    const cell = `${row} ${column}`;
    if (cells.has(cell)) return { problem, mend: "above" };
    cells.add(cell);
    return { problem, mend: cells.size - 1 };
  });
}

function ProblemRow({ problem, mend }: Placed) {
  const { row, column, value, severity, rule, remedy } = problem;
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
        {row === null && <span className="remark">about the whole file</span>}
        {mend === "above" && <span className="remark">mended above</span>}
        {row !== null && mend !== "above" && (
          <div className="row-acts mend">
            {mend !== null && (
              <>
                <input type="hidden" name={`row-${mend}`} value={row} />
                <input type="hidden" name={`column-${mend}`} value={column ?? ""} />
                <input type="hidden" name={`found-${mend}`} value={value ?? ""} />
                <input
                  className="field"
                  name={`text-${mend}`}
                  defaultValue={value ?? ""}
                  aria-label={`Another text for row ${row}, ${column}`}
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
