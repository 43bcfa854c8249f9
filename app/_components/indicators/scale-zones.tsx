import type { ThresholdSet } from "../../../lib/indicators/threshold.ts";

/** The strips run from calm years to half as far again as the dot-com peak. */
export const SCALE_END = 150;

/** Where a value of the common scale stands on a strip; what lies beyond its ends stands at them. */
export function place(value: number): string {
  return `${Math.max(0, Math.min(100, (value / SCALE_END) * 100))}%`;
}

const ZONES = ["var(--zone-1)", "var(--zone-2)", "var(--zone-3)", "var(--zone-4)"] as const;

/** The bands of a set as grounds of a strip, the darkest highest, and the dot-com peak as a line. */
export function Zones({ set }: { readonly set: ThresholdSet | null }) {
  const starts = set?.bands.map(({ at }) => Math.max(0, at ?? 0)) ?? [0];
  return (
    <>
      {starts.map((from, index) => (
        <rect
          key={from}
          x={place(from)}
          y="9"
          width={`${100 - Number.parseFloat(place(from))}%`}
          height="12"
          fill={ZONES[Math.min(index, ZONES.length - 1)]}
        />
      ))}
      <line x1={place(100)} x2={place(100)} y1="5" y2="25" stroke="var(--ink)" strokeWidth="1" />
    </>
  );
}
