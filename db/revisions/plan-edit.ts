import { max } from "drizzle-orm";
import type { Difference, Plan } from "../../lib/ingestion/plan.ts";
import type { StoredFigure } from "../../lib/revisions/row-change.ts";
import { figure } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { nameText, storedRows } from "./stored-rows.ts";
import type { RowEdit } from "./write-rows.ts";

/**
 * What a plan writes to the small tables. New figures go to the end of the dashboard; one that changes keeps its
 * place, on the dashboard or off it.
 */
export async function editOfPlan(db: Db, plan: Plan): Promise<RowEdit> {
  return {
    put: {
      sources: changed(plan.sources),
      series: changed(plan.series).map((row) => ({ ...row, isRetired: false })),
      eras: changed(plan.eras),
      events: changed(plan.events),
      rounds: changed(plan.rounds),
      seedFacts: changed(plan.seedFacts),
      figures: await figuresOf(db, plan),
      indicators: changed(plan.indicators),
      thresholds: changed(plan.thresholds),
    },
    remove: [],
  };
}

async function figuresOf(db: Db, plan: Plan): Promise<StoredFigure[]> {
  const specs = changed(plan.figures);
  if (specs.length === 0) return [];
  const names = specs.map(({ name }) => ({ table: "figures" as const, key: name }));
  const held = await storedRows(db, names);
  const [positions] = await db.select({ last: max(figure.position) }).from(figure);
  const next = (positions?.last ?? 0) + 1;
  return specs.map((spec, index) => {
    const stored = held.get(nameText({ table: "figures", key: spec.name })) as StoredFigure | undefined;
    const place = stored ?? { position: next + index, isOnDashboard: true };
    return { name: spec.name, spec, position: place.position, isOnDashboard: place.isOnDashboard };
  });
}

/** The rows a commit writes: those that are new and the new state of those that change. */
function changed<Row>({ added, revised }: Difference<Row>): Row[] {
  return [...added, ...revised.map(({ after }) => after)];
}
