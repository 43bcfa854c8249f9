import Link from "next/link";

/** The way to the receipt of a revision, which it names. */
export function RevisionLink({ number }: { readonly number: number }) {
  return (
    <Link className="nowrap" href={`/admin/revisions/${number}`} prefetch={false}>
      revision {number}
    </Link>
  );
}
