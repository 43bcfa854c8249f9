import Link from "next/link";

/** The way through a long list: which part is shown, and the parts before and after it. */
export function Paging({
  offset,
  shown,
  total,
  size,
  hrefOf,
}: {
  readonly offset: number;
  readonly shown: number;
  readonly total: number;
  readonly size: number;
  readonly hrefOf: (offset: number) => string;
}) {
  if (total <= size && offset === 0) return null;
  return (
    <nav className="table-acts paging" aria-label="Parts of the list">
      <span>
        {shown === 0
          ? "none"
          : `${(offset + 1).toLocaleString("en-GB")} to ${(offset + shown).toLocaleString("en-GB")}`}{" "}
        of {total.toLocaleString("en-GB")}
      </span>
      {offset > 0 && (
        <Link className="button" href={hrefOf(Math.max(0, offset - size))} prefetch={false}>
          The {size} before
        </Link>
      )}
      {offset + shown < total && (
        <Link className="button" href={hrefOf(offset + size)} prefetch={false}>
          The next {size}
        </Link>
      )}
    </nav>
  );
}
