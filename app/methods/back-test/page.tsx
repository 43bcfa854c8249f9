import type { Metadata } from "next";
import { ALARM_LEVEL, CRASH } from "../../../lib/indicators/alarms.ts";
import { LEAST_EARLIER } from "../../../lib/indicators/back-test.ts";
import {
  backTestHeading,
  basisSentence,
  followedSentence,
  pillarsSentence,
  readableSentence,
} from "../../../lib/indicators/back-test-words.ts";
import { formatPeriod } from "../../../lib/numbers/format-period.ts";
import { Figure } from "../../_components/figure/figure.tsx";
import { PageHead } from "../../_components/ui/page-head.tsx";
import { SourceLink } from "../../_components/ui/source-link.tsx";
import { loadBackTest } from "../../_data/back-test.ts";
import { AlarmTable } from "./_components/alarm-table.tsx";
import { BackTestInputs } from "./_components/back-test-inputs.tsx";
import { LevelTable } from "./_components/level-table.tsx";
import "./back-test.css";

export const metadata: Metadata = {
  title: "Back-test",
  description: "What the composite would have said from 1990 to 2003, read without looking ahead.",
};

const TRAIL = [
  { href: "/", label: "Dashboard" },
  { href: "/methods", label: "Methods" },
] as const;

/** The composite of the dot-com years as it could have been read then, with every alarm and what came of it. */
export default async function BackTestPage() {
  const test = await loadBackTest();
  if (!test.ok) {
    return (
      <>
        <PageHead title="Back-test" trail={TRAIL} />
        <p className="notice">{test.error}</p>
      </>
    );
  }
  const { reading, figure } = test.value;
  const peak = formatPeriod(reading.peak);
  return (
    <div className="back-test">
      <PageHead title={`${backTestHeading(reading)}.`} here="Back-test" trail={TRAIL}>
        The indicators of the composite, read at the end of each month as they could have been read then. A
        heuristic, not a probability, not advice.
      </PageHead>
      <div className="back-test-text">
        <p>
          <b>{readableSentence(reading)}</b> {pillarsSentence(reading)}
        </p>
      </div>
      <Figure model={figure} heading="h2" isWide data="page" />
      <section className="section" aria-labelledby="alarms">
        <h2 id="alarms">Every alarm, and what came of it</h2>
        <p className="section-intro">
          An alarm is a run of months at {ALARM_LEVEL} or above. The level was chosen before anything was
          computed. An alarm is true if the Nasdaq Composite closed at least {-CRASH.fall * 100}% lower within{" "}
          {CRASH.months} months than at the end of its first month, and false if it did not.
        </p>
        <AlarmTable verdict={reading.verdict} peak={peak} />
        <p className="back-test-remark">{followedSentence(reading)}</p>
      </section>
      <section className="section" aria-labelledby="levels">
        <h2 id="levels">How the verdict hangs on the level</h2>
        <LevelTable verdicts={[reading.verdict, ...reading.others]} peak={peak} />
      </section>
      <section className="section" aria-labelledby="inputs">
        <h2 id="inputs">What was known, and since when</h2>
        <p className="section-intro">
          An input is placed among its own values known by then: near 100 if none had been as bubble-like, 50
          if half had been. It counts from the month in which it has {LEAST_EARLIER} earlier values. The
          dot-com peak, by which the composite is placed today, was not known to anyone before it was past,
          and is not used. {basisSentence(reading)}
        </p>
        <BackTestInputs inputs={reading.inputs} />
      </section>
      <section className="section" aria-labelledby="limits">
        <h2 id="limits">What this cannot show</h2>
        <ul className="back-test-text">
          <li>One crash is no test of skill, whichever way it comes out.</li>
          <li>
            The indicators were chosen by people who knew how 2000 ended. So were the years: a test that began
            in 1970 would meet other crashes.
          </li>
          <li>
            Where a later copy is all there is, a value counts sooner than anyone could have read it: a year’s
            listings were counted in the weeks after, the earnings behind a price–earnings ratio were known
            months later, and both have been corrected since.
          </li>
          <li>
            What rises with the years, as a price level does, stands near its highest in most months and says
            little: see in how many each input is at {ALARM_LEVEL} or above. That a run-up is divided by the
            month of onset changes none of its places.
          </li>
          <li>
            A crash is a fall of {-CRASH.fall * 100}% after{" "}
            <SourceLink title="Greenwood, Shleifer and You (2019)" url={CRASH.url} />, who look for it from
            any price within the two years. Here it is from the close of the month, as whoever heeded the
            alarm would have lived through it.
          </li>
          <li>
            The composite of today is placed by the dot-com peak, and not by percentiles: its levels and these
            are not the same levels.
          </li>
        </ul>
      </section>
    </div>
  );
}
