import { checkContent } from "../ingestion/check-content.ts";
import type { Problem } from "../ingestion/problem.ts";
import { readContent } from "../ingestion/read-content.ts";
import type { RawPackage } from "../ingestion/read-package.ts";
import type { Snapshot } from "../ingestion/store.ts";
import { columnName, fieldsOf } from "../ingestion/tables.ts";
import { invariant } from "../invariant.ts";
import { err, ok, type Result } from "../result.ts";
import { type EditedRows, type EditedTable, keyFieldOf } from "./edited-table.ts";
import { type FieldErrors, fieldErrors } from "./field-errors.ts";
import { FIGURE_COLUMNS, type FigureRow } from "./figure-row.ts";
import type { RowTexts } from "./row-texts.ts";
import { withoutName } from "./stored-texts.ts";

/**
 * Reads the texts of one row and checks it against what the store holds, exactly as a data package with this row alone
 * would be: the same contracts, the same rules. A row that is new must have a key that no row has.
 *
 * Errors: what is wrong with each field, in words for who typed it.
 */
export function checkRow<Table extends EditedTable>(
  table: Table,
  texts: RowTexts,
  {
    snapshot,
    today,
    isNew,
  }: { readonly snapshot: Omit<Snapshot, "revision">; readonly today: string; readonly isNew: boolean },
): Result<EditedRows[Table], FieldErrors> {
  const read = table === "figures" ? readFigure(texts) : ok(null);
  if (!read.ok) return err(fieldErrors(table, read.error));
  const content = readContent(packageOf(table, texts, read.value));
  const checked = checkContent(content, snapshot, today);
  const taken = isNew ? takenKey(table, texts, snapshot) : null;
  if (!checked.ok || taken)
    return err({ ...(checked.ok ? {} : fieldErrors(table, checked.error)), ...taken });
  if (read.value === null) return ok(checked.value[table]?.[0] as unknown as EditedRows[Table]);
  const [figure] = checked.value.figures ?? [];
  invariant(figure, "a package with one figure that was checked has one");
  return ok({ ...read.value, spec: withoutName(figure) } as EditedRows[Table]);
}

/** A package whose only row is this one. */
function packageOf(table: EditedTable, texts: RowTexts, figure: FigureRow | null): RawPackage {
  if (table === "figures") return { tables: [], figures: [{ ...figure?.spec, name: figure?.name }] };
  const fields: readonly string[] = fieldsOf(table);
  const rows = [{ row: 1, cells: fields.map((field) => texts[field] ?? "") }];
  return { tables: [{ resource: table, table, header: fields.map(columnName), rows }], figures: null };
}

/** The cells of a figure; what its specification says is checked with the package. */
function readFigure(texts: RowTexts): Result<FigureRow, readonly Problem[]> {
  const problems: Problem[] = [];
  const row = Object.entries(FIGURE_COLUMNS).map(([field, cell]) => {
    const value = texts[field] ?? "";
    const read = cell.read(value);
    if (read.ok) return [field, read.value];
    problems.push({ resource: "figures", row: 1, column: field, value, ...read.error });
    return [field, null];
  });
  return problems.length > 0 ? err(problems) : ok(Object.fromEntries(row) as FigureRow);
}

function takenKey(
  table: EditedTable,
  texts: RowTexts,
  { held, retired }: Omit<Snapshot, "revision">,
): FieldErrors | null {
  const field = keyFieldOf(table);
  const key = texts[field] ?? "";
  const isHeld = held[table].some((row) => (row as unknown as Record<string, unknown>)[field] === key);
  if (!isHeld || retired.has(key)) return null;
  return { [field]: `“${key}” is there already: edit that one, or choose another.` };
}
