import Link from "next/link";
import type { ReactNode } from "react";
import { formatInstant } from "../../../../../lib/numbers/format-instant.ts";
import { REVISION_KIND_WORDS } from "../../../../../lib/revisions/revision.ts";
import type { ReceiptView } from "../../../../_data/receipt.ts";
import { RevisionLink } from "../../_components/revision-link.tsx";
import { SourceFileLink } from "../../_components/source-file-link.tsx";

/** Who made the revision, when and from what, and what can be done about it. */
export function AboutRevision({ receipt }: { readonly receipt: ReceiptView }) {
  const { revision, previous } = receipt;
  const { number, at, author, message, kind, file, undoes, undoesSeries, undoneBy } = revision;
  return (
    <aside className="revision-aside" aria-label="About this revision">
      <section>
        <h2>About this revision</h2>
        <dl className="facts-list">
          <Fact name="Committed">
            <time dateTime={at.toISOString()}>{formatInstant(at)}</time>
          </Fact>
          <Fact name="By">{author}</Fact>
          <Fact name="Message">{message}</Fact>
          <Fact name="Kind">{REVISION_KIND_WORDS[kind]}</Fact>
          {file !== null && (
            <Fact name="Source file">
              <SourceFileLink revision={number} file={file} />
            </Fact>
          )}
          {undoes !== null && (
            <Fact name="Rolls back">
              {undoesSeries !== null && <>{undoesSeries} of </>}
              <RevisionLink number={undoes} />
            </Fact>
          )}
          {undoneBy !== null && (
            <Fact name="Rolled back by">
              <RevisionLink number={undoneBy} />
            </Fact>
          )}
        </dl>
      </section>
      <section>
        <h2>Before and after</h2>
        <ul className="ways">
          <li>
            <Link href={`/?asOf=r${number}`} prefetch={false}>
              See the dashboard as of this revision
            </Link>
          </li>
          <li>
            {previous === null ? (
              "There is no revision before it."
            ) : (
              <Link href={`/?asOf=r${previous}`} prefetch={false}>
                See the dashboard as of the one before, revision {previous}
              </Link>
            )}
          </li>
        </ul>
      </section>
      <section>
        <h2>Take it back</h2>
        <p>
          You first see what would be restored, and what would stay because a later revision changed it.
          {undoneBy !== null && " All of it was rolled back once already."}
        </p>
        <p className="table-acts">
          <Link className="button" href={`/admin/revisions/${number}/roll-back`} prefetch={false}>
            Roll back revision {number}…
          </Link>
        </p>
      </section>
    </aside>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
