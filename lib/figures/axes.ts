import { formatTicks } from "../numbers/format-ticks.ts";
import { formatValue } from "../numbers/format-value.ts";
import { unitWords } from "../numbers/unit-words.ts";
import type { Prices, Unit } from "../series/unit.ts";
import type { Axis } from "./model.ts";
import { linearScale, logScale } from "./ticks.ts";

/** What a value axis has to cover and how. */
interface ValueAxisRequest {
  readonly values: readonly number[];
  readonly unit: Unit;
  readonly prices: Prices;
  readonly scale: "linear" | "log";
  /** Whether zero must be on the axis: bars, areas, and lines that ask for it. */
  readonly zero: boolean;
  /** A right or upper end that the values do not move, such as 1 for a share of 100 %. */
  readonly end?: number | undefined;
}

/**
 * A value axis over all the values given (those of the lines and of the benchmarks), widened to round numbers.
 * A log axis covers only the positive ones. Its title names the unit and the prices, and says when the axis is
 * logarithmic or does not start at zero.
 */
export function valueAxis({ values, unit, prices, scale, zero, end }: ValueAxisRequest): Axis {
  const usable = scale === "log" ? values.filter((value) => value > 0) : values;
  const [lowest, highest] = spread(usable, zero && scale === "linear", end);
  const { domain, at } = scale === "log" ? logScale(lowest, highest) : linearScale(lowest, highest);
  const until = end ?? domain[1];
  const texts = formatTicks(at, unit, scale);
  return {
    kind: "value",
    scale,
    domain: [domain[0], until],
    ticks: at
      .map((tick, index) => ({ at: tick, text: texts[index] ?? "" }))
      .filter((tick) => tick.at <= until),
    title: [unitWords(unit, prices), scaleWords(scale, domain[0], unit)]
      .filter((part) => part !== "")
      .join("; "),
  };
}

/** Whether the axis hides zero although all that it shows lies above it. */
export function isCut(axis: Axis): boolean {
  return axis.kind === "value" && axis.scale === "linear" && axis.domain[0] > 0;
}

function scaleWords(scale: "linear" | "log", start: number, unit: Unit): string {
  if (scale === "log") return "log scale";
  return start > 0 ? `axis starts at ${formatValue(start, unit)}` : "";
}

/** Values closer together than this part of their size are drawn as equal: no tick could tell them apart. */
const LEAST_SPREAD = 1e-6;

function spread(values: readonly number[], zero: boolean, end: number | undefined): [number, number] {
  const all = [...values, ...(zero ? [0] : []), ...(end === undefined ? [] : [end])];
  if (all.length === 0) return [0, 1];
  const lowest = Math.min(...all);
  const highest = Math.max(...all);
  const size = Math.max(Math.abs(lowest), Math.abs(highest));
  if (highest - lowest > size * LEAST_SPREAD) return [lowest, highest];
  const room = size / 2 || 1;
  return [lowest - room, highest + room];
}
