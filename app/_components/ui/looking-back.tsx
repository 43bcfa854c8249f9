import Link from "next/link";
import { formatPeriod } from "../../../lib/numbers/format-period.ts";

/** Says, at the head of a page, that it shows what was known on a day, and leads back to now. */
export function LookingBack({ day, now }: { readonly day: string; readonly now: string }) {
  return (
    <p className="looking-back">
      <span>
        <b>This is what was known on {formatPeriod(day)}.</b> What was published or restated later is left
        out.
      </span>
      <Link className="button" href={now} prefetch={false}>
        Back to what is known now
      </Link>
    </p>
  );
}

/** Stands for a page that was asked for as known on a day that is none, or has not come. */
export function NoSuchDay({ reason, now }: { readonly reason: string; readonly now: string }) {
  return (
    <div className="page-head">
      <h1>There is no such day to look back to</h1>
      <p className="lede">{reason}</p>
      <p className="notice">
        <Link className="button lead" href={now} prefetch={false}>
          Show what is known now
        </Link>
      </p>
    </div>
  );
}
