import { formatPeriod } from "../../../lib/numbers/format-period.ts";
import type { StoreStatus } from "../../_data/status.ts";

/** How far the data go, or went on the day looked back to, which revision is shown, and how much of it is late. */
export function StatusLine({ status }: { readonly status: StoreStatus | null }) {
  if (status === null) {
    return (
      <p className="status-line">
        <span>
          <b>The store does not answer.</b> The server’s log has the reason.
        </span>
      </p>
    );
  }
  if (status.revision === null) {
    return (
      <p className="status-line">
        <span>
          <b>No data yet.</b> Nothing has been committed to the store.
        </span>
      </p>
    );
  }
  return (
    <p className="status-line">
      {status.asOf && (
        <span>
          <b>{status.asAt === null ? "As known on" : `As of revision ${status.asAt},`}</b>{" "}
          {formatPeriod(status.asOf)}
        </span>
      )}
      {status.lastVintage && (
        <span>
          <b>Published up to</b> {formatPeriod(status.lastVintage)}
        </span>
      )}
      {status.seriesTotal === 0 ? (
        <span>
          <b>No series had a value yet</b>
        </span>
      ) : (
        <span>
          <b>
            {status.seriesTotal - status.seriesStale} of {status.seriesTotal} series current
          </b>
          {status.seriesStale > 0 && <>: {status.seriesStale} stale</>}
        </span>
      )}
      <span>
        <b>Revision {status.revision.number}</b>, {formatPeriod(status.revision.day)}
      </span>
    </p>
  );
}
