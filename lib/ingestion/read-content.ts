import { FigureSpec } from "../figures/spec.ts";
import type { Problem } from "./problem.ts";
import { FIGURES_PATH, type RawPackage } from "./read-package.ts";
import { type Placed, readRows, type TableRead } from "./read-table.ts";
import { TABLE_NAMES, type TableName } from "./tables.ts";

/** Every row of a package that could be read on its own, by table; a table the package lacks is absent. */
export interface Content extends TableReads {
  readonly figures?: { readonly rows: readonly Placed<FigureSpec>[]; readonly problems: readonly Problem[] };
}

/** The CSV part of it. */
export type TableReads = { readonly [Name in TableName]?: TableRead<Name> };

/** Reads each cell and each figure by itself. What rows owe to each other is `checkContent`'s part. */
export function readContent({ tables, figures }: RawPackage): Content {
  const content: TableReads = Object.fromEntries(
    TABLE_NAMES.flatMap((table) => {
      const reads = tables.filter((raw) => raw.table === table).map((raw) => readRows(table, raw));
      return reads.length === 0 ? [] : [[table, joined(reads)]];
    }),
  );
  return figures === null ? content : { ...content, figures: readFigures(figures) };
}

function joined<Name extends TableName>(reads: readonly TableRead<Name>[]): TableRead<Name> {
  return {
    rows: reads.flatMap((read) => read.rows),
    problems: reads.flatMap((read) => read.problems),
    keys: reads.flatMap((read) => read.keys),
  };
}

function readFigures(specs: readonly unknown[]): NonNullable<Content["figures"]> {
  const rows: Placed<FigureSpec>[] = [];
  const problems: Problem[] = [];
  for (const [index, spec] of specs.entries()) {
    const place = { resource: FIGURES_PATH, row: index + 1 };
    const read = FigureSpec.safeParse(spec, { reportInput: true });
    if (read.success) rows.push({ ...place, value: read.data });
    else {
      for (const issue of read.error.issues) {
        const column = issue.path.join(".") || null;
        const value = issue.input === undefined ? null : JSON.stringify(issue.input);
        problems.push({ ...place, column, value, rule: "figure", remedy: `mend it: ${issue.message}` });
      }
    }
  }
  return { rows, problems };
}
