import { directionWords } from "../../../../lib/indicators/common-scale.ts";
import type { Reading } from "../../../../lib/indicators/reading.ts";

/** The newest value, its period, and whether it moved towards the bubble; or why there is none. */
export function LatestReading({ reading }: { readonly reading: Reading }) {
  if (reading.status === "unavailable") {
    return (
      <div className="latest">
        <p>No reading: {reading.reason}.</p>
      </div>
    );
  }
  const { now, isStale } = reading;
  const direction = directionWords(reading);
  return (
    <div className="latest">
      <p>
        Now, {now.periodText} {isStale && <span className="tag hollow">stale</span>}
      </p>
      <p className="value">{now.text}</p>
      {direction && <p>{direction}</p>}
    </div>
  );
}
