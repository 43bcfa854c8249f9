import Link from "next/link";
import type { RowDeeds } from "../../../../../lib/revisions/row-deeds.ts";
import type { ChangeCounts, ChangeKind } from "../../../../../lib/uploads/comparison.ts";
import { type ChangeQuery, reviewQuery } from "../../../../../lib/uploads/review-search.ts";
import type { UploadView } from "../../../../_data/uploads/review.ts";

/** What a commit would do in one sentence, and the counts by which the list of changes is narrowed. */
export function ChangesSum({
  upload,
  counts,
  rows,
  search,
}: {
  readonly upload: Pick<UploadView["upload"], "id" | "errors">;
  readonly counts: ChangeCounts;
  /** Of the rows of other tables. */
  readonly rows: RowDeeds;
  readonly search: ChangeQuery;
}) {
  const { added, revised, withdrawn, unchanged, missing } = counts;
  const ofOtherTables = rows.added + rows.changed;
  const links: ReadonlyArray<readonly [ChangeKind | null, number, string]> = [
    [null, added + revised + withdrawn, "changed values"],
    ["new", added, "new"],
    ["revised", revised, "revised"],
    ["withdrawn", withdrawn, "withdrawn"],
  ];
  return (
    <>
      <p className="upload-sum">
        This file would add <b>{count(added)}</b> {added === 1 ? "value" : "values"}
        {withdrawn > 0 ? (
          <>
            , revise <b>{count(revised)}</b> and withdraw <b>{count(withdrawn)}</b>
          </>
        ) : (
          <>
            {" "}
            and revise <b>{count(revised)}</b>
          </>
        )}
        {ofOtherTables > 0 && (
          <>
            , and {rowDeed(rows)} <b>{count(ofOtherTables)}</b> {ofOtherTables === 1 ? "row" : "rows"}{" "}
            {rows.changed === 0 ? "to" : "of"} other tables
          </>
        )}
        . Nothing is stored yet.{" "}
        {upload.errors > 0 && (
          <b className="bad">
            {upload.errors === 1 ? "1 error keeps" : `${count(upload.errors)} errors keep`} values out unless
            you{" "}
            <Link href={`/admin/upload/${upload.id}/check`} prefetch={false}>
              mend {upload.errors === 1 ? "it" : "them"}
            </Link>
            .
          </b>
        )}
      </p>
      <ul className="upload-counts" aria-label="Show only">
        {links.map(([kind, number, word]) => (
          <li key={word}>
            <Link
              href={reviewQuery({ ...search, kind, offset: 0 })}
              aria-current={search.kind === kind ? "true" : undefined}
              prefetch={false}
              scroll={false}
            >
              <b>{count(number)}</b> {word}
            </Link>
          </li>
        ))}
        <li>
          <b>{count(unchanged)}</b> unchanged
        </li>
        <li>
          <b>{count(missing)}</b> missing from the file
        </li>
        {ofOtherTables > 0 && (
          <li>
            <a href="#rows">
              <b>{count(ofOtherTables)}</b> {ofOtherTables === 1 ? "row" : "rows"} of other tables
            </a>
          </li>
        )}
      </ul>
    </>
  );
}

function rowDeed({ added, changed }: RowDeeds): string {
  if (changed === 0) return "add";
  return added === 0 ? "change" : "add or change";
}

function count(number: number): string {
  return number.toLocaleString("en-GB");
}
