import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { checkRow } from "../../lib/editing/check-row.ts";
import { EDITED_TABLES, type EditedRows, type EditedTable } from "../../lib/editing/edited-table.ts";
import { readTexts, textsOf } from "../../lib/editing/row-texts.ts";
import { withoutName } from "../../lib/editing/stored-texts.ts";
import { planPackage } from "../../lib/ingestion/ingest.ts";
import type { Plan } from "../../lib/ingestion/plan.ts";
import { EMPTY_CATALOGUE, EMPTY_SNAPSHOT, EMPTY_STORE } from "../../lib/ingestion/testing.ts";
import { readDirectory } from "../ingestion/read-directory.ts";

const today = "2026-11-23";

async function theCatalogue(): Promise<Plan> {
  const read = readDirectory(fileURLToPath(new URL(".", import.meta.url)));
  if (!read.ok) expect.fail("the catalogue cannot be read");
  const planned = await planPackage(EMPTY_STORE, read.value.files, today);
  if (!planned.ok) expect.fail("the catalogue is not sound");
  return planned.value;
}

function rowsOf(plan: Plan, table: EditedTable): readonly EditedRows[EditedTable][] {
  if (table !== "figures") return plan[table].added;
  return plan.figures.added.map((spec, index) => ({
    ...{ name: spec.name, isOnDashboard: true, position: index + 1, spec: withoutName(spec) },
  }));
}

/** As a browser sends what it was given: lines end in two characters. */
function sent(texts: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [field, text] of Object.entries(texts)) form.set(`row.${field}`, text.replaceAll("\n", "\r\n"));
  return form;
}

test("every row of the catalogue comes back from its form as it went in", async () => {
  const plan = await theCatalogue();
  const held = { ...EMPTY_CATALOGUE, figures: plan.figures.added };
  const snapshot = {
    ...EMPTY_SNAPSHOT,
    held: {
      ...held,
      ...{ sources: plan.sources.added, series: plan.series.added, eras: plan.eras.added },
      ...{ events: plan.events.added, rounds: plan.rounds.added, seedFacts: plan.seedFacts.added },
      ...{ indicators: plan.indicators.added, thresholds: plan.thresholds.added },
    },
  };
  for (const table of EDITED_TABLES) {
    const rows = rowsOf(plan, table);
    expect(rows.length, table).toBeGreaterThan(5);
    for (const row of rows) {
      const form = sent(textsOf(table, row as never));
      const checked = checkRow(table, readTexts(table, form, "row."), { snapshot, today, isNew: false });
      expect(checked).toEqual({ ok: true, value: row });
    }
  }
});
