import Link from "next/link";
import { formatInstant } from "../../../../lib/numbers/format-instant.ts";
import { REVISION_KIND_WORDS } from "../../../../lib/revisions/revision.ts";
import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";
import { TableHead } from "../../../_components/ui/table-head.tsx";
import type { RevisionView } from "../../../_data/revisions.ts";
import { RevisionLink } from "./revision-link.tsx";
import { SourceFileLink } from "./source-file-link.tsx";

const COLUMNS = [
  { label: "Revision" },
  { label: "What for" },
  { label: "When and who" },
  { label: "New", isNumber: true },
  { label: "Revised", isNumber: true },
  { label: "Withdrawn", isNumber: true },
];

const COUNT = new Intl.NumberFormat("en-GB");

/** Commits to the store, newest first, each with the way to its receipt. */
export function RevisionTable({ revisions }: { readonly revisions: readonly RevisionView[] }) {
  return (
    <ScrollRegion label="Revisions">
      <table className="table stacks revisions">
        <caption className="visually-hidden">Revisions, newest first; the counts are of values</caption>
        <TableHead columns={COLUMNS} />
        <tbody>
          {revisions.map((revision) => (
            <Row key={revision.number} revision={revision} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({ revision }: { readonly revision: RevisionView }) {
  const { number, at, author, message, kind, file, undoneBy } = revision;
  return (
    <tr>
      <th scope="row" className="nowrap">
        <Link href={`/admin/revisions/${number}`} prefetch={false}>
          <span className="in-words">Revision </span>
          {number}
        </Link>
      </th>
      <td className="message">
        {message} <span className="tag">{REVISION_KIND_WORDS[kind]}</span>
        <Undoing revision={revision} />
        {undoneBy !== null && (
          <p className="remark">
            Rolled back by <RevisionLink number={undoneBy} />
          </p>
        )}
        {file !== null && (
          <p className="remark">
            From <SourceFileLink revision={number} file={file} />
          </p>
        )}
      </td>
      <td>
        <time dateTime={at.toISOString()}>{formatInstant(at)}</time>
        <p className="remark">{author}</p>
      </td>
      <Count label="new" count={revision.added} />
      <Count label="revised" count={revision.revised} />
      <Count label="withdrawn" count={revision.withdrawn} />
    </tr>
  );
}

function Undoing({ revision: { undoes, undoesSeries } }: { readonly revision: RevisionView }) {
  if (undoes === null) return null;
  return (
    <p className="remark">
      Rolls back {undoesSeries !== null && <>{undoesSeries} of </>}
      <RevisionLink number={undoes} />
    </p>
  );
}

function Count({ label, count }: { readonly label: string; readonly count: number }) {
  return (
    <td className={count === 0 ? "number muted" : "number"} data-label={label}>
      {COUNT.format(count)}
    </td>
  );
}
