import type { RevisionView } from "../../../_data/revisions.ts";

/** The file that a revision was read from, to be saved as it was sent. */
export function SourceFileLink({
  revision,
  file,
}: {
  readonly revision: number;
  readonly file: NonNullable<RevisionView["file"]>;
}) {
  return (
    <>
      <a className="file-name" href={`/admin/revisions/${revision}/file`} download>
        {file.name}
      </a>{" "}
      <span className="nowrap">({file.size})</span>
    </>
  );
}
