import { firstDay } from "../periods/period.ts";
import type { Known } from "./known.ts";
import { about, type Problem } from "./problem.ts";
import type { Placed } from "./read-table.ts";
import type { EraRow, EventRow, RoundRow, SeedFactRow } from "./tables.ts";

/** The sources of an era's turning points are known, a turn is complete, and the turns follow each other. */
export function checkEras(rows: readonly Placed<EraRow>[], known: Pick<Known, "sources">): Problem[] {
  return rows.flatMap((placed) => {
    const { value: era } = placed;
    return [
      ...source(placed, known, era.onsetSource, "onset_source"),
      ...source(placed, known, era.peakSource, "peak_source"),
      ...source(placed, known, era.troughSource, "trough_source"),
      ...wholeTurn(placed, "peak", era.peak, era.peakEvent, era.peakSource),
      ...wholeTurn(placed, "trough", era.trough, era.troughEvent, era.troughSource),
      ...inOrder(placed, era.onset, era.peak, "peak"),
      ...inOrder(placed, era.peak ?? era.onset, era.trough, "trough"),
    ];
  });
}

/** The source and the era of an event are known, and a range ends after it begins. */
export function checkEvents(
  rows: readonly Placed<EventRow>[],
  known: Pick<Known, "sources" | "eras">,
): Problem[] {
  return rows.flatMap((placed) => {
    const { value: event } = placed;
    return [
      ...source(placed, known, event.source),
      ...(event.era === null || known.eras.has(event.era)
        ? []
        : [about(placed, "era", event.era, "reference", "add the era to eras.csv")]),
      ...inOrder(placed, event.date, event.endDate, "end_date"),
    ];
  });
}

/** The source of a round is known. */
export function checkRounds(rows: readonly Placed<RoundRow>[], known: Pick<Known, "sources">): Problem[] {
  return rows.flatMap((placed) => source(placed, known, placed.value.source));
}

/** What carries a claim is there: an observation as `CODE@period`, a round, an event or a series. */
export function checkSeedFacts(
  rows: readonly Placed<SeedFactRow>[],
  known: Pick<Known, "observations" | "rounds" | "events" | "series">,
): Problem[] {
  const homes = {
    observation: { names: known.observations, remedy: "write CODE@period of a stored observation" },
    round: { names: known.rounds, remedy: "write the code of a round in rounds.csv" },
    event: { names: known.events, remedy: "write the code of an event in events.csv" },
    series: { names: known.series, remedy: "write the code of a series in series.csv" },
  };
  return rows.flatMap((placed) => {
    const { targetKind, target } = placed.value;
    const home = homes[targetKind];
    return home.names.has(target) ? [] : [about(placed, "target", target, "reference", home.remedy)];
  });
}

function source(
  place: Placed<unknown>,
  known: Pick<Known, "sources">,
  key: string | null,
  column = "source",
): Problem[] {
  if (key === null || known.sources.has(key)) return [];
  return [about(place, column, key, "reference", "add the source to sources.csv")];
}

function wholeTurn(
  place: Placed<unknown>,
  column: string,
  ...parts: readonly [period: string | null, event: string | null, source: string | null]
): Problem[] {
  const columns = [column, `${column}_event`, `${column}_source`];
  const lacking = columns.filter((_, at) => parts[at] === null);
  if (lacking.length === 0 || lacking.length === columns.length) return [];
  const remedy = `give ${columns.join(", ")} together, or none of them`;
  return lacking.map((name) => about(place, name, "", "complete", remedy));
}

function inOrder(place: Placed<unknown>, before: string, after: string | null, column: string): Problem[] {
  if (after === null || firstDay(after) >= firstDay(before)) return [];
  return [about(place, column, after, "order", `write ${before} or later`)];
}
