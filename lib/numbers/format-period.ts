import { mustParse, type Period } from "../periods/period.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** A period in words: `2024-Q2` → `Q2 2024`, `2024-10` → `Oct 2024`, `2024-10-02` → `2 Oct 2024`. */
export function formatPeriod(period: Period): string {
  const { frequency } = mustParse(period);
  const year = period.slice(0, 4);
  switch (frequency) {
    case "A":
      return year;
    case "H":
    case "Q":
      return `${period.slice(5)} ${year}`;
    case "W":
      return `week ${Number(period.slice(6))} of ${year}`;
    case "M":
      return `${monthName(period)} ${year}`;
    case "D":
      return `${Number(period.slice(8))} ${monthName(period)} ${year}`;
  }
}

function monthName(period: Period): string {
  return MONTHS[Number(period.slice(5, 7)) - 1] ?? period;
}
