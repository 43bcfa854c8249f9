import { address } from "../../../../lib/api/address.ts";
import { positionWords } from "../../../../lib/indicators/reading.ts";
import { testWords } from "../../../../lib/indicators/test-words.ts";
import type { IndicatorPageView } from "../../../_data/indicator-page.ts";

interface Props {
  readonly page: IndicatorPageView;
  readonly asOf: string | undefined;
}

/** A reading beside its history in numbers, what speaks against it, and what would change it. */
export function ReadingFacts({ page: { indicator, reading, places }, asOf }: Props) {
  const tests = testWords(reading);
  return (
    <>
      {reading.status === "read" && (
        <section className="aside-section" aria-labelledby="then-and-now">
          <h2 id="then-and-now">Then and now</h2>
          <dl className="facts-list">
            <Fact term="Now" value={reading.now.text} note={reading.now.periodText} />
            {reading.before && (
              <Fact term="Before it" value={reading.before.text} note={reading.before.periodText} />
            )}
            <Fact
              term="Same age then"
              value={reading.same?.text ?? "–"}
              note={reading.same?.periodText ?? `${reading.sameAgePeriodText}: not known`}
            />
            <Fact term="Dot-com peak" value={reading.peak.text} note={reading.peak.periodText} />
            <Fact
              term="Calm years"
              value={reading.calm?.text ?? "–"}
              note={reading.calm?.spanText ?? "not known"}
            />
            <Fact
              term="On the common scale"
              value={places ? places.now.toFixed(0).replace("-", "−") : "–"}
              note={
                places ? "0 = calm years, 100 = dot-com peak" : "not placed: no calm level below the peak"
              }
            />
          </dl>
          <p>{`${positionWords(reading).replace(/^./, (letter) => letter.toUpperCase())}.`}</p>
        </section>
      )}
      {reading.status === "alone" && (
        <section className="aside-section" aria-labelledby="alone">
          <h2 id="alone">Nothing to set it against</h2>
          <p>
            There is {reading.reason.replace(" is stored", " stored")}: it stands beside the composite and is
            not weighed.
          </p>
        </section>
      )}
      <section className="aside-section" aria-labelledby="against">
        <h2 id="against">Against this reading</h2>
        <p>{indicator.against}</p>
        {reading.status !== "unavailable" && reading.labels.map((label) => <p key={label}>{label}</p>)}
      </section>
      <section className="aside-section" aria-labelledby="would-change">
        <h2 id="would-change">What would change it</h2>
        <p>{indicator.wouldChange}</p>
      </section>
      {tests && (
        <section className="aside-section" aria-labelledby="tests">
          <h2 id="tests">What a test could tell</h2>
          <p>
            {tests} {indicator.pillar === "markets" && <a href="/indicators/explosive-prices">The test</a>}
          </p>
        </section>
      )}
      <section className="aside-section" aria-labelledby="take">
        <h2 id="take">Take it with you</h2>
        <p>
          <a href={address(`/api/v1/indicators/${indicator.name}`, { asOf })}>This reading as JSON</a>
          {indicator.figure && (
            <>
              {" · "}
              <a href={address("/", { asOf }, `figure-${indicator.figure}`)}>Its figure on the dashboard</a>
            </>
          )}
        </p>
        <p className="remark">A heuristic, not a probability, not advice.</p>
      </section>
    </>
  );
}

function Fact({
  term,
  value,
  note,
}: {
  readonly term: string;
  readonly value: string;
  readonly note: string;
}) {
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <b>{value}</b> <span className="remark">{note}</span>
      </dd>
    </>
  );
}
