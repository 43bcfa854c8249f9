import type { Confidence, SignedConfidence } from "../../../../lib/lppls/confidence.ts";
import { randomWalkBenchmark } from "../../../../lib/lppls/random-walk-benchmark.ts";
import type { Result } from "../../../../lib/result.ts";

/**
 * The share of price windows that look like a log-periodic power law, beside how often random walks as steep show as
 * much. No day is told: where the fits put the singularity is poorly determined.
 */
export function LpplsPanel({ found }: { readonly found: Result<Confidence, string> }) {
  return (
    <section className="one-test" aria-labelledby="lppls">
      <h3 id="lppls">LPPLS, a companion</h3>
      <p>
        The log-periodic power law singularity model (Filimonov and Sornette 2013; Sornette and others 2015)
        fits many windows that end at the newest price; the share that passes its filters is its confidence. A
        noisy companion: pure random walks often get a good fit, and it says no day.
      </p>
      {found.ok ? <Shares confidence={found.value} /> : <p className="notice">{found.error}</p>}
    </section>
  );
}

function Shares({ confidence }: { readonly confidence: Confidence }) {
  const { positive, negative, windows, atBound, unfitted } = confidence;
  return (
    <>
      <table className="table stacks">
        <caption>
          {windows} windows, of which {atBound} have a parameter on a bound of the search and {unfitted} no
          fit.
        </caption>
        <thead>
          <tr>
            <th scope="col">Regime</th>
            <th scope="col" className="number">
              On no bound
            </th>
            <th scope="col" className="number">
              On a bound too
            </th>
            <th scope="col">Singularity, 20 to 80 % of windows</th>
          </tr>
        </thead>
        <tbody>
          <SignRow name="Rising, as before a fall" of={positive} />
          <SignRow name="Falling, as before a rise" of={negative} />
        </tbody>
      </table>
      <Walks reached={positive.interior} />
    </>
  );
}

function SignRow({ name, of }: { readonly name: string; readonly of: SignedConfidence }) {
  const { interior, qualified, tcBandDays } = of;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number" data-label="on no bound">
        {percent(interior)}
      </td>
      <td className="number" data-label="on a bound too">
        {percent(qualified)}
      </td>
      <td>
        {tcBandDays
          ? `${Math.round(tcBandDays.low)} to ${Math.round(tcBandDays.high)} days after the last price`
          : "–"}
      </td>
    </tr>
  );
}

function Walks({ reached }: { readonly reached: number }) {
  const walks = randomWalkBenchmark("steep", "positive", "interior");
  return (
    <p>
      Of {walks.paths} random walks as steep as the Nasdaq of the 1990s, {percent(walks.shareAboveNought)}{" "}
      show some confidence, 95 % no more than {percent(walks.line95)}, and{" "}
      {percent(walks.shareReaching(reached))} as much as these prices.
    </p>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)}%`;
}
