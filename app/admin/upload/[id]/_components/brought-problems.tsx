import Link from "next/link";
import { PART_SIZE } from "../../../../../lib/part.ts";
import type { Brought } from "../../../../_data/uploads/brought.ts";
import type { UploadView } from "../../../../_data/uploads/review.ts";

/** What keeps an upload from being committed that is wrong with what it adds to other tables, and how to mend it. */
export function BroughtProblems({
  view: { upload, settings },
  problems,
}: {
  readonly view: {
    readonly upload: Pick<UploadView["upload"], "id">;
    readonly settings: Pick<UploadView["settings"], "brings">;
  };
  readonly problems: Brought["problems"];
}) {
  if (problems.length === 0) return null;
  const { sources, series } = settings.brings;
  const sentences = [...new Set(problems.map(({ sentence }) => sentence))];
  const folded = sentences.slice(PART_SIZE);
  return (
    <section className="form-outcome refused upload-failure" aria-labelledby="brought-problems">
      <h2 id="brought-problems">What the upload adds cannot be committed as it is</h2>
      <ProblemList problems={sentences.slice(0, PART_SIZE)} />
      {folded.length > 0 && (
        <details>
          <summary>{folded.length.toLocaleString("en-GB")} more</summary>
          <ProblemList problems={folded} />
        </details>
      )}
      <p>
        {sources.length + series.length > 0 ? (
          <>
            What to do:{" "}
            <Link href={`/admin/upload/${upload.id}/columns`} prefetch={false}>
              mend it among the new series
            </Link>
            .
          </>
        ) : (
          "What to do: mend the package, and send it again."
        )}
      </p>
    </section>
  );
}

function ProblemList({ problems }: { readonly problems: readonly string[] }) {
  return (
    <ul>
      {problems.map((sentence) => (
        <li key={sentence}>{sentence}.</li>
      ))}
    </ul>
  );
}
