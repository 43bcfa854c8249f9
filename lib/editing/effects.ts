import type { EditedTable } from "./edited-table.ts";
import type { FieldChange } from "./row-difference.ts";
import type { User } from "./usage.ts";

/** What follows from a change elsewhere, a sentence each. */
export function effectsOf(
  table: EditedTable,
  changes: readonly FieldChange[],
  users: readonly User[],
): string[] {
  const becomes = (field: string) => changes.find((change) => change.field === field)?.after;
  const readers = users.filter(({ needsIt }) => needsIt).map(({ words }) => words);
  if (table === "series" && becomes("visibility") === "private") {
    const without = readers.length > 0 ? ` Without it will be ${readers.join(", ")}.` : "";
    return [`It will leave the list of series, its page and the API; editors still find it here.${without}`];
  }
  if (table === "sources" && becomes("redistributable") === "false") {
    return ["Series with values of this source will still be drawn, and no longer be downloaded."];
  }
  return changes.length > 0 && readers.length > 0 ? [`Shown with it: ${readers.join(", ")}.`] : [];
}
