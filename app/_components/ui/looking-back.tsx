import Link from "next/link";
import { formatInstant } from "../../../lib/numbers/format-instant.ts";
import { formatPeriod } from "../../../lib/numbers/format-period.ts";
import type { Moment } from "../../_data/as-of.ts";

/** Says, at the head of a page, that it shows what was known on a day or held at a revision, and leads back to now. */
export function LookingBack({ to, now }: { readonly to: Moment; readonly now: string }) {
  return (
    <p className="looking-back">
      {to.asAt === undefined || to.committedAt === undefined ? (
        <span>
          <b>This is what was known on {formatPeriod(to.day)}.</b> What was published or restated later is
          left out.
        </span>
      ) : (
        <span>
          <b>
            This is revision {to.asAt}, as the store held it on {formatInstant(to.committedAt)}.
          </b>{" "}
          What later revisions changed is left out.
        </span>
      )}
      <Link className="button" href={now} prefetch={false}>
        Back to what is known now
      </Link>
    </p>
  );
}

/** Stands for a page that was asked for as of a day or a revision that is none, or has not come. */
export function NoSuchMoment({ reason, now }: { readonly reason: string; readonly now: string }) {
  return (
    <div className="page-head">
      <h1>There is no such day or revision to look back to</h1>
      <p className="lede">{reason}</p>
      <p className="notice">
        <Link className="button lead" href={now} prefetch={false}>
          Show what is known now
        </Link>
      </p>
    </div>
  );
}
