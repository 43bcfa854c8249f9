import { type ChangeCounts, isNothingToDo } from "../../../../../lib/uploads/comparison.ts";
import type { Brought } from "../../../../_data/uploads/brought.ts";

/** Why no change of a value is listed: there is none of this kind, none of a value, or none at all. */
export function NoChanges({
  counts,
  brought: { rows, problems },
}: {
  readonly counts: ChangeCounts;
  readonly brought: Pick<Brought, "rows" | "problems">;
}) {
  if (!isNothingToDo(counts)) return <p className="notice">No value would change in this way.</p>;
  if (rows.length + problems.length > 0) {
    return <p className="notice">No value would change: the store says already all that this file says.</p>;
  }
  return (
    <p className="notice">
      <b>Nothing would change.</b> The store says already all that the readable rows of this file say.
    </p>
  );
}
