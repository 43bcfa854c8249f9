import type { Effect } from "../../../../_data/uploads/effect.ts";

/** What a commit would make the verdict and the figures of the dashboard say. */
export function EffectList({
  effect: { verdict, composite, figures, unforeseen },
}: {
  readonly effect: Effect;
}) {
  const changed = figures.filter(({ now, after }) => now !== after);
  const redrawn = figures.length - changed.length;
  return (
    <section aria-labelledby="effect">
      <h2 id="effect">Effect on the dashboard</h2>
      <dl className="effect-list">
        <Said what="The verdict" {...verdict} />
        {composite && (
          <div>
            <dt>The composite</dt>
            <dd>{composite}</dd>
          </div>
        )}
        {changed.map(({ name, now, after }) => (
          <Said key={name} what={`Figure ${name}`} now={now} after={after} />
        ))}
      </dl>
      <p className="section-intro">
        {figures.length === 0
          ? "No figure of the dashboard uses these series or is changed."
          : redrawn > 0 &&
            `${redrawn === 1 ? "One figure draws" : `${redrawn} figures draw`} these series and ${redrawn === 1 ? "keeps its" : "keep their"} heading.`}
      </p>
      {unforeseen > 0 && (
        <p className="section-intro">
          {unforeseen === 1 ? "A row" : `${unforeseen.toLocaleString("en-GB")} rows`} of series, sources, eras
          or events would change as well; what the figures make of that is seen after the commit.
        </p>
      )}
    </section>
  );
}

interface SaidProps {
  readonly what: string;
  readonly now: string | null;
  readonly after: string;
}

function Said({ what, now, after }: SaidProps) {
  return (
    <div>
      <dt>{what}</dt>
      {now === after ? (
        <dd>stays as it is</dd>
      ) : (
        <>
          {now !== null && (
            <dd>
              <span className="visually-hidden">now: </span>
              <s>{now}</s>
            </dd>
          )}
          <dd>
            <span className={now === null ? undefined : "visually-hidden"}>
              {now === null ? "new: " : "after: "}
            </span>
            {after}
          </dd>
        </>
      )}
    </div>
  );
}
