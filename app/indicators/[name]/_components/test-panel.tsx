import type { ExuberanceReport } from "../../../../lib/exuberance/index.ts";
import type { TestedBoom } from "../../../../lib/indicators/test-figure.ts";
import { formatPeriod } from "../../../../lib/numbers/format-period.ts";
import { frequencyWords } from "../../../../lib/periods/frequency.ts";
import { Figure } from "../../../_components/figure/figure.tsx";
import { ScrollRegion } from "../../../_components/ui/scroll-region.tsx";
import type { ExplosivenessView } from "../../../_data/exuberance.ts";

/** The test behind an indicator, today and up to the end of the dot-com run: verdict, statistics, lines, episodes. */
export function TestPanel({ view: { now, then } }: { readonly view: ExplosivenessView }) {
  return (
    <>
      <OneTest title="Now" boom="now" tested={now} />
      {then && <OneTest title="Up to the end of the dot-com run" boom="then" tested={then} />}
    </>
  );
}

/** Stands in the panel's place while the simulations run. */
export function TestUnderWay() {
  return (
    <p className="notice" role="status">
      The test is being run: some thousand simulated series, in threads of their own. It appears here when it
      is done; without JavaScript, open the page again in some seconds.
    </p>
  );
}

interface OneTestProps {
  readonly title: string;
  readonly boom: TestedBoom;
  readonly tested: ExplosivenessView["now"];
}

function OneTest({ title, boom, tested }: OneTestProps) {
  if (!tested.ok) {
    return (
      <section className="one-test" aria-labelledby={`test-${boom}-head`}>
        <h3 id={`test-${boom}-head`}>{title}</h3>
        <p className="notice">Not tested: {tested.error}</p>
      </section>
    );
  }
  const { report, figure } = tested.value;
  return (
    <section className="one-test" aria-labelledby={`test-${boom}-head`}>
      <h3 id={`test-${boom}-head`}>
        {title}: {formatPeriod(report.from)} to {formatPeriod(report.to)}
      </h3>
      <p className="test-verdict">{report.words.verdict}</p>
      <Figure model={figure} withoutTitle isWide data="page" heading="h3" />
      <Statistics report={report} />
      <Episodes report={report} />
      <p>{report.words.power}</p>
      {report.words.caveats.map((caveat) => (
        <p key={caveat} className="remark">
          {caveat}
        </p>
      ))}
    </section>
  );
}

function Statistics({ report }: { readonly report: ExuberanceReport }) {
  const { statistics, bootstrap, literature, lines, settings, observations } = report;
  const rows = [
    {
      what: "GSADF, wild bootstrap (HLST, Rademacher): the verdict",
      statistic: statistics.gsadf,
      values: bootstrap.critical.values,
      p: bootstrap.pValue,
    },
    {
      what: "GSADF, Monte Carlo under constant volatility: the literature’s values, for comparison",
      statistic: statistics.gsadf,
      values: literature.critical.gsadf.values,
      p: literature.pValue,
    },
    {
      what: "GSADF, Phillips and Shi bootstrap over the last two years: family-wise",
      statistic: statistics.gsadf,
      values: lines["family-wise"],
      p: null,
    },
    {
      what: "SADF, Monte Carlo",
      statistic: statistics.sadf,
      values: literature.critical.sadf.values,
      p: null,
    },
    { what: "ADF, Monte Carlo", statistic: statistics.adf, values: literature.critical.adf.values, p: null },
  ];
  return (
    <ScrollRegion label="Statistics and critical values">
      <table className="table stacks">
        <caption>
          {observations} {frequencyWords(report.frequency).noun}s, lag {settings.lag}, windows of at least{" "}
          {settings.window} {settings.convention === "obs" ? "observations" : "rows"},{" "}
          {settings.bootstrapDraws} bootstrap and {settings.monteCarloDraws} Monte Carlo draws, seed{" "}
          {settings.seed}.
        </caption>
        <thead>
          <tr>
            <th scope="col">Test</th>
            <th scope="col" className="number">
              Statistic
            </th>
            <th scope="col" className="number">
              90 %
            </th>
            <th scope="col" className="number">
              95 %
            </th>
            <th scope="col" className="number">
              99 %
            </th>
            <th scope="col" className="number">
              p
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, statistic, values, p }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td className="number" data-label="statistic">
                {fixed(statistic)}
              </td>
              <td className="number" data-label="90 %">
                {fixed(values[90])}
              </td>
              <td className="number" data-label="95 %">
                {fixed(values[95])}
              </td>
              <td className="number" data-label="99 %">
                {fixed(values[99])}
              </td>
              <td className="number" data-label="p">
                {p === null ? "–" : p.toFixed(3)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Episodes({
  report: { episodes, isExplosive, robustness, frequency },
}: {
  readonly report: ExuberanceReport;
}) {
  return (
    <>
      {episodes.length > 0 ? (
        <ul className="episode-list">
          {episodes.map(({ start, last, duration, label, isOngoing }) => (
            <li key={start}>
              {formatPeriod(start)} to {isOngoing ? "now" : formatPeriod(last)}: {label}, {duration}{" "}
              {frequencyWords(frequency).noun}s
            </li>
          ))}
        </ul>
      ) : (
        <p>
          {isExplosive
            ? "No run above the line lasted long enough."
            : "No episodes are dated, as the test does not reject."}
        </p>
      )}
      <ul className="episode-list">
        {robustness.map((check) => (
          <li key={`${check.choice} ${check.lag} ${check.scale}`}>
            With{" "}
            {check.choice === "lag"
              ? `lag ${check.lag}`
              : check.scale === "log"
                ? "logarithms taken once more"
                : "levels"}
            :{" "}
            {check.status === "tested"
              ? `GSADF ${fixed(check.gsadf)}, p = ${check.pValue.toFixed(3)}${check.changesVerdict ? ": the other verdict" : ""}`
              : "not tested"}
          </li>
        ))}
      </ul>
    </>
  );
}

function fixed(value: number): string {
  return value.toFixed(2).replace("-", "−");
}
