/**
 * How far a value moved from what it was: (value − old) ÷ |old|, a share. `null` when either is missing, or the old one
 * is zero. Both are exact decimal text.
 */
export function relativeMove(old: string | null, value: string | null): number | null {
  if (old === null || value === null) return null;
  const from = Number(old);
  return from === 0 ? null : (Number(value) - from) / Math.abs(from);
}
