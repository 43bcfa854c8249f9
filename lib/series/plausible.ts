/** The range in which the values of a series lie unless something is wrong; an end that is `null` is open. */
export interface PlausibleRange {
  readonly plausibleMin: string | null;
  readonly plausibleMax: string | null;
}

/**
 * The range in words when `value` lies outside it, else `null`; both ends belong to it. A range that is out of order is
 * the fault of the series and holds nobody back.
 */
export function outsideRange(value: string, { plausibleMin, plausibleMax }: PlausibleRange): string | null {
  const least = Number(plausibleMin ?? Number.NEGATIVE_INFINITY);
  const most = Number(plausibleMax ?? Number.POSITIVE_INFINITY);
  if (least > most || (Number(value) >= least && Number(value) <= most)) return null;
  return `${plausibleMin ?? "−∞"} to ${plausibleMax ?? "∞"}`;
}
