import { formatPeriod } from "../numbers/format-period.ts";
import type { Period } from "../periods/period.ts";
import type { SeriesRecord } from "../series/record.ts";
import type { FigureContext, FigureData } from "./data.ts";
import type { Evaluation, Use } from "./evaluation.ts";
import { deflationFootnotes } from "./footnotes.ts";
import { freshness } from "./freshness.ts";
import { reportFootnotes } from "./mixed-reports.ts";
import type { Axis, FigureModel, Table } from "./model.ts";
import { sourceNotes } from "./sources.ts";
import type { FigureSpec } from "./spec.ts";
import { chooseTitle, type Readings } from "./template.ts";

/** What a kind of figure decides by itself; `frame` adds what all kinds have in common. */
export interface FigureParts
  extends Pick<FigureModel, "x" | "panels" | "missing">,
    Partial<Pick<FigureModel, "bands" | "events" | "calendars" | "items" | "groups" | "itemMark">> {
  /** Everything evaluated that is drawn, for sources and the guard's sentences. */
  readonly uses: readonly Use[];
  /** The guard's sentences about things that share an axis. */
  readonly setLabels: readonly string[];
  readonly readings: Readings;
  readonly footnotes: readonly string[];
  readonly table: Table;
  /** Sentences on the values drawn. */
  readonly summary: string;
  /** The last period drawn of each line. */
  readonly lastDrawn: readonly Period[];
  /** Series whose newest value the figure is expected to show. */
  readonly watched: readonly SeriesRecord[];
}

const NOTHING_AXIS: Axis = { kind: "value", scale: "linear", domain: [0, 1], ticks: [], title: "" };

/** The whole model of a figure from what its kind decided: title, notes, sources, freshness and summary. */
export function frame(
  spec: FigureSpec,
  data: FigureData,
  context: FigureContext,
  parts: FigureParts,
): FigureModel {
  const evaluations = parts.uses.map(({ evaluation }) => evaluation);
  const guardSentences = evaluations.flatMap(({ labels }) => labels);
  const own = spec.unlike === undefined ? [] : [spec.unlike];
  const title = chooseTitle(spec.titles, spec.subtitle, parts.readings);
  const { bands = [], events = [], calendars = [], items = [], groups = [], itemMark = "bar" } = parts;
  return {
    name: spec.name,
    kind: spec.kind,
    title,
    subtitle: spec.subtitle,
    unlike: distinct([...own, ...guardSentences, ...parts.setLabels]),
    missing: parts.missing,
    empty: null,
    x: parts.x,
    panels: parts.panels,
    bands,
    events,
    calendars,
    items,
    groups,
    itemMark,
    table: parts.table,
    footnotes: distinct([
      ...spec.notes,
      ...deflationFootnotes(evaluations, data.records),
      ...reportFootnotes(parts.uses),
      ...parts.footnotes,
    ]),
    sources: sourceNotes(parts.uses, data.records),
    summary: `${title}. ${spec.subtitle.replace(/\.$/, "")}. ${parts.summary}`.trim(),
    freshness: freshness(parts.lastDrawn, parts.watched, context.asOf),
    asOf: context.asOf,
  };
}

/** The model of a figure of which nothing can be drawn: it keeps its title, notes and reasons. */
export function emptyFrame(
  spec: FigureSpec,
  data: FigureData,
  context: FigureContext,
  missing: FigureModel["missing"],
): FigureModel {
  const reasons = distinct(missing.map(({ reason }) => reason));
  const empty =
    `Nothing can be drawn from what was known on ${formatPeriod(context.asOf)}. ${reasons.join(" ")}`.trim();
  const model = frame(spec, data, context, {
    x: NOTHING_AXIS,
    panels: [],
    missing,
    uses: [],
    setLabels: [],
    readings: new Map(),
    footnotes: [],
    table: { caption: spec.subtitle, columns: [], rows: [] },
    summary: empty,
    lastDrawn: [],
    watched: [],
  });
  return { ...model, empty };
}

/** The records of the codes that formulas name, each once. */
export function namedRecords(evaluations: readonly Evaluation[], data: FigureData): SeriesRecord[] {
  const codes = new Set(evaluations.flatMap(({ named }) => named));
  return [...codes].flatMap((code) => data.records.get(code) ?? []);
}

function distinct(sentences: readonly string[]): string[] {
  return [...new Set(sentences)];
}
