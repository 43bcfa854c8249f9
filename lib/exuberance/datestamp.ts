/** A run of end dates at which BSADF lies above its critical line. Places are 0-based observations of the series. */
export interface Episode {
  readonly start: number;
  /** The first observation that is no longer above the line; `null` while the run reaches the last observation. */
  readonly end: number | null;
  /** Observations above the line. */
  readonly duration: number;
  /** Where BSADF is largest. */
  readonly peak: number;
  /** Right-tailed tests fire in crashes too: `down` when the level at the peak is below that at the start. */
  readonly direction: "up" | "down";
  readonly isOngoing: boolean;
  /** Whether it has lasted the minimum duration; only an ongoing run is given without that. */
  readonly isConfirmed: boolean;
}

/** What dates episodes: the tested series, its BSADF from observation `firstEnd` on, and a line of the same length. */
export interface DatestampInput {
  readonly y: ArrayLike<number>;
  readonly bsadf: ArrayLike<number>;
  readonly firstEnd: number;
  readonly line: ArrayLike<number>;
  readonly minDuration: number;
}

/**
 * Dates the episodes of a series: runs of consecutive observations with BSADF above the critical line, strictly, that
 * last at least `minDuration`, oldest first. An ongoing run is never left out, only marked as unconfirmed.
 *
 * It dates whatever it is given: episodes may be published only when the test of the whole series rejects.
 * Source: Phillips, Shi and Yu (2015), with runs in place of their search for an end after the minimum duration.
 */
export function datestamp({ y, bsadf, firstEnd, line, minDuration }: DatestampInput): Episode[] {
  const episodes: Episode[] = [];
  const isAbove = (i: number) => (bsadf[i] as number) > (line[i] as number);
  for (let i = 0; i < bsadf.length; i += 1) {
    if (!isAbove(i)) continue;
    const first = i;
    let peak = i;
    while (i + 1 < bsadf.length && isAbove(i + 1)) {
      i += 1;
      if ((bsadf[i] as number) > (bsadf[peak] as number)) peak = i;
    }
    const isOngoing = i === bsadf.length - 1;
    const duration = i + 1 - first;
    const isConfirmed = duration >= minDuration;
    if (!isConfirmed && !isOngoing) continue;
    episodes.push({
      start: firstEnd + first,
      end: isOngoing ? null : firstEnd + i + 1,
      duration,
      peak: firstEnd + peak,
      direction: (y[firstEnd + peak] as number) >= (y[firstEnd + first] as number) ? "up" : "down",
      isOngoing,
      isConfirmed,
    });
  }
  return episodes;
}

/**
 * The minimum duration of an episode, round(delta ln n) observations (Phillips, Shi and Yu 2015). `delta` is 1 for
 * monthly and longer periods and larger for shorter ones.
 */
export function minimumDuration(n: number, delta = 1): number {
  return Math.round(delta * Math.log(n));
}
