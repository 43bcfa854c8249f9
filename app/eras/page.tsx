import type { Metadata } from "next";
import { formatPeriod } from "../../lib/numbers/format-period.ts";
import { PageHead } from "../_components/ui/page-head.tsx";
import { ScrollRegion } from "../_components/ui/scroll-region.tsx";
import { SourceLink } from "../_components/ui/source-link.tsx";
import { StatusTag } from "../_components/ui/status-tag.tsx";
import { TableHead } from "../_components/ui/table-head.tsx";
import { type EraView, type EventView, loadEras, type TurnView } from "../_data/eras.ts";
import "./eras.css";

export const metadata: Metadata = { title: "Eras" };

const COLUMNS = [
  { label: "Era" },
  { label: "Onset" },
  { label: "Peak" },
  { label: "Trough" },
  { label: "Months to peak", isNumber: true },
  { label: "Months from peak to trough", isNumber: true },
];

/** The booms that are compared, where each is held to begin, peak and end, and what happened in them. */
export default async function ErasPage() {
  const { eras, otherEvents } = await loadEras();
  return (
    <>
      <PageHead title="Eras">
        A clock starts at an era’s onset, so the choice of onset decides the comparison. Each turning point is
        an event with a source; none of them is beyond dispute.
      </PageHead>
      <ScrollRegion label="Turning points of the eras">
        <table className="table stacks turns">
          <caption className="visually-hidden">Turning points of the eras</caption>
          <TableHead columns={COLUMNS} />
          <tbody>
            {eras.map((era) => (
              <EraRow key={era.code} era={era} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {eras.map((era) => (
        <section key={era.code} className="section" id={era.code} aria-labelledby={`${era.code}-events`}>
          <h2 id={`${era.code}-events`} className={`era-name ${era.hue}`}>
            {era.name}
          </h2>
          <EventList events={era.events} />
        </section>
      ))}
      {otherEvents.length > 0 && (
        <section className="section" aria-labelledby="other-events">
          <h2 id="other-events">Other events</h2>
          <EventList events={otherEvents} />
        </section>
      )}
    </>
  );
}

function EraRow({ era }: { readonly era: EraView }) {
  return (
    <tr>
      <th scope="row" className={`era-name ${era.hue}`}>
        <a href={`#${era.code}`}>{era.name}</a>
      </th>
      <TurnCell name="Onset" turn={era.onset} />
      <TurnCell name="Peak" turn={era.peak} />
      <TurnCell name="Trough" turn={era.trough} />
      <td className="number" data-label="Months to peak">
        {era.monthsToPeak ?? "–"}
      </td>
      <td className="number" data-label="from peak to trough">
        {era.monthsToTrough ?? "–"}
      </td>
    </tr>
  );
}

function TurnCell({ name, turn }: { readonly name: string; readonly turn: TurnView | null }) {
  if (turn === null) {
    return (
      <td className="muted" data-label={name}>
        not declared
      </td>
    );
  }
  return (
    <td className="turn" data-label={name}>
      <b>{formatPeriod(turn.period)}</b>
      <p className="remark">
        {turn.event}. <SourceLink title={turn.source.publisher} url={turn.source.url} />
      </p>
    </td>
  );
}

function EventList({ events }: { readonly events: readonly EventView[] }) {
  if (events.length === 0) return <p className="notice">No event of this era is stored.</p>;
  return (
    <ol className="events">
      {events.map((event) => (
        <li key={event.code} id={event.code}>
          <span className="date">
            {formatPeriod(event.date)}
            {event.endDate && <> to {formatPeriod(event.endDate)}</>}
          </span>
          <div>
            <p>
              {event.label} <StatusTag status={event.status} />
            </p>
            <p className="remark">
              {event.note && <>{event.note} </>}
              <SourceLink title={`${event.source.publisher}, ${event.source.title}`} url={event.source.url} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
