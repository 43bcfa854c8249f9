import type { CommonPlaces } from "../../../lib/indicators/common-scale.ts";
import type { ThresholdSet } from "../../../lib/indicators/threshold.ts";
import { place, SCALE_END, Zones } from "./scale-zones.tsx";
import "./strip.css";

/** Where a reading stands between calm years and its dot-com peak: dot now, ring before, triangle at the same age. */
export function ReadingStrip({
  places: { now, before, same },
  set,
}: {
  readonly places: CommonPlaces;
  readonly set: ThresholdSet | null;
}) {
  return (
    <svg className="scale-strip" focusable="false" aria-hidden="true">
      <Zones set={set} />
      {before !== null && (
        <>
          <line
            x1={place(before)}
            x2={place(now)}
            y1="15"
            y2="15"
            stroke="var(--era-ai)"
            strokeWidth="1.75"
          />
          <circle
            cx={place(before)}
            cy="15"
            r="3.25"
            fill="var(--paper)"
            stroke="var(--era-ai)"
            strokeWidth="1.5"
          />
        </>
      )}
      {same !== null && (
        <svg x={place(same)} y="21" overflow="visible" aria-hidden="true">
          <path d="M0 -2 L5 7 L-5 7 Z" fill="var(--paper)" stroke="var(--era-dotcom)" strokeWidth="1.75" />
        </svg>
      )}
      <Now at={now} />
    </svg>
  );
}

function Now({ at }: { readonly at: number }) {
  if (at > SCALE_END) return <Arrow x="100%" d="M-9 -6 L0 0 L-9 6 Z" />;
  if (at < 0) return <Arrow x="0%" d="M9 -6 L0 0 L9 6 Z" />;
  return <circle cx={place(at)} cy="15" r="5" fill="var(--era-ai)" stroke="var(--paper)" strokeWidth="1.5" />;
}

function Arrow({ x, d }: { readonly x: string; readonly d: string }) {
  return (
    <svg x={x} y="15" overflow="visible" aria-hidden="true">
      <path d={d} fill="var(--era-ai)" />
    </svg>
  );
}
