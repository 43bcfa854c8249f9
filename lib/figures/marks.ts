import { type Clock, stepsSinceOnset } from "../eras/clock.ts";
import type { Era } from "../eras/era.ts";
import { dayNumber, endDayNumber } from "../periods/period.ts";
import type { FigureEvent } from "./data.ts";
import type { Axis, Band, EventMark, Panel } from "./model.ts";

type Domain = Axis["domain"];

/** Events of a time figure at their day, in date order; those off the axis are left out. */
export function eventsOnCalendar(
  events: readonly FigureEvent[],
  eras: readonly Era[],
  domain: Domain,
  panels: readonly Panel[],
): EventMark[] {
  const lineId = onlyLine(panels);
  return within(
    events.map((event) => ({ ...mark(event, eras), x: dayNumber(event.date), lineId })),
    domain,
  );
}

/** Events of a clock figure at their age, counted from the onset of their own era; others are left out. */
export function eventsOnClock(
  events: readonly FigureEvent[],
  lines: ReadonlyArray<{ readonly id: string; readonly era: Era }>,
  domain: Domain,
  clock: Clock,
): EventMark[] {
  const eras = lines.map(({ era }) => era);
  const marks = events.flatMap((event) => {
    const line = lines.find(({ era }) => era.code === event.era);
    if (!line) return [];
    return [
      { ...mark(event, eras), x: stepsSinceOnset(event.date, line.era.onset.period, clock), lineId: line.id },
    ];
  });
  return within(marks, domain);
}

/** Eras shaded from the first day of their onset to the last of their peak; open while no peak is declared. */
export function eraBands(eras: readonly Era[], codes: readonly string[], [from, to]: Domain): Band[] {
  return codes.flatMap((code) => {
    const era = eras.find((candidate) => candidate.code === code);
    if (!era) return [];
    const start = dayNumber(era.onset.period);
    const end = era.peak ? endDayNumber(era.peak.period) : null;
    if (start >= to || (end !== null && end <= from)) return [];
    const until = end === null ? null : Math.min(end, to);
    return [{ label: era.name, hue: era.hue, from: Math.max(start, from), to: until }];
  });
}

function mark({ code, era, date, label, status, source }: FigureEvent, eras: readonly Era[]) {
  const hue = eras.find((candidate) => candidate.code === era)?.hue ?? "ink";
  return {
    code,
    date,
    label: status === "claimed" ? `${label} (not verified)` : label,
    hue,
    source,
  } as const;
}

function within(marks: readonly EventMark[], [from, to]: Domain): EventMark[] {
  return marks.filter(({ x }) => x >= from && x <= to).toSorted((a, b) => a.x - b.x);
}

/** An event sits on the line when there is only one and it is drawn as a line. */
function onlyLine(panels: readonly Panel[]): string | null {
  const [line, another] = panels.flatMap(({ lines }) => lines);
  return line && !another && (line.mark === "line" || line.mark === "step") ? line.id : null;
}
