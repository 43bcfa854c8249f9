import { eq } from "drizzle-orm";
import type { EventKind, EventStatus } from "../../lib/events/event.ts";
import type { SourceRecord } from "../../lib/series/record.ts";
import { event, source } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { byCharacters } from "./order.ts";
import { sourceRecord } from "./sources.ts";

/** A dated event; dates are ISO text, as precise as is known. */
export interface DatedEvent {
  readonly code: string;
  readonly era: string | null;
  readonly date: string;
  readonly endDate: string | null;
  readonly label: string;
  readonly kind: EventKind;
  readonly status: EventStatus;
  readonly note: string;
  readonly source: SourceRecord;
}

/** All events by date, then by code. */
export function events(db: Db): Promise<DatedEvent[]> {
  return db
    .select({
      code: event.code,
      era: event.eraCode,
      date: event.date,
      endDate: event.endDate,
      label: event.label,
      kind: event.kind,
      status: event.status,
      note: event.note,
      source: sourceRecord,
    })
    .from(event)
    .innerJoin(source, eq(source.id, event.sourceId))
    .orderBy(byCharacters(event.date), byCharacters(event.code));
}
