import type { CompositeReading } from "../../../lib/indicators/composite-reading.ts";
import type { ThresholdSet } from "../../../lib/indicators/threshold.ts";
import { place, Zones } from "./scale-zones.tsx";
import "./strip.css";

/** The composite on the common scale: its range as a bar, its level as a dot, the internet boom at the same age. */
export function CompositeStrip({
  composite: { level, bands, then },
  set,
}: {
  readonly composite: CompositeReading;
  readonly set: ThresholdSet | null;
}) {
  const same = then.same?.level ?? null;
  return (
    <svg className="scale-strip" focusable="false" aria-hidden="true">
      <Zones set={set} />
      {bands && (
        <line
          x1={place(bands.band90.low)}
          x2={place(bands.band90.high)}
          y1="15"
          y2="15"
          stroke="var(--era-ai)"
          strokeWidth="6"
          strokeOpacity="0.45"
        />
      )}
      {same !== null && (
        <svg x={place(same)} y="21" overflow="visible" aria-hidden="true">
          <path d="M0 -2 L5 7 L-5 7 Z" fill="var(--paper)" stroke="var(--era-dotcom)" strokeWidth="1.75" />
        </svg>
      )}
      <circle
        cx={place(level.arithmetic)}
        cy="15"
        r="5.5"
        fill="var(--era-ai)"
        stroke="var(--paper)"
        strokeWidth="1.5"
      />
    </svg>
  );
}
