import { US_CONTEXT } from "../formula/index.ts";
import { formatValue } from "../numbers/format-value.ts";
import type { SeriesRecord } from "../series/record.ts";
import type { SeriesType, Status } from "../series/series.ts";
import { isCut } from "./axes.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Axis, Panel } from "./model.ts";
import { type PlottedLine, rangeOf } from "./plotted-line.ts";

const CLAIMED = "Hollow: said by one secondary source and not verified.";
const PROVISIONAL = "Hollow: provisional, still to be revised by its publisher.";
const UNSURE = "Hollow: provisional, or said by one secondary source and not verified; the table says which.";
const UNSURE_BAND = "Some ends of a band are estimates, provisional or not verified; the table says which.";
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

/** What a reader has to know of lines: logs, cut axes, gaps, bands, first reports, and the lines' own notes. */
export function lineFootnotes(lines: readonly PlottedLine[], panels: readonly Panel[]): string[] {
  const gaps = lines.filter((line) => {
    const ends = rangeOf(line)?.points ?? [];
    return line.points.some(({ y }) => y === null) || ends.some(({ text }) => text === null);
  });
  return [
    panels.some(({ y }) => y.scale === "log") ? "Log scale: equal steps are equal percentage moves." : null,
    ...cutFootnotes(panels.map(({ y }) => y)),
    gapFootnote(gaps),
    ...lines.flatMap(unloggableFootnotes),
    ...rangeFootnotes(lines),
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

function unloggableFootnotes(line: PlottedLine): string[] {
  const range = rangeOf(line);
  const ofBand = range ? range.low.unloggable + range.high.unloggable : 0;
  return [
    ...unloggableFootnote(line.spec.label, line.unloggable),
    ...unloggableFootnote(`${line.spec.label}, ${range?.label}`, ofBand),
  ];
}

function unloggableFootnote(label: string, unloggable: number): string[] {
  if (unloggable === 0) return [];
  const values =
    unloggable === 1 ? "One value" : `${formatValue(unloggable, { kind: "count", of: "" })} values`;
  return [
    `${label}: ${values} of zero or less cannot stand on a log axis and ${unloggable === 1 ? "is" : "are"} left as a gap.`,
  ];
}

/** What each band is, once when all are the same, and whether some of its ends are not sure. */
function rangeFootnotes(lines: readonly PlottedLine[]): string[] {
  const bands = lines.flatMap((line) => {
    const range = rangeOf(line);
    return range ? [{ line: line.spec.label, range }] : [];
  });
  const labels = new Set(bands.map(({ range }) => range.label));
  const areAlike = labels.size === 1 && bands.length === lines.length;
  const names = areAlike
    ? [`Band: ${[...labels].join()}.`]
    : bands.map(({ line, range }) => `Band of ${line}: ${range.label}.`);
  const isUnsure = bands.some(({ range: { low, high } }) =>
    [...low.points, ...high.points].some(({ y, status }) => y !== null && status !== "reported"),
  );
  return [...names, ...(isUnsure ? [UNSURE_BAND] : [])];
}

function constantBase({ prices }: SeriesType): string[] {
  return prices.kind === "constant" ? [prices.base] : [];
}
