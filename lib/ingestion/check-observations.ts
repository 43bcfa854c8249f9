import { formsOf } from "../periods/forms.ts";
import { type Frequency, frequencyWords } from "../periods/frequency.ts";
import { firstDay, parsePeriod } from "../periods/period.ts";
import { outsideRange } from "../series/plausible.ts";
import { isTooEarly } from "../vintages/knowable.ts";
import { PERIOD_FORMS } from "./cells.ts";
import type { Known } from "./known.ts";
import { about, type Problem } from "./problem.ts";
import type { Placed } from "./read-table.ts";
import type { ObservationRow, SeriesRow } from "./tables.ts";

/**
 * What an observation owes to its series and to the calendar.
 *
 * - Its series and its source are known, and the series is not retired.
 * - The period has the form of the series' frequency and exists in the calendar.
 * - The vintage is not after `today`, and not before the period begins: nobody knows a value before that.
 *   An estimate may be earlier, as guidance is.
 * - The value lies within the plausible range of its series, both ends included.
 */
export function checkObservations(
  rows: readonly Placed<ObservationRow>[],
  known: Pick<Known, "series" | "seriesRows" | "sources">,
  retired: ReadonlySet<string>,
  today: string,
): Problem[] {
  const problems: Problem[] = [];
  for (const placed of rows) {
    const { value: row } = placed;
    if (!known.series.has(row.series)) {
      problems.push(about(placed, "series", row.series, "reference", "add the series to series.csv"));
    }
    if (retired.has(row.series)) {
      problems.push(about(placed, "series", row.series, "retired", "write the code of a series in use"));
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
  const forms = formsOf(frequency);
  if (!found || !forms.includes(found.frequency)) {
    const written = forms.map((form) => PERIOD_FORMS[form]).join(", ");
    const remedy = `write ${written}, as the series is ${frequencyWords(frequency).adjective}`;
    return [about(placed, "period", period, "period", remedy)];
  }
  const begins = firstDay(period);
  if (!isTooEarly(vintage, begins, status)) return [];
  const remedy = `write ${begins} or later, or give the value the status estimate`;
  return [about(placed, "vintage", vintage, "early", remedy)];
}

function rangeProblems(placed: Placed<ObservationRow>, series: SeriesRow): Problem[] {
  const { value } = placed.value;
  const range = value === null ? null : outsideRange(value, series);
  if (value === null || range === null) return [];
  return [about(placed, "value", value, "plausible", `check the scale: ${series.code} lies in ${range}`)];
}
