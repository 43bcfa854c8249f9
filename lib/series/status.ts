import type { STATUSES, Status } from "./series.ts";

/** The statuses from surest to weakest; `claimed` is the weakest, since nobody has verified it. */
const SUREST_FIRST = ["reported", "estimate", "provisional", "claimed"] as const satisfies typeof STATUSES;

/** The status of a value made from these inputs: the weakest of them, `reported` when there are none. */
export function weakestStatus(statuses: Iterable<Status>): Status {
  let weakest = 0;
  for (const status of statuses) weakest = Math.max(weakest, SUREST_FIRST.indexOf(status));
  return SUREST_FIRST[weakest] ?? "reported";
}
