import { eq } from "drizzle-orm";
import type { EventKind, EventStatus } from "../../lib/events/event.ts";
import type { SourceRecord } from "../../lib/series/record.ts";
import { event, source } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { byCharacters } from "./order.ts";
import { rowsThen } from "./rows-as-at.ts";
import { sourceRecord, sourcesAsAt } from "./sources.ts";

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

/** All events by date, then by code; with `asAt`, a revision number, as they were at it. */
export async function events(db: Db, asAt?: number): Promise<DatedEvent[]> {
  const now = await eventRows(db);
  if (asAt === undefined) return now;
  const [then, sourceOf] = await Promise.all([rowsThen(db, "events", asAt), sourcesAsAt(db, asAt)]);
  const unchanged = now.filter(({ code }) => !then.has(code));
  const all = unchanged.map((row) => ({ ...row, source: sourceOf.get(row.source.key) ?? row.source }));
  for (const was of then.values()) {
    const said = was && sourceOf.get(was.source);
    if (was && said) all.push({ ...was, source: said });
  }
  const place = ({ date, code }: DatedEvent) => `${date} ${code}`;
  return all.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

function eventRows(db: Db): Promise<DatedEvent[]> {
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
