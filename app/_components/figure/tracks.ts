import { placeRows, rowBar } from "../../../lib/figures/drawing/comparison.ts";
import type { FigureDrawing, Frame, Spot } from "../../../lib/figures/drawing/drawing.ts";
import { spotOf } from "../../../lib/figures/drawing/marks.ts";
import { isKnown } from "../../../lib/figures/drawing/runs.ts";
import type { Drawable, Line } from "../../../lib/figures/model.ts";
import type { LineHue } from "../../../lib/figures/spec.ts";
import { formatPeriod } from "../../../lib/numbers/format-period.ts";
import type { Status } from "../../../lib/series/series.ts";

/** One value that can be read off the chart. */
export interface Stop {
  readonly spot: Spot;
  /** What the value belongs to: its period, or the row it stands in. */
  readonly when: string;
  readonly text: string;
  readonly status: Status;
  /** The band around it, `48 to 70`; `null` where there is none. */
  readonly range: string | null;
}

/** A line (or the rows of a comparison) as the values that the pointer and the keyboard can reach, in x order. */
export interface Track {
  readonly id: string;
  readonly label: string;
  readonly hue: LineHue;
  readonly panelId: string;
  readonly stops: readonly Stop[];
}

/** Where the reader is. */
export interface Cursor {
  readonly track: number;
  readonly stop: number;
}

/** Everything on a drawing that can be read, panel by panel. */
export function tracksOf(model: Drawable, drawing: FigureDrawing): Track[] {
  if (model.kind === "comparison") return [rowTrack(model, drawing.width)];
  return drawing.frames.flatMap((frame) => {
    const panel = model.panels.find(({ id }) => id === frame.panelId);
    return (panel?.lines ?? []).map((line) => lineTrack(line, frame, panel?.title ?? null)).filter(hasStops);
  });
}

function hasStops(track: Track): boolean {
  return track.stops.length > 0;
}

function lineTrack(line: Line, frame: Frame, panelTitle: string | null): Track {
  const ranges = new Map(line.range?.points.map(({ period, text }) => [period, text]));
  const stops = line.points.filter(isKnown).flatMap((point): Stop[] => {
    const middle = line.mark === "bar" || line.mark === "step" ? (point.x + point.xEnd) / 2 : point.x;
    const spot = spotOf({ x: middle, y: point.y }, frame);
    if (!spot) return [];
    const { period, text, status } = point;
    return [{ spot, when: formatPeriod(period), text, status, range: ranges.get(period) ?? null }];
  });
  const label =
    panelTitle === null || panelTitle === line.label ? line.label : `${panelTitle}: ${line.label}`;
  return { id: line.id, label, hue: line.hue, panelId: frame.panelId, stops };
}

function rowTrack(model: Drawable, width: number): Track {
  const stops = placeRows(model, width).rows.map((row): Stop => {
    const { item, track } = row;
    const bar = rowBar(row, model);
    const words = [item.text, item.detail, item.kind, item.unlike && `unlike: ${item.unlike}`].filter(
      Boolean,
    );
    const spot = { x: bar ? bar.x + bar.width : track.x, y: track.y + track.height / 2 };
    return { spot, when: item.label, text: words.join(", "), status: item.status, range: null };
  });
  return { id: "items", label: model.subtitle, hue: "ink", panelId: "items", stops };
}

/** The value nearest to a place: by x along lines, by row in a comparison, by distance in a scatter. */
export function nearestCursor(
  model: Drawable,
  tracks: readonly Track[],
  at: Spot,
  panelId: string,
): Cursor | null {
  let best: Cursor | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  tracks.forEach((track, trackIndex) => {
    if (track.panelId !== panelId) return;
    track.stops.forEach(({ spot }, stop) => {
      const across = Math.abs(spot.x - at.x);
      const down = Math.abs(spot.y - at.y);
      const distance =
        model.kind === "comparison"
          ? down
          : model.kind === "scatter"
            ? Math.hypot(across, down)
            : across + down / 1000;
      if (distance >= nearest) return;
      nearest = distance;
      best = { track: trackIndex, stop };
    });
  });
  return best;
}

