import type { Metadata } from "next";
import Link from "next/link";
import { AuditSearch, auditQuery } from "../../../lib/auth/audit-search.ts";
import { PageHead } from "../../_components/ui/page-head.tsx";
import { admit } from "../../_data/access.ts";
import { loadAuditPage } from "../../_data/audit-log.ts";
import { AuditFilters } from "./_components/audit-filters.tsx";
import { AuditTable } from "./_components/audit-table.tsx";

export const metadata: Metadata = { title: "Audit log" };

/** Who did what, when and from where. */
export default async function AuditPage({
  searchParams,
}: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const search = AuditSearch.parse(await searchParams);
  const query = auditQuery(search);
  await admit("read-audit", `/admin/audit${query}`);
  const { entries, olderBefore, people } = await loadAuditPage(search);
  const { before, ...filter } = search;
  return (
    <>
      <PageHead title="Audit log">
        Who came in, and who changed what. Entries are only ever added; nobody can change or delete one.
      </PageHead>
      <AuditFilters search={search} people={people} />
      {entries.length > 0 ? (
        <AuditTable entries={entries} />
      ) : (
        <p className="notice">No entry has all of these.</p>
      )}
      <p className="table-acts">
        {before !== undefined && (
          <Link className="button" href={`/admin/audit${auditQuery(filter)}`} prefetch={false}>
            Newest
          </Link>
        )}
        {olderBefore !== null && (
          <Link
            className="button"
            href={`/admin/audit${auditQuery({ ...filter, before: olderBefore })}`}
            prefetch={false}
          >
            Older
          </Link>
        )}
        <a className="button" href={`/admin/audit/export${auditQuery(filter)}`} download>
          Download all of these as CSV
        </a>
      </p>
    </>
  );
}
