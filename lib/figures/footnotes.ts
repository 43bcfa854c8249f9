import { US_CONTEXT } from "../formula/index.ts";
import { formatValue } from "../numbers/format-value.ts";
import type { SeriesRecord } from "../series/record.ts";
import type { SeriesType, Status } from "../series/series.ts";
import { isCut } from "./axes.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Axis, Panel } from "./model.ts";
import type { PlottedLine } from "./plotted-line.ts";

const CLAIMED = "Hollow: said by one secondary source and not verified.";
const PROVISIONAL = "Hollow: provisional, still to be revised by its publisher.";
const UNSURE = "Hollow: provisional, or said by one secondary source and not verified; the table says which.";
const ESTIMATE = "Some values are estimates by others than their publisher; the table says which.";

/** What a reader has to know of the statuses drawn. */
export function statusFootnotes(statuses: Iterable<Status>): string[] {
  const drawn = new Set(statuses);
  return [hollowFootnote(drawn), drawn.has("estimate") ? ESTIMATE : null].filter((note) => note !== null);
}

function hollowFootnote(drawn: ReadonlySet<Status>): string | null {
  if (drawn.has("claimed")) return drawn.has("provisional") ? UNSURE : CLAIMED;
  return drawn.has("provisional") ? PROVISIONAL : null;
}

/** What was deflated, with which index and to which base: one sentence for each base. */
export function deflationFootnotes(
  evaluations: readonly Pick<Evaluation, "codes" | "type">[],
  records: ReadonlyMap<string, SeriesRecord>,
): string[] {
  const index = records.get(US_CONTEXT.deflator);
  if (!index) return [];
  const deflated = evaluations
    .filter(({ codes }) => codes.includes(index.series.code))
    .map(({ type }) => type);
  const bases = new Set(deflated.flatMap(constantBase));
  return [...bases].map(
    (base) => `Restated in ${base} prices with ${index.series.title} (${index.series.code}).`,
  );
}

/** What a reader has to know of lines: logs, cut axes, gaps, first reports, and the lines' own notes. */
export function lineFootnotes(lines: readonly PlottedLine[], panels: readonly Panel[]): string[] {
  const gaps = lines.filter(({ points }) => points.some(({ y }) => y === null));
  return [
    panels.some(({ y }) => y.scale === "log") ? "Log scale: equal steps are equal percentage moves." : null,
    ...cutFootnotes(panels.map(({ y }) => y)),
    gapFootnote(gaps),
    ...lines.map(unloggableFootnote),
    lines.some(({ firstReports }) => firstReports.length > 0)
      ? "Ticks: values as first reported, since restated."
      : null,
    ...lines.map(({ spec }) => (spec.note === undefined ? null : `${spec.label}: ${spec.note}`)),
  ].filter((note) => note !== null);
}

function gapFootnote(gaps: readonly PlottedLine[]): string | null {
  if (gaps.length === 0) return null;
  return gaps.some(({ spec }) => spec.connectGaps)
    ? "Gaps are periods without a value; thin dashes only lead the eye across."
    : "Gaps are periods without a value; nothing is filled in.";
}

function cutFootnotes(axes: readonly Axis[]): string[] {
  return axes.some(isCut) ? ["The value axis does not start at zero."] : [];
}

function unloggableFootnote({ spec, unloggable }: PlottedLine): string | null {
  if (unloggable === 0) return null;
  const values =
    unloggable === 1 ? "One value" : `${formatValue(unloggable, { kind: "count", of: "" })} values`;
  return `${spec.label}: ${values} of zero or less cannot stand on a log axis and ${unloggable === 1 ? "is" : "are"} left as a gap.`;
}

function constantBase({ prices }: SeriesType): string[] {
  return prices.kind === "constant" ? [prices.base] : [];
}
