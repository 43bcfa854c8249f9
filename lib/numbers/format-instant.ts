import { formatPeriod } from "./format-period.ts";

/** An instant to the minute, in UTC: `23 Nov 2026, 15:58 UTC`. */
export function formatInstant(instant: Date): string {
  const iso = instant.toISOString();
  return `${formatPeriod(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;
}