/** What every line of the cursor's panel says nearest to the cursor, within `reach` px; a line that ended is left out. */
export function readingsAt(
  tracks: readonly Track[],
  cursor: Cursor,
  reach: number,
): Array<{ track: Track; stop: Stop }> {
  const at = tracks[cursor.track]?.stops[cursor.stop];
  const panelId = tracks[cursor.track]?.panelId;
  if (!at) return [];
  return tracks.flatMap((track, index) => {
    if (track.panelId !== panelId) return [];
    const stop = index === cursor.track ? at : nearestStop(track, at.spot.x, reach);
    return stop ? [{ track, stop }] : [];
  });
}

function nearestStop(track: Track, x: number, reach: number): Stop | null {
  let best: Stop | null = null;
  for (const stop of track.stops) {
    if (best === null || Math.abs(stop.spot.x - x) < Math.abs(best.spot.x - x)) best = stop;
  }
  return best && Math.abs(best.spot.x - x) <= reach ? best : null;
}

/** Where a key leads, or `null` when it is not a key of the chart. Escape leaves the values. */
export function moveCursor(
  tracks: readonly Track[],
  cursor: Cursor | null,
  key: string,
): Cursor | "left" | null {
  const lastTrack = tracks.length - 1;
  if (key === "Escape") return cursor ? "left" : null;
  if (!["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(key) || lastTrack < 0)
    return null;
  if (!cursor) return { track: 0, stop: key === "Home" ? 0 : (tracks[0]?.stops.length ?? 1) - 1 };
  const lastStop = (tracks[cursor.track]?.stops.length ?? 1) - 1;
  switch (key) {
    case "ArrowLeft":
      return { ...cursor, stop: Math.max(0, cursor.stop - 1) };
    case "ArrowRight":
      return { ...cursor, stop: Math.min(lastStop, cursor.stop + 1) };
    case "Home":
      return { ...cursor, stop: 0 };
    case "End":
      return { ...cursor, stop: lastStop };
    default:
      return lastTrack === 0
        ? alongRows(cursor, key, lastStop)
        : toTrack(tracks, cursor, key === "ArrowUp" ? -1 : 1);
  }
}

/** With one track there is no line to change to; up and down then move along it, as rows are read. */
function alongRows(cursor: Cursor, key: string, lastStop: number): Cursor {
  const stop = cursor.stop + (key === "ArrowUp" ? -1 : 1);
  return { ...cursor, stop: Math.min(lastStop, Math.max(0, stop)) };
}

function toTrack(tracks: readonly Track[], cursor: Cursor, by: -1 | 1): Cursor {
  const track = (cursor.track + by + tracks.length) % tracks.length;
  const x = tracks[cursor.track]?.stops[cursor.stop]?.spot.x ?? 0;
  const stops = tracks[track]?.stops ?? [];
  const distances = stops.map((stop) => Math.abs(stop.spot.x - x));
  return { track, stop: distances.indexOf(Math.min(...distances)) };
}

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  reported: "",
  estimate: ", estimate",
  provisional: ", provisional",
  claimed: ", claimed, not verified",
};

/** A value as it is spoken: `Q3 2025, AI share, 45%, provisional. Point 15 of 18.` */
export function spoken(track: Track, stop: Stop): string {
  const place = `Point ${track.stops.indexOf(stop) + 1} of ${track.stops.length}.`;
  const label = track.panelId === "items" ? "" : `, ${track.label}`;
  const band = stop.range === null ? "" : ` (band ${stop.range})`;
  return `${stop.when}${label}, ${stop.text}${band}${STATUS_WORDS[stop.status]}. ${place}`;
}
