import type { Difference, Plan } from "../ingestion/plan.ts";
import { differingFields, rowName, type TableRows } from "../ingestion/tables.ts";
import { changedFields } from "./changed-fields.ts";
import type { ChangedRow } from "./changed-row.ts";
import { rowTitle, STORED_TABLES, type StoredTable } from "./row-change.ts";

type CsvTable = Exclude<StoredTable, "figures">;

/**
 * The rows that a commit of a plan would add or change, table by table as `STORED_TABLES` has them, those that are added
 * first; of one that changes, the fields that the store takes for different: `1` and `1.0` are the same amount.
 */
export function rowsOfPlan(plan: Plan): ChangedRow[] {
  const differences: { readonly [Table in CsvTable]: Difference<TableRows[Table]> } = plan;
  const ofTable = <Table extends CsvTable>(table: Table): ChangedRow[] => {
    const { added, revised }: Difference<TableRows[Table]> = differences[table];
    const named = (row: TableRows[Table]) => ({ table, key: rowName(table, row), title: rowTitle(row) });
    return [
      ...added.map((row) => ({ ...named(row), deed: "added" as const, fields: [] })),
      ...revised.map(({ before, after }) => {
        const fields = differingFields(table, before, after);
        const told = (row: TableRows[Table]) =>
          Object.fromEntries(fields.map((field) => [field, row[field]]));
        return {
          ...named(after),
          deed: "changed" as const,
          fields: changedFields(told(before), told(after)),
        };
      }),
    ];
  };
  return STORED_TABLES.flatMap((table) => (table === "figures" ? figuresOf(plan) : ofTable(table)));
}

/** A figure is told of as it is stored: by its name, with all else within its specification. */
function figuresOf({ figures: { added, revised } }: Plan): ChangedRow[] {
  const named = (name: string) => ({ table: "figures" as const, key: name, title: name });
  return [
    ...added.map(({ name }) => ({ ...named(name), deed: "added" as const, fields: [] })),
    ...revised.map(({ before, after }) => ({
      ...named(after.name),
      deed: "changed" as const,
      fields: changedFields({ spec: before }, { spec: after }),
    })),
  ];
}
