import { PART_SIZE } from "../../../../../lib/part.ts";
import type { Brought } from "../../../../_data/uploads/brought.ts";

/** All that is wrong with what an upload adds to other tables, which keeps it from being committed, and how to mend it. */
export function BroughtProblems({
  problems,
  remedy,
}: {
  readonly problems: Brought["problems"];
  /** As the end of a sentence. */
  readonly remedy: string;
}) {
  if (problems.length === 0) return null;
  const sentences = [...new Set(problems.map(({ sentence }) => sentence))];
  const folded = sentences.slice(PART_SIZE);
  return (
    <section className="form-outcome refused upload-failure" aria-labelledby="brought-problems">
      <h2 id="brought-problems">What the upload adds cannot be committed as it is</h2>
      <SentenceList sentences={sentences.slice(0, PART_SIZE)} />
      {folded.length > 0 && (
        <details>
          <summary>{folded.length.toLocaleString("en-GB")} more</summary>
          <SentenceList sentences={folded} />
        </details>
      )}
      <p>What to do: {remedy}.</p>
    </section>
  );
}

function SentenceList({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}.</li>
      ))}
    </ul>
  );
}
