import "server-only";
import { eras } from "../../db/queries/eras.ts";
import { type DatedEvent, events } from "../../db/queries/events.ts";
import { sources } from "../../db/queries/sources.ts";
import type { Era, EraHue, Turn } from "../../lib/eras/era.ts";
import { invariant } from "../../lib/invariant.ts";
import { containingPeriod, ordinal, type Period } from "../../lib/periods/period.ts";
import { perRevision } from "./per-revision.ts";
import { store } from "./store.ts";

/** A turning point with the source that names it. */
export interface TurnView {
  readonly period: Period;
  readonly event: string;
  readonly source: { readonly publisher: string; readonly title: string; readonly url: string };
}

/** A dated event as pages list it. */
export type EventView = DatedEvent;

/** An era with its turning points, how many months they lie apart, and its events in order of date. */
export interface EraView {
  readonly code: string;
  readonly name: string;
  readonly hue: EraHue;
  readonly onset: TurnView;
  readonly peak: TurnView | null;
  readonly trough: TurnView | null;
  /** `null` while the turning point has not been declared. */
  readonly monthsToPeak: number | null;
  readonly monthsToTrough: number | null;
  readonly events: readonly EventView[];
}

/** All eras by onset, and the events that belong to none. */
export function loadEras(): Promise<{
  readonly eras: readonly EraView[];
  readonly otherEvents: readonly EventView[];
}> {
  return perRevision("eras", async () => {
    const { db } = await store();
    const [allEras, allEvents, allSources] = await Promise.all([eras(db), events(db), sources(db)]);
    const sourceOf = new Map(allSources.map((source) => [source.key, source]));

    const turnView = ({ period, event, source }: Turn): TurnView => {
      const found = sourceOf.get(source);
      invariant(found, `the source ${source} of a turning point is stored`);
      return { period, event, source: found };
    };
    const eraView = ({ code, name, hue, onset, peak, trough }: Era): EraView => ({
      code,
      name,
      hue,
      onset: turnView(onset),
      peak: peak && turnView(peak),
      trough: trough && turnView(trough),
      monthsToPeak: monthsBetween(onset, peak),
      monthsToTrough: monthsBetween(peak, trough),
      events: allEvents.filter((event) => event.era === code),
    });
    return { eras: allEras.map(eraView), otherEvents: allEvents.filter((event) => event.era === null) };
  });
}

/** Calendar months from one turning point to another, by the months that hold their first days. */
function monthsBetween(from: Turn | null, to: Turn | null): number | null {
  if (from === null || to === null) return null;
  const month = (turn: Turn) => ordinal(containingPeriod(turn.period, "M"), "M");
  return month(to) - month(from);
}
