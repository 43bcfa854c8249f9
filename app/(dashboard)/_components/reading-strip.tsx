/** The axis runs to 150 where 100 is the dot-com peak; beyond it an arrow stands at the edge. */
const AXIS_END = 150;

/** Where a reading stands between zero and its dot-com peak: dot now, triangle at the same age. */
export function ReadingStrip({ now, same, peak }: { now: number; same: number | null; peak: number }) {
  const at = (value: number) => `${Math.max(0, Math.min(100, ((value / peak) * 100 * 100) / AXIS_END))}%`;
  const isBeyond = (now / peak) * 100 > AXIS_END;
  return (
    <svg focusable="false" aria-hidden="true">
      <rect x="0" y="9" width="100%" height="12" fill="var(--zone-1)" />
      <rect x={at(peak / 3)} y="9" width="66.67%" height="12" fill="var(--zone-2)" />
      <rect x={at((peak * 2) / 3)} y="9" width="55.56%" height="12" fill="var(--zone-3)" />
      <rect x={at(peak)} y="9" width="33.34%" height="12" fill="var(--zone-4)" />
      <line x1={at(peak)} x2={at(peak)} y1="5" y2="25" stroke="var(--ink)" strokeWidth="1" />
      {same === null ? null : (
        <svg x={at(same)} y="21" overflow="visible" aria-hidden="true">
          <path d="M0 -2 L5 7 L-5 7 Z" fill="var(--paper)" stroke="var(--era-dotcom)" strokeWidth="1.75" />
        </svg>
      )}
      {isBeyond ? (
        <svg x="100%" y="15" overflow="visible" aria-hidden="true">
          <path d="M-9 -6 L0 0 L-9 6 Z" fill="var(--era-ai)" />
        </svg>
      ) : (
        <circle cx={at(now)} cy="15" r="5" fill="var(--era-ai)" stroke="var(--paper)" strokeWidth="1.5" />
      )}
    </svg>
  );
}
