import type { Metadata } from "next";
import { LEAST_OF_INDEX, LEAST_OF_PILLAR } from "../../lib/gauge/aggregate.ts";
import { CARRIED_FOR_DAYS } from "../../lib/gauge/carry-forward.ts";
import { HIGHEST_COUNTED } from "../../lib/gauge/peak-ratio.ts";
import { LEAST_DRAWS } from "../../lib/gauge/simulation.ts";
import { METHOD_LOG } from "../../lib/indicators/method.ts";
import { formatPeriod } from "../../lib/numbers/format-period.ts";
import { frequencyWords } from "../../lib/periods/frequency.ts";
import { PageHead } from "../_components/ui/page-head.tsx";
import { loadMethods } from "../_data/methods.ts";
import { BandSets } from "./_components/band-sets.tsx";
import { IndicatorMethods } from "./_components/indicator-methods.tsx";
import { KindList } from "./_components/kind-list.tsx";
import "./methods.css";

export const metadata: Metadata = {
  title: "Methods",
  description: "How every reading and the composite come about, by which rules and with which limits.",
};

/** How readings come about: made from the same indicators, thresholds and constants that the readings are made by. */
export default async function MethodsPage() {
  const { indicators, thresholds } = await loadMethods();
  return (
    <>
      <PageHead title="Methods">
        How every reading comes about, by which rules, and what they cannot tell. This page is made from the
        same rows and constants that the readings are made by.
      </PageHead>
      <div className="methods">
        <nav className="methods-contents" aria-label="On this page">
          <ul>
            {CONTENTS.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="methods-text">
          <section className="section" aria-labelledby="composite">
            <h2 id="composite">The composite</h2>
            <ol>
              <li>
                <b>Place.</b> Each indicator is placed by 100 × (value − calm) ÷ (peak − calm): 0 is the
                median of its calm years, 100 its most bubble-like value between the onset of the dot-com era
                and its trough. Where low is bubble-like, the sign is turned first. Where a survey lacks
                years, the peak is of the years that are stored. A place is shown as it is and counts from 0
                to {HIGHEST_COUNTED}.
              </li>
              <li>
                <b>Pillars.</b> Within a pillar the places are averaged by the weights of the indicators. A
                pillar needs {percent(LEAST_OF_PILLAR)} of its weight, or it has no level.
              </li>
              <li>
                <b>The whole.</b> Pillars count alike, averaged arithmetically; at least{" "}
                {percent(LEAST_OF_INDEX)} of them must have a level. The geometric mean stands beside it: the
                gap between the two says how uneven the parts are.
              </li>
              <li>
                <b>Age.</b> A value counts from the end of its period, for at most{" "}
                {CARRIED.map(({ word, days }, at) => `${at > 0 ? ", " : ""}${days} days (${word})`).join("")},
                and never for longer than its series allow themselves. Nothing is made up between two values.
                What is too old is left out, and coverage falls.
              </li>
              <li>
                <b>Range.</b> {LEAST_DRAWS.toLocaleString("en-GB")} draws with a fixed seed vary what could
                have been chosen otherwise: the weights (from a Dirichlet distribution around the stated
                ones), the way of placing (place as above, percentile, range, or normal score within the
                dot-com run), the mean (arithmetic or geometric), and one input left out or none. The range
                runs from the 5th to the 95th percentile, and is stretched to hold the level if that lies
                outside. It is the doubt of the method, not of the data.
              </li>
              <li>
                <b>Moves.</b> A move is called a rise or a fall only if the two ranges overlap by no more than
                half of the narrower one. What each input did adds up to the move exactly.
              </li>
              <li>
                <b>On the clock</b> the past is seen with today’s figures, each value from the end of its
                period. For what was known on a past day, replay it:{" "}
                <a href="/composite#replay">as of a date</a>.
              </li>
            </ol>
            <p>
              After the OECD and JRC Handbook on Constructing Composite Indicators (2008) and Saisana,
              Saltelli and Tarantola (2005). The handbook’s usual placing, the percentile, is one of those
              drawn: with so few values of the dot-com years it would say 100 of nearly everything today, so
              the distance to the peak is shown.
            </p>
          </section>
          <section className="section" aria-labelledby="limits">
            <h2 id="limits">What it cannot tell</h2>
            <ul>
              <li>
                It is a heuristic, not a probability, not advice: 100 is no day on which something happens.
              </li>
              <li>
                There is one dot-com era. Indicators and calm years were chosen by people who know how it
                ended.
              </li>
              <li>
                What it would have said from 1990 to 2003, and how often that would have been wrong, is
                another matter: <a href="/methods/back-test">the back-test</a>.
              </li>
              <li>
                Few of the inputs were counted the same way then and now; each says on its page what speaks
                against it.
              </li>
              <li>
                Inputs that say much the same, such as two measures of venture money, count twice in part.
              </li>
            </ul>
          </section>
          <section className="section" aria-labelledby="kinds">
            <h2 id="kinds">How indicators come to their values</h2>
            <KindList />
          </section>
          <section className="section" aria-labelledby="indicators">
            <h2 id="indicators">The indicators</h2>
            <IndicatorMethods indicators={indicators} />
          </section>
          <section className="section" aria-labelledby="bands">
            <h2 id="bands">Bands</h2>
            <BandSets thresholds={thresholds} />
          </section>
          <section className="section" aria-labelledby="log">
            <h2 id="log">What has changed</h2>
            <ul>
              {METHOD_LOG.map(({ version, since, change }) => (
                <li key={version}>
                  <b>
                    Version {version}, {formatPeriod(since)}.
                  </b>{" "}
                  {change}
                </li>
              ))}
            </ul>
            <p>
              An indicator has a version of its own, which rises when its definition changes what it means; a
              set of bands likewise. Whatever was <a href="/composite#published">published</a> stays as it
              was.
            </p>
          </section>
        </div>
      </div>
    </>
  );
}

const CONTENTS = [
  { id: "composite", title: "The composite" },
  { id: "limits", title: "What it cannot tell" },
  { id: "kinds", title: "How indicators come to their values" },
  { id: "indicators", title: "The indicators" },
  { id: "bands", title: "Bands" },
  { id: "log", title: "What has changed" },
] as const;

const CARRIED = (["D", "W", "M", "Q", "H", "A"] as const).map((frequency) => ({
  word: frequencyWords(frequency).adjective,
  days: CARRIED_FOR_DAYS[frequency],
}));

function percent(share: number): string {
  return `${share * 100}%`;
}
