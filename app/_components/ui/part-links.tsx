import Link from "next/link";
import { PART_SIZE, type Part } from "../../../lib/part.ts";

const COUNT = new Intl.NumberFormat("en-GB");

/** Which part of a long list is shown, and the ways to the parts beside it; nothing for a list shown as a whole. */
export function PartLinks({
  of: { from, lines, total },
  label,
  href,
}: {
  readonly of: Part<unknown>;
  /** What the list is of: `changed values`. */
  readonly label: string;
  /** The address at which the part from a place on is shown. */
  readonly href: (from: number) => string;
}) {
  if (total <= PART_SIZE) return null;
  const end = from + lines.length;
  return (
    <nav className="table-acts part-links" aria-label={`Parts of the ${label}`}>
      <span>
        {COUNT.format(from + 1)} to {COUNT.format(end)} of {COUNT.format(total)} {label}
      </span>
      {from > 0 && (
        <Link className="button" href={href(from - PART_SIZE)} prefetch={false}>
          Previous {PART_SIZE}
        </Link>
      )}
      {end < total && (
        <Link className="button" href={href(end)} prefetch={false}>
          Next {Math.min(PART_SIZE, total - end)}
        </Link>
      )}
    </nav>
  );
}
