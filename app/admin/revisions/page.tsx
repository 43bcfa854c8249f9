import type { Metadata } from "next";
import Link from "next/link";
import { address } from "../../../lib/api/address.ts";
import { RevisionSearch } from "../../../lib/revisions/revision-search.ts";
import { PageHead } from "../../_components/ui/page-head.tsx";
import { admit } from "../../_data/access.ts";
import type { PageSearch } from "../../_data/as-of.ts";
import { loadRevisions } from "../../_data/revisions.ts";
import { RevisionFilter } from "./_components/revision-filter.tsx";
import { RevisionTable } from "./_components/revision-table.tsx";
import "./revisions.css";

export const metadata: Metadata = { title: "Revisions" };

/** Every commit to the store: what changed, when, by whom and from which file. */
export default async function RevisionsPage({ searchParams }: { readonly searchParams: PageSearch }) {
  const { kind, before } = RevisionSearch.parse(await searchParams);
  const at = (from?: number) =>
    address("/admin/revisions", { kind: kind || undefined, before: from?.toString() });
  await admit("roll-back", at(before));
  const { revisions, olderBefore } = await loadRevisions({ kind, before });
  return (
    <>
      <PageHead title="Revisions">
        Every commit to the store, newest first. Nothing is ever deleted: a roll-back is a revision of its
        own.
      </PageHead>
      <RevisionFilter kind={kind} />
      {revisions.length > 0 ? (
        <RevisionTable revisions={revisions} />
      ) : (
        <NoRevision kind={kind} before={before} />
      )}
      <p className="table-acts">
        {before !== undefined && (
          <Link className="button" href={at()} prefetch={false}>
            Newest
          </Link>
        )}
        {olderBefore !== null && (
          <Link className="button" href={at(olderBefore)} prefetch={false}>
            Older
          </Link>
        )}
      </p>
    </>
  );
}

function NoRevision({ kind, before }: RevisionSearch) {
  if (before !== undefined) return <p className="notice">There is no older revision.</p>;
  return (
    <p className="notice">
      {kind === "" ? "Nothing has been committed to the store yet." : "No revision is of this kind."}
    </p>
  );
}
