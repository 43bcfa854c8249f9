import Link from "next/link";

/** A revision by its number, and the way to its receipt for those who may open it. */
export function RevisionNumber({ number, isLink }: { readonly number: number; readonly isLink: boolean }) {
  if (!isLink) return <>revision {number}</>;
  return (
    <Link className="nowrap" href={`/admin/revisions/${number}`} prefetch={false}>
      revision {number}
    </Link>
  );
}
