import "server-only";
import { pause } from "../../../db/pause.ts";
import { seriesByCodes } from "../../../db/queries/series.ts";
import { wholeUnits } from "../../../db/queries/series-type.ts";
import { seriesAfter, touchedSeries } from "../../../db/uploads/review.ts";
import type { FigureSpec } from "../../../lib/figures/index.ts";
import type { Plan } from "../../../lib/ingestion/plan.ts";
import type { SeriesRecord } from "../../../lib/series/record.ts";
import { recordAfter } from "../../../lib/uploads/record-after.ts";
import { today } from "../clock.ts";
import { compositeWith, loadComposite } from "../composite.ts";
import { codesOnDashboard, dashboardWith, loadDashboard, type Overlay } from "../figures.ts";
import { codesInIndicators } from "../indicators.ts";
import { effectBetween } from "../published.ts";
import { store } from "../store.ts";
import { loadVerdict, verdictWith } from "../verdict.ts";

/** What a commit would do to what the dashboard says. */
export interface Effect {
  readonly verdict: { readonly now: string; readonly after: string };
  /** What becomes of the composite, in a sentence. */
  readonly composite: string | null;
  /**
   * The figures that the series of the file go into, or that it changes itself, in the order of the dashboard: what each
   * says now, `null` when it is new, and after.
   */
  readonly figures: ReadonlyArray<{
    readonly name: string;
    readonly now: string | null;
    readonly after: string;
  }>;
  /** Changed rows of series, sources, eras and events, which figures may draw on as well: their effect is not foreseen. */
  readonly unforeseen: number;
}

/** What an upload does besides storing values. */
type Brings = Pick<Plan, "figures" | "series" | "sources" | "eras" | "events">;

/** An upload has at most as many series as a file may have rows of them; each is a short row here. */
const ALL_SERIES = { offset: 0, limit: 1_000_000 };

/** What a commit of a compared upload would do to the figures of the dashboard and to the verdict. */
export async function loadEffect(id: string, brings: Brings | null): Promise<Effect> {
  const { db } = await store();
  const used = new Set([...(await codesOnDashboard()), ...(await codesInIndicators())]);
  const touched = await touchedSeries(db, id, ALL_SERIES);
  const changed = touched.filter(({ added, revised, withdrawn }) => added + revised + withdrawn > 0);
  const codes = new Set(changed.map(({ code }) => code).filter((code) => used.has(code)));
  const overlay = await overlayOf(id, codes);
  const [now, after, verdictNow, verdictAfter, compositeNow, compositeAfter] = await Promise.all([
    loadDashboard(),
    dashboardWith({ codes, overlay, specs: brings === null ? [] : changedSpecs(brings) }),
    loadVerdict(),
    verdictWith(overlay),
    loadComposite(),
    compositeWith(overlay),
  ]);
  const titleNow = new Map(now.flatMap(({ name, model }) => (model ? [[name, model.title] as const] : [])));
  const figures = after.flatMap(({ name, model }) => {
    return model ? [{ name, now: titleNow.get(name) ?? null, after: model.title }] : [];
  });
  return {
    verdict: { now: verdictNow.verdict.sentence, after: verdictAfter.verdict.sentence },
    composite: effectBetween(compositeNow, compositeAfter),
    figures,
    unforeseen:
      brings === null ? 0 : UNFORESEEN.reduce((sum, table) => sum + brings[table].revised.length, 0),
  };
}

const UNFORESEEN = ["series", "sources", "eras", "events"] as const;

function changedSpecs({ figures: { added, revised } }: Brings): FigureSpec[] {
  return [...added, ...revised.map(({ after }) => after)];
}

/** The series of the file as a commit would leave them; the others as they are stored. */
async function overlayOf(id: string, codes: ReadonlySet<string>): Promise<Overlay> {
  const { db } = await store();
  const rows = await seriesByCodes(db, [...codes]);
  const changes = new Map<string, (record: SeriesRecord) => SeriesRecord>();
  for (const { code, scale, source } of rows) {
    const course = await seriesAfter(db, id, code);
    changes.set(code, (record) =>
      recordAfter(record, course, { vintage: today(), source }, (value) => wholeUnits(value, scale)),
    );
    // A series may have many thousand values, and others are answered between one and the next.
    await pause();
  }
  return (records) => {
    const after = new Map(records);
    for (const [code, change] of changes) {
      const record = records.get(code);
      if (record) after.set(code, change(record));
    }
    return after;
  };
}
