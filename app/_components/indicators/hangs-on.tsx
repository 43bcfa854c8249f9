import Link from "next/link";
import { address } from "../../../lib/api/address.ts";
import type { CompositeReading } from "../../../lib/indicators/composite-reading.ts";
import {
  geometricSentence,
  hangsOnSentence,
  points,
  signedPoints,
} from "../../../lib/indicators/composite-words.ts";
import { PILLAR_WORDS } from "../../../lib/indicators/pillar.ts";
import "./composite.css";

interface Props {
  readonly composite: CompositeReading;
  /** The day or revision that is looked back to. */
  readonly asOf: string | undefined;
}

/** What the composite hangs on: its pillars, and what it would be without each input. */
export function HangsOn({ composite, asOf }: Props) {
  const hangsOn = hangsOnSentence(composite);
  const counted = composite.inputs
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => (a.changeWithout ?? 0) - (b.changeWithout ?? 0));
  const missing = composite.inputs.filter(({ share }) => share === 0);
  return (
    <aside className="composite-rail" aria-label="How sure">
      <section>
        <h3>Its pillars</h3>
        <dl className="pillar-list">
          {composite.pillars.map(({ pillar, level, reason }) => (
            <div key={pillar}>
              <dt>{PILLAR_WORDS[pillar].title}</dt>
              <dd>
                <b>{level === null ? "–" : points(level)}</b>
                {reason && <span>{reason}</span>}
              </dd>
            </div>
          ))}
        </dl>
        <p>{geometricSentence(composite)}</p>
      </section>
      <section>
        <h3>What the reading hangs on</h3>
        {hangsOn && <p>{hangsOn}</p>}
        <table className="without-table">
          <caption className="visually-hidden">The composite with one input left out</caption>
          <thead>
            <tr>
              <th scope="col">Left out</th>
              <th scope="col">Composite</th>
            </tr>
          </thead>
          <tbody>
            {counted.map(({ name, title, changeWithout }) => (
              <tr key={name}>
                <th scope="row">
                  <Link href={address(`/indicators/${name}`, { asOf })} prefetch={false}>
                    {title}
                  </Link>
                </th>
                <td>
                  {changeWithout === null ? (
                    "no reading"
                  ) : (
                    <>
                      {points(composite.level.arithmetic + changeWithout)}{" "}
                      <span>{signedPoints(changeWithout)}</span>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {composite.alike.length > 0 && (
        <section>
          <h3>Said twice</h3>
          {composite.alike.map(({ titles: [one, other], rho, months }) => (
            <p key={`${one} ${other}`}>
              {one} and {other} move alike (rank correlation {rho.toFixed(2)} over {months} months): in part
              they count one thing twice.
            </p>
          ))}
        </section>
      )}
      {missing.length > 0 && (
        <section>
          <h3>What does not count</h3>
          <ul className="missing-inputs">
            {missing.map(({ name, title, reason }) => (
              <li key={name}>
                <b>{title}:</b> {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
