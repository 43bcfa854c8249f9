import type { Row } from "./read/row.ts";
import { problemOf } from "./rules.ts";
import type { UploadSettings } from "./settings.ts";
import type { UploadProblem } from "./staged.ts";

/** Looks out, over one pass of a file, for what the editor changed in it that it does not have. */
export interface FixWatch {
  /** Takes note of the rows of a batch. */
  see(rows: readonly Row[]): void;
  /** One warning about the rows, of those seen, and the columns that are changed and not there; or none. */
  unused(columns: readonly string[]): UploadProblem[];
}

/** Watches for the cells that are mended and the rows that are left out, as settings have them. */
export function watchFixes({ fixes, leftOut }: Pick<UploadSettings, "fixes" | "leftOut">): FixWatch {
  const unseen = new Set([...fixes.map(({ row }) => row), ...leftOut]);
  return {
    see(rows) {
      if (unseen.size === 0) return;
      for (const { row } of rows) unseen.delete(row);
    },
    unused(columns) {
      const known = new Set(columns);
      const absent = new Set(fixes.map(({ column }) => column).filter((column) => !known.has(column)));
      const places = [
        ...[...unseen].sort((a, b) => a - b).map((row) => `row ${row}`),
        ...[...absent].map((column) => `column ${column}`),
      ];
      return places.length === 0 ? [] : [problemOf("unused-fix", { value: places.join(", ") })];
    },
  };
}
