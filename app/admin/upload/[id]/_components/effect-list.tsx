import type { Effect } from "../../../../_data/uploads/effect.ts";

/** What a commit would make the verdict and the figures of the dashboard say. */
export function EffectList({ effect: { verdict, figures } }: { readonly effect: Effect }) {
  const changed = figures.filter(({ now, after }) => now !== after);
  const redrawn = figures.length - changed.length;
  return (
    <section aria-labelledby="effect">
      <h2 id="effect">Effect on the dashboard</h2>
      <dl className="effect-list">
        <Said what="The verdict" {...verdict} />
        {changed.map(({ name, now, after }) => (
          <Said key={name} what={`Figure ${name}`} now={now} after={after} />
        ))}
      </dl>
      <p className="section-intro">
        {figures.length === 0
          ? "No figure of the dashboard uses these series."
          : redrawn > 0 &&
            `${redrawn === 1 ? "One figure draws" : `${redrawn} figures draw`} these series and ${redrawn === 1 ? "keeps its" : "keep their"} heading.`}
      </p>
    </section>
  );
}

function Said({ what, now, after }: { readonly what: string; readonly now: string; readonly after: string }) {
  return (
    <div>
      <dt>{what}</dt>
      {now === after ? (
        <dd>stays as it is</dd>
      ) : (
        <>
          <dd>
            <span className="visually-hidden">now: </span>
            <s>{now}</s>
          </dd>
          <dd>
            <span className="visually-hidden">after: </span>
            {after}
          </dd>
        </>
      )}
    </div>
  );
}
