import { coverageWords } from "../../../lib/gauge/aggregate.ts";
import type { CompositeReading } from "../../../lib/indicators/composite-reading.ts";
import { moveSentence, points } from "../../../lib/indicators/composite-words.ts";
import { bandOf, type ThresholdSet } from "../../../lib/indicators/threshold.ts";
import { formatPeriod } from "../../../lib/numbers/format-period.ts";
import { CompositeStrip } from "./composite-strip.tsx";
import "./composite.css";

interface Props {
  readonly composite: CompositeReading;
  /** `null`: no bands are stored. */
  readonly set: ThresholdSet | null;
  /** Where all of it is told, unless that is the page itself. */
  readonly href?: string;
}

/** The composite as a number that shows its own doubt: range, coverage, and what it was a year before. */
export function CompositeCard({ composite, set, href }: Props) {
  const { day, isAsked, level, bands, coverage, move } = composite;
  const band = set && bandOf(level.arithmetic, set);
  return (
    <section className="composite-card" aria-labelledby="composite-reading">
      <h2 id="composite-reading">Composite reading, {formatPeriod(day)}</h2>
      <p className="composite-level">
        <strong>{points(level.arithmetic)}</strong>
        <span>
          {bands && (
            <>
              plausible range{" "}
              <b>
                {points(bands.band90.low)} to {points(bands.band90.high)}
              </b>
              <br />
            </>
          )}
          {band && (
            <>
              <b>{band.level}</b>
              <br />
            </>
          )}
          0 = calm years, 100 = every input at its dot-com peak
        </span>
      </p>
      <CompositeStrip composite={composite} set={set} />
      <p
        className={
          coverage.present < coverage.inputs ? "composite-coverage is-partial" : "composite-coverage"
        }
      >
        <b>{coverageWords(coverage)}</b> count.
        {!isAsked && " After that day too few were current for a reading."}
      </p>
      {move && <p>{moveSentence(move, level.arithmetic)}</p>}
      <p className="remark">
        A heuristic, not a probability, not advice.{" "}
        {href && <a href={href}>How it comes about, and your own weights</a>}
      </p>
    </section>
  );
}

/** Stands in the card's place when there is no composite. */
export function NoComposite({ reason, href }: { readonly reason: string; readonly href?: string }) {
  return (
    <section className="composite-card" aria-labelledby="composite-reading">
      <h2 id="composite-reading">Composite reading</h2>
      <p className="composite-level is-none">
        <strong>–</strong>
        <span>No reading. {reason}</span>
      </p>
      {href && (
        <p className="remark">
          <a href={href}>Which inputs are missing</a>
        </p>
      )}
    </section>
  );
}
