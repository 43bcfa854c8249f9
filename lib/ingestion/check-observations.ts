import { type Frequency, frequencyWords, type RegularFrequency } from "../periods/frequency.ts";
import { firstDay, parsePeriod } from "../periods/period.ts";
import { PERIOD_FORMS } from "./cells.ts";
import type { Known } from "./known.ts";
import { about, type Problem } from "./problem.ts";
import type { Placed } from "./read-table.ts";
import type { ObservationRow, SeriesRow } from "./tables.ts";

/** The forms that the dated points of an irregular series may have. */
const IRREGULAR_FORMS: readonly RegularFrequency[] = ["D", "M", "Q", "H", "A"];

/**
 * What an observation owes to its series and to the calendar.
 *
 * - Its series and its source are known.
 * - The period has the form of the series' frequency and exists in the calendar.
 * - The vintage is not after `today`, and not before the period begins: nobody knows a value before that.
 *   An estimate may be earlier, as guidance is.
 * - The value lies within the plausible range of its series, both ends included.
 */
export function checkObservations(
  rows: readonly Placed<ObservationRow>[],
  known: Pick<Known, "series" | "seriesRows" | "sources">,
  today: string,
): Problem[] {
  const problems: Problem[] = [];
  for (const placed of rows) {
    const { value: row } = placed;
    if (!known.series.has(row.series)) {
      problems.push(about(placed, "series", row.series, "reference", "add the series to series.csv"));
    }
    if (row.source !== null && !known.sources.has(row.source)) {
      problems.push(about(placed, "source", row.source, "reference", "add the source to sources.csv"));
    }
    if (row.vintage > today) {
      problems.push(about(placed, "vintage", row.vintage, "future", `write a day up to ${today}`));
    }
    const series = known.seriesRows.get(row.series);
    if (series) problems.push(...periodProblems(placed, series.frequency), ...rangeProblems(placed, series));
  }
  return problems;
}

function periodProblems(placed: Placed<ObservationRow>, frequency: Frequency): Problem[] {
  const { period, vintage, status } = placed.value;
  const found = parsePeriod(period);
  const forms = frequency === "I" ? IRREGULAR_FORMS : [frequency];
  if (!found || !forms.includes(found.frequency)) {
    const written = forms.map((form) => PERIOD_FORMS[form]).join(", ");
    const remedy = `write ${written}, as the series is ${frequencyWords(frequency).adjective}`;
    return [about(placed, "period", period, "period", remedy)];
  }
  const begins = firstDay(period);
  if (vintage >= begins || status === "estimate") return [];
  const remedy = `write ${begins} or later, or give the value the status estimate`;
  return [about(placed, "vintage", vintage, "early", remedy)];
}

function rangeProblems(placed: Placed<ObservationRow>, series: SeriesRow): Problem[] {
  const { value } = placed.value;
  const least = Number(series.plausibleMin ?? Number.NEGATIVE_INFINITY);
  const most = Number(series.plausibleMax ?? Number.POSITIVE_INFINITY);
  // A range that is out of order is the fault of the series, and reported there.
  if (value === null || least > most || (Number(value) >= least && Number(value) <= most)) return [];
  const range = `${series.plausibleMin ?? "−∞"} to ${series.plausibleMax ?? "∞"}`;
  return [about(placed, "value", value, "plausible", `check the scale: ${series.code} lies in ${range}`)];
}
