import type { FigureDrawing } from "../../../lib/figures/drawing/drawing.ts";
import type { Stop, Track } from "./tracks.ts";

interface ReadoutProps {
  readonly drawing: FigureDrawing;
  readonly at: Stop;
  readonly readings: ReadonlyArray<{ readonly track: Track; readonly stop: Stop }>;
}

const TAGS = { reported: "", estimate: "estimate", provisional: "provisional", claimed: "claimed" } as const;

/** Every line's own date, value and band, in the half of the plot where the cursor is not. */
export function Readout({ drawing, at, readings }: ReadoutProps) {
  const isLeft = at.spot.x > drawing.width / 2;
  const isTop = at.spot.y > drawing.height / 2;
  const side = isLeft ? { right: drawing.width - at.spot.x + 14 } : { left: at.spot.x + 14 };
  const edge = isTop ? { top: Math.max(0, at.spot.y - 90) } : { top: at.spot.y + 14 };
  return (
    <div className="readout" style={{ ...side, ...edge }} aria-hidden="true">
      {readings.map(({ track, stop }) => (
        <div key={`${track.panelId} ${track.id}`} className="readout-row">
          <span className={`readout-name hue-${track.hue}`}>
            {track.panelId === "items" ? stop.when : track.label}
          </span>
          <b>{stop.text}</b>
          <span className="readout-when">
            {track.panelId === "items" ? "" : stop.when}
            {stop.status !== "reported" && ` ${TAGS[stop.status]}`}
            {stop.range !== null && `, band ${stop.range}`}
          </span>
        </div>
      ))}
    </div>
  );
}
