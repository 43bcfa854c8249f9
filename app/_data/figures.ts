import "server-only";
import { eras } from "../../db/queries/eras.ts";
import { events } from "../../db/queries/events.ts";
import { type Figure, figureByName, figures } from "../../db/queries/figures.ts";
import { loadSeriesRecords } from "../../db/queries/series-records.ts";
import { seriesType, storedUnitWords } from "../../db/queries/series-type.ts";
import {
  buildFigure,
  codesInSpec,
  FIGURE_NAME,
  type FigureModel,
  FigureSpec,
} from "../../lib/figures/index.ts";
import { codeOfSeriesFigure, seriesFigureSpec } from "../../lib/figures/series-figure.ts";
import { COMPOSITE_FIGURE } from "../../lib/indicators/composite-figure.ts";
import type { Period } from "../../lib/periods/period.ts";
import type { SeriesRecord } from "../../lib/series/record.ts";
import { type AsOf, type Moment, momentOf } from "./as-of.ts";
import { loadCompositeFigure } from "./composite.ts";
import { logFailure } from "./failure.ts";
import { perRevision } from "./per-revision.ts";
import { describedSeries, findSeries } from "./series.ts";
import { store } from "./store.ts";

/** A figure of the dashboard: its model, or the id under which the log has why it could not be made. */
export type DashboardEntry =
  | { readonly name: string; readonly model: FigureModel; readonly failure?: never }
  | { readonly name: string; readonly model?: never; readonly failure: { readonly id: string } };

/** The figures of the dashboard, in order. One that cannot be made is an entry with a failure; the others go on. */
export async function loadDashboard(asOf: AsOf = {}): Promise<readonly DashboardEntry[]> {
  const moment = await momentOf(asOf);
  return perRevision(`dashboard ${moment.name}`, async () =>
    buildDashboard(moment, { figures: await listFigures(moment), overlay: asStored }),
  );
}

/** Series as figures are to see them: as they are stored, or as they would be after a commit. */
export type Overlay = (records: ReadonlyMap<string, SeriesRecord>) => ReadonlyMap<string, SeriesRecord>;

const asStored: Overlay = (records) => records;

/** The codes of the series that the figures of the dashboard are made of. */
export async function codesOnDashboard(): Promise<ReadonlySet<string>> {
  const shown = (await listFigures(await momentOf({}))).filter((figure) => figure.isOnDashboard);
  return new Set(
    shown.flatMap(({ spec }) => {
      const read = FigureSpec.safeParse(spec);
      return read.success ? codesInSpec(read.data) : [];
    }),
  );
}

/** What is otherwise than it is stored: series, and the specifications of figures, new ones at the end. */
interface Supposed {
  readonly overlay: Overlay;
  readonly codes: ReadonlySet<string>;
  readonly specs: readonly FigureSpec[];
}

/** The figures of the dashboard that would be otherwise, or that any of these series goes into, as they would be. */
export async function dashboardWith({ overlay, codes, specs }: Supposed): Promise<readonly DashboardEntry[]> {
  const moment = await momentOf({});
  const supposed = new Map(specs.map((spec) => [spec.name, spec]));
  const stored = await listFigures(moment);
  const names = new Set(stored.map(({ name }) => name));
  const figures = [
    ...stored.map((figure) => ({ ...figure, spec: supposed.get(figure.name) ?? figure.spec })),
    ...specs
      .filter(({ name }) => !names.has(name))
      .map((spec) => ({ name: spec.name, spec, isOnDashboard: true })),
  ];
  return buildDashboard(moment, {
    figures,
    overlay,
    uses: (spec) => supposed.has(spec.name) || codesInSpec(spec).some((code) => codes.has(code)),
  });
}

interface Shown {
  readonly figures: readonly Pick<Figure, "name" | "spec" | "isOnDashboard">[];
  readonly overlay: Overlay;
  readonly uses?: (spec: FigureSpec) => boolean;
}

async function buildDashboard(
  moment: Moment,
  { figures, overlay, uses = () => true }: Shown,
): Promise<readonly DashboardEntry[]> {
  const shown = figures.filter((figure) => figure.isOnDashboard);
  const specs = shown
    .map(({ name, spec }) => ({ name, spec: FigureSpec.safeParse(spec) }))
    .filter(({ spec }) => !spec.success || uses(spec.data));
  const codes = specs.flatMap(({ spec }) => (spec.success ? codesInSpec(spec.data) : []));
  const stored = await loadFigureData([...new Set(codes)], moment);
  const data = { ...stored, records: overlay(stored.records) };
  return specs.map(({ name, spec }): DashboardEntry => {
    try {
      if (!spec.success) throw spec.error;
      return { name, model: buildFigure(spec.data, data, { asOf: moment.day }) };
    } catch (error) {
      return { name, failure: { id: logFailure(`building the figure ${name}`, error) } };
    }
  });
}

/** The model of one figure: saved, of the composite, or of one series alone; `null` when there is none of this name. */
export async function loadFigure(name: string, asOf: AsOf = {}): Promise<FigureModel | null> {
  if (name === COMPOSITE_FIGURE) return loadCompositeFigure(asOf);
  const moment = await momentOf(asOf);
  return perRevision(`figure ${name} ${moment.name}`, async () => {
    const spec = await findSpec(name, moment);
    if (spec === null) return null;
    return buildFigure(spec, await loadFigureData(codesInSpec(spec), moment), { asOf: moment.day });
  });
}

/** The model that a specification would have if it were saved. */
export async function previewFigure(spec: FigureSpec): Promise<FigureModel> {
  const moment = await momentOf({});
  return buildFigure(spec, await loadFigureData(codesInSpec(spec), moment), { asOf: moment.day });
}

/** Every saved figure in the order of the dashboard. */
function listFigures({ asAt }: Moment): Promise<readonly Figure[]> {
  return perRevision(`figures ${asAt ?? ""}`, async () => figures((await store()).db, asAt));
}

async function findSpec(name: string, moment: Moment): Promise<FigureSpec | null> {
  if (!FIGURE_NAME.test(name)) return null;
  const { db } = await store();
  const saved = await figureByName(db, name, moment.asAt);
  if (saved) return FigureSpec.parse(saved.spec);
  const code = codeOfSeriesFigure(name);
  return code === null ? null : specOfSeries(code, moment);
}

async function specOfSeries(code: string, { asAt }: Moment): Promise<FigureSpec | null> {
  const { db } = await store();
  const [summary, [row], allEras] = await Promise.all([
    findSeries(code, asAt === undefined ? {} : { asOf: `r${asAt}` }),
    describedSeries([code], asAt),
    eras(db, asAt),
  ]);
  if (!summary || !row || summary.firstPeriod === null || summary.lastPeriod === null) return null;
  const reach: { firstPeriod: Period; lastPeriod: Period } = {
    firstPeriod: summary.firstPeriod,
    lastPeriod: summary.lastPeriod,
  };
  return seriesFigureSpec(
    { code, title: row.title, type: seriesType(row), unitWords: storedUnitWords(row), ...reach },
    allEras,
  );
}

async function loadFigureData(codes: readonly string[], { day, asAt }: Moment) {
  const { db } = await store();
  const [records, allEras, allEvents] = await Promise.all([
    loadSeriesRecords(db, codes, day, "public", asAt),
    perRevision(`era rows ${asAt ?? ""}`, () => eras(db, asAt)),
    perRevision(`event rows ${asAt ?? ""}`, () => events(db, asAt)),
  ]);
  return { records, eras: allEras, events: allEvents };
}
