import { FigureSpec } from "../figures/spec.ts";
import { COMMON_SCALE } from "../indicators/threshold.ts";
import { erasIn, eventsIn } from "../ingestion/check-figures.ts";
import type { RowName, StoredRows, StoredTable } from "./row-change.ts";

/** A row with the table it belongs to. */
export interface StoredRow {
  readonly table: StoredTable;
  readonly row: StoredRows[StoredTable];
}

/** What a row refers to by name. */
export function referencesOf({ table, row }: StoredRow): RowName[] {
  switch (table) {
    case "sources":
      return [];
    case "series":
    case "rounds":
      return named("sources", (row as StoredRows["series" | "rounds"]).source);
    case "eras": {
      const { onsetSource, peakSource, troughSource } = row as StoredRows["eras"];
      return named("sources", onsetSource, peakSource, troughSource);
    }
    case "events": {
      const { source, era } = row as StoredRows["events"];
      return [...named("sources", source), ...named("eras", era)];
    }
    case "seedFacts": {
      const { targetKind, target } = row as StoredRows["seedFacts"];
      if (targetKind === "observation") return [];
      return named(({ series: "series", event: "events", round: "rounds" } as const)[targetKind], target);
    }
    case "indicators":
      return named("figures", (row as StoredRows["indicators"]).figure);
    case "thresholds": {
      const { source, indicator } = row as StoredRows["thresholds"];
      return [
        ...named("sources", source),
        ...named("indicators", indicator === COMMON_SCALE ? null : indicator),
      ];
    }
    case "figures": {
      const spec = FigureSpec.safeParse((row as StoredRows["figures"]).spec);
      if (!spec.success) return [];
      const texts = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text);
      return [
        ...named("eras", ...texts(erasIn(spec.data))),
        ...named("events", ...texts(eventsIn(spec.data))),
      ];
    }
  }
}

function named(table: StoredTable, ...keys: readonly (string | null)[]): RowName[] {
  return keys.flatMap((key) => (key === null ? [] : [{ table, key }]));
}
